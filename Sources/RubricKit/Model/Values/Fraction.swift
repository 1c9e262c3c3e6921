/// How a ratio becomes a decimal.
public enum RoundingMode: String, Codable, Sendable, Hashable, CaseIterable {
  /// To the nearest; a half goes away from zero (四舍五入).
  case halfUp = "half-up"
  /// To the nearest; a half goes to the even digit.
  case halfEven = "half-even"
  /// Towards zero (only cut off).
  case down
}

/// A fraction whose numbers no longer fit, or that divides by zero.
public enum FractionError: Error, Hashable, Sendable {
  /// A number would not fit in 64 bits.
  case overflow
  /// The divisor is zero.
  case divisionByZero

  /// The error in words.
  public var message: LocalizedText {
    switch self {
    case .overflow:
      LocalizedText(zh: "数值过大，无法精确计算", en: "the numbers are too large to compute exactly")
    case .divisionByZero: LocalizedText(zh: "除数为零", en: "division by zero")
    }
  }
}

/// An exact ratio in lowest terms. Rounded once, at the end, as the rubric says.
public struct Fraction: Hashable, Sendable {
  /// The numerator, which carries the sign.
  public let numerator: Int
  /// The denominator, always positive.
  public let denominator: Int

  /// A whole number.
  public init(_ whole: Int) {
    numerator = whole
    denominator = 1
  }

  /// A ratio, brought to lowest terms.
  public init(_ numerator: Int, over denominator: Int) throws(FractionError) {
    guard denominator != 0 else { throw .divisionByZero }
    let divisor = Self.greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
    let top = numerator.magnitude / divisor
    let bottom = denominator.magnitude / divisor
    guard let positive = Int(exactly: bottom) else { throw .overflow }
    self.denominator = positive
    self.numerator = try Self.signed(top, negative: (numerator < 0) != (denominator < 0))
  }

  /// The points as a ratio.
  public init(_ points: Points) {
    let divisor = Int(Self.greatestCommonDivisor(points.milli.magnitude, 1000))
    numerator = points.milli / divisor
    denominator = 1000 / divisor
  }

  /// Reads plain decimal notation, at most nine decimals: `0.3`, `-2`, `1.125`.
  public init(decimal text: String) throws(ValueError) {
    let value = try DecimalText.parse(text, digits: 9, kind: .number)
    let divisor = Int(Self.greatestCommonDivisor(value.magnitude, 1_000_000_000))
    numerator = value / divisor
    denominator = 1_000_000_000 / divisor
  }

  /// The sum, exact.
  public func adding(_ other: Fraction) throws(FractionError) -> Fraction {
    let common = Int(
      Self.greatestCommonDivisor(denominator.magnitude, other.denominator.magnitude))
    let left = try Self.product(numerator, other.denominator / common)
    let right = try Self.product(other.numerator, denominator / common)
    let (sum, overflow) = left.addingReportingOverflow(right)
    if overflow { throw .overflow }
    return try Fraction(sum, over: Self.product(denominator, other.denominator / common))
  }

  /// The difference, exact.
  public func subtracting(_ other: Fraction) throws(FractionError) -> Fraction {
    try adding(other.multiplied(by: Fraction(-1)))
  }

  /// The product, exact.
  public func multiplied(by other: Fraction) throws(FractionError) -> Fraction {
    // Crossing out first keeps the numbers as small as the result allows.
    let first = try Fraction(numerator, over: other.denominator)
    let second = try Fraction(other.numerator, over: denominator)
    return try Fraction(
      Self.product(first.numerator, second.numerator),
      over: Self.product(first.denominator, second.denominator))
  }

  /// The quotient, exact.
  public func divided(by other: Fraction) throws(FractionError) -> Fraction {
    try multiplied(by: Fraction(other.denominator, over: other.numerator))
  }

  /// The value in units of 10^-digits (0…15), rounded once.
  public func rounded(digits: Int, _ mode: RoundingMode) throws(FractionError) -> Int {
    var scale = 1
    for _ in 0..<max(0, digits) { scale = try Self.product(scale, 10) }
    let scaled = try multiplied(by: Fraction(scale))
    let (quotient, remainder) = scaled.numerator.magnitude.quotientAndRemainder(
      dividingBy: scaled.denominator.magnitude)
    let rest = scaled.denominator.magnitude - remainder
    let up: Bool =
      switch mode {
      case .down: false
      case .halfUp: remainder >= rest
      case .halfEven: remainder > rest || (remainder == rest && !quotient.isMultiple(of: 2))
      }
    return try Self.signed(quotient + (up ? 1 : 0), negative: scaled.numerator < 0)
  }

  /// The value as points with at most `digits` (0…3) decimals, rounded once.
  public func points(digits: Int, _ mode: RoundingMode) throws(FractionError) -> Points {
    let kept = min(max(0, digits), 3)
    var milli = try rounded(digits: kept, mode)
    for _ in kept..<3 { milli = try Self.product(milli, 10) }
    return Points(milli: milli)
  }

  private static func product(_ left: Int, _ right: Int) throws(FractionError) -> Int {
    let (product, overflow) = left.multipliedReportingOverflow(by: right)
    if overflow { throw .overflow }
    return product
  }

  private static func signed(_ magnitude: UInt, negative: Bool) throws(FractionError) -> Int {
    guard let value = Int(exactly: magnitude) else { throw .overflow }
    return negative ? -value : value
  }

  private static func greatestCommonDivisor(_ left: UInt, _ right: UInt) -> UInt {
    var (a, b) = (left, right)
    while b != 0 { (a, b) = (b, a % b) }
    return max(a, 1)
  }
}

extension Fraction: Comparable {
  /// By value; exact for all fractions.
  public static func < (left: Fraction, right: Fraction) -> Bool {
    let first = left.numerator.multipliedFullWidth(by: right.denominator)
    let second = right.numerator.multipliedFullWidth(by: left.denominator)
    return first.high == second.high ? first.low < second.low : first.high < second.high
  }
}

extension Fraction: CustomStringConvertible {
  /// `5/2`, or `3` when whole.
  public var description: String {
    denominator == 1 ? String(numerator) : "\(numerator)/\(denominator)"
  }
}
