/// Points as text, from thousandths.
enum PointsText {
  /// With exactly so many digits after the point, as the rubric rounds; what is finer is cut, which
  /// rounded scores never have.
  static func fixed(_ thousandths: Int, digits: Int) -> String {
    let sign = thousandths < 0 ? "-" : ""
    let whole = thousandths.magnitude / 1000
    guard digits > 0 else { return "\(sign)\(whole)" }
    let fraction = String(thousandths.magnitude % 1000)
    let padded = String(repeating: "0", count: 3 - fraction.count) + fraction
    return "\(sign)\(whole).\(padded.prefix(min(digits, 3)))"
  }

  /// With as many digits as it needs: 2, 0.5, 1.25.
  static func plain(_ thousandths: Int) -> String {
    var text = fixed(thousandths, digits: 3)
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }

  /// A range, or one number where both ends agree: `82.5–94.5`.
  static func range(_ lower: Int, _ upper: Int, digits: Int) -> String {
    let low = fixed(lower, digits: digits)
    return lower == upper ? low : "\(low)–\(fixed(upper, digits: digits))"
  }
}
