/// A mean of scores: sums of thousandths, exact, rounded once when asked for.
public struct ExactMean: Sendable, Hashable {
  /// Sum in thousandths of a point.
  public private(set) var sum = 0
  /// How many scores were added.
  public private(set) var count = 0

  /// The mean of nothing.
  public init() {}

  /// Adds a score in thousandths.
  public mutating func add(_ thousandths: Int) {
    sum += thousandths
    count += 1
  }

  /// Takes away a score, in thousandths, that was added.
  public mutating func remove(_ thousandths: Int) {
    sum -= thousandths
    count -= 1
  }

  /// The mean in thousandths, rounded to `digits` (0 to 3) after the point; nil without scores.
  ///
  /// - Parameter mode: `half-up`, `half-even` or `down`, as a rubric names it; anything else counts
  ///   as `half-up`.
  public func rounded(digits: Int, mode: String) -> Int? {
    guard count > 0 else { return nil }
    let unit = [1000, 100, 10, 1][min(max(digits, 0), 3)]
    let (quotient, remainder) = sum.quotientAndRemainder(dividingBy: count * unit)
    let twice = remainder * 2
    let isHalf = twice == count * unit
    let up =
      switch mode {
      case "down": false
      case "half-even": isHalf ? !quotient.isMultiple(of: 2) : twice > count * unit
      default: twice >= count * unit
      }
    return (quotient + (up ? 1 : 0)) * unit
  }
}
