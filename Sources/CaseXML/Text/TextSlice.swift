/// A piece of immutable UTF-8 text: shared bytes and a range of them.
///
/// Slicing never copies; equality and hashing go by bytes, so two slices of
/// different documents with the same content are equal. Offsets are bytes.
@frozen
public struct TextSlice: Hashable, Sendable {
  @usableFromInline let storage: [UInt8]
  @usableFromInline let lower: Int32
  @usableFromInline let upper: Int32

  @inlinable
  init(unchecked storage: [UInt8], lower: Int32, upper: Int32) {
    self.storage = storage
    self.lower = lower
    self.upper = upper
  }

  /// The whole of `bytes`, which must be UTF-8.
  @inlinable
  public init(utf8 bytes: [UInt8]) {
    self.init(unchecked: bytes, lower: 0, upper: Int32(bytes.count))
  }

  /// A copy of the text of `string`.
  @inlinable
  public init(_ string: String) {
    self.init(utf8: Array(string.utf8))
  }

  /// The empty text.
  @inlinable
  public init() {
    self.init(unchecked: [], lower: 0, upper: 0)
  }

  /// The number of bytes.
  @inlinable public var count: Int { Int(upper - lower) }

  /// Whether there is no byte at all.
  @inlinable public var isEmpty: Bool { upper == lower }

  /// The bytes, without a copy. Its indices do not start at 0.
  @inlinable public var utf8: ArraySlice<UInt8> { storage[Int(lower)..<Int(upper)] }

  /// The byte at `offset`, counted from the start of the slice.
  @inlinable public subscript(offset: Int) -> UInt8 {
    precondition(offset >= 0 && offset < count)
    return storage[Int(lower) + offset]
  }

  /// The bytes from `range.lowerBound` to before `range.upperBound`, counted
  /// from the start of the slice, without a copy.
  @inlinable public subscript(range: Range<Int>) -> TextSlice {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return TextSlice(
      unchecked: storage, lower: lower + Int32(range.lowerBound),
      upper: lower + Int32(range.upperBound))
  }

  /// The text as a Swift string (a copy).
  public var string: String { String(decoding: utf8, as: UTF8.self) }

  /// Whether both hold the same bytes.
  @inlinable
  public static func == (left: TextSlice, right: TextSlice) -> Bool {
    guard left.count == right.count else { return false }
    return left.storage.withUnsafeBytes { one in
      right.storage.withUnsafeBytes { other in
        one[Int(left.lower)..<Int(left.upper)].elementsEqual(
          other[Int(right.lower)..<Int(right.upper)])
      }
    }
  }

  /// Feeds the bytes to `hasher`.
  @inlinable
  public func hash(into hasher: inout Hasher) {
    storage.withUnsafeBytes { bytes in
      hasher.combine(bytes: UnsafeRawBufferPointer(rebasing: bytes[Int(lower)..<Int(upper)]))
    }
  }
}

extension TextSlice: ExpressibleByStringLiteral {
  /// The text of a literal.
  public init(stringLiteral value: String) {
    self.init(value)
  }
}

extension TextSlice: CustomStringConvertible {
  /// The text itself.
  public var description: String { string }
}
