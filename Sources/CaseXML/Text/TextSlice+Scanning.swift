extension TextSlice {
  /// The number of Unicode code points (XPath 1.0 §3.6 counts these).
  public var codePointCount: Int {
    storage.withUnsafeBufferPointer { bytes in
      var count = 0
      for index in Int(lower)..<Int(upper) where !isContinuation(bytes[index]) { count += 1 }
      return count
    }
  }

  /// The byte offset of the code point number `position`, from 0; `count` when
  /// there are not so many.
  public func byteOffset(ofCodePoint position: Int) -> Int {
    guard position > 0 else { return 0 }
    return storage.withUnsafeBufferPointer { bytes in
      var passed = -1
      for index in Int(lower)..<Int(upper) where !isContinuation(bytes[index]) {
        passed += 1
        if passed == position { return index - Int(lower) }
      }
      return count
    }
  }

  /// Whether there is nothing but XML white space (XML 1.0 production 3).
  public var isBlank: Bool {
    storage.withUnsafeBufferPointer { bytes in
      for index in Int(lower)..<Int(upper) where !isXMLSpace(bytes[index]) { return false }
      return true
    }
  }

  /// The text without XML white space at its ends, without a copy.
  public var trimmed: TextSlice {
    storage.withUnsafeBufferPointer { bytes in
      var start = Int(lower)
      var end = Int(upper)
      while start < end, isXMLSpace(bytes[start]) { start += 1 }
      while end > start, isXMLSpace(bytes[end - 1]) { end -= 1 }
      return TextSlice(unchecked: storage, lower: Int32(start), upper: Int32(end))
    }
  }

  /// Whether the text begins with the bytes of `prefix`.
  public func hasPrefix(_ prefix: TextSlice) -> Bool {
    prefix.count <= count && self[0..<prefix.count] == prefix
  }

  /// The byte offset where `other` first occurs; 0 for an empty `other`; nil
  /// when it does not occur.
  public func firstOffset(of other: TextSlice) -> Int? {
    guard !other.isEmpty else { return 0 }
    guard other.count <= count else { return nil }
    return storage.withUnsafeBufferPointer { mine in
      other.storage.withUnsafeBufferPointer { theirs in
        let head = theirs[Int(other.lower)]
        for start in Int(lower)...(Int(upper) - other.count) where mine[start] == head {
          var index = 1
          while index < other.count, mine[start + index] == theirs[Int(other.lower) + index] {
            index += 1
          }
          if index == other.count { return start - Int(lower) }
        }
        return nil
      }
    }
  }
}

/// Whether `byte` continues a UTF-8 sequence begun before it.
@inline(__always)
func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

/// Whether `byte` is white space in XML (XML 1.0 production 3).
@inline(__always)
func isXMLSpace(_ byte: UInt8) -> Bool {
  byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
}
