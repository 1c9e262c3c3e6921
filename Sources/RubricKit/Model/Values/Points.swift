/// Points of a rubric, exact to 1/1000 point.
///
/// Sums are plain integer arithmetic. The parser refuses more than a million points, so that
/// no sum of items can come near the end of `Int`.
public struct Points: Hashable, Comparable, Sendable, AdditiveArithmetic {
  /// The value in thousandths of a point.
  public var milli: Int

  /// Points from thousandths.
  public init(milli: Int) {
    self.milli = milli
  }

  /// Whole points.
  public init(_ whole: Int) {
    self.milli = whole * 1000
  }

  /// Reads `2.5`, `100`, `-1.25`: at most three decimals, at most a million points.
  public init(_ text: String) throws(ValueError) {
    let milli = try DecimalText.parse(text, digits: 3, kind: .points)
    if milli.magnitude > 1_000_000_000 { throw .outOfRange(.points, text: text) }
    self.milli = milli
  }

  /// No points.
  public static let zero = Points(milli: 0)

  /// The sum, exact.
  public static func + (left: Points, right: Points) -> Points {
    Points(milli: left.milli + right.milli)
  }

  /// The difference, exact.
  public static func - (left: Points, right: Points) -> Points {
    Points(milli: left.milli - right.milli)
  }

  /// The same points a whole number of times, exact.
  public static func * (left: Points, right: Int) -> Points {
    Points(milli: left.milli * right)
  }

  /// The points with the sign turned.
  public static prefix func - (points: Points) -> Points {
    Points(milli: -points.milli)
  }

  /// By value.
  public static func < (left: Points, right: Points) -> Bool {
    left.milli < right.milli
  }
}

extension Points: CustomStringConvertible {
  /// Decimal notation without trailing zeros: `2.5`, `100`, `-0.125`.
  public var description: String {
    DecimalText.print(milli, digits: 3, trimmed: true)
  }
}

extension Points: Codable {
  /// From a JSON number with at most three decimals.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let number = try container.decode(Double.self)
    let milli = (number * 1000).rounded()
    guard milli.magnitude < 1e15, milli / 1000 == number else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "not points: \(number)")
    }
    self.milli = Int(milli)
  }

  /// As a JSON number.
  ///
  /// The double nearest to k/1000 prints as exactly k/1000 as long as k has at most 15 digits,
  /// so nothing is lost on the way through JSON.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(Double(milli) / 1000)
  }
}
