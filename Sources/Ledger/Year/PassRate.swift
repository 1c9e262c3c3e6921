internal import RubricKit

/// The share of cases that pass, for all cases that samples were drawn from.
///
/// Each stratum (round, agency and kind of case) counts by its size: W. G. Cochran, Sampling Techniques,
/// 1977, ch. 5 (stratified random sampling, with the finite population correction).
public struct PassRate: Sendable, Hashable {
  /// One stratum.
  struct Stratum: Sendable, Hashable {
    var population = 0
    var judged = 0
    var passed = 0
  }

  /// Cases that the samples were drawn from.
  public let population: Int
  /// Cases judged.
  public let judged: Int
  /// Those that passed.
  public let passed: Int
  /// The estimated share, in thousandths, rounded half up.
  public let estimate: Int
  /// The ends of the interval that holds the true share with a probability of 95 %, in thousandths.
  public let interval: ClosedRange<Int>

  /// Nil where nothing was judged.
  init?(_ strata: [Stratum]) {
    let used = strata.filter { $0.judged > 0 }
    population = used.reduce(0) { $0 + $1.population }
    judged = used.reduce(0) { $0 + $1.judged }
    passed = used.reduce(0) { $0 + $1.passed }
    guard judged > 0 else { return nil }
    var exact = Fraction(0)
    for one in used {
      guard let share = try? Fraction(one.passed, over: one.judged),
        let weight = try? Fraction(one.population, over: population),
        let part = try? share.multiplied(by: weight), let sum = try? exact.adding(part)
      else { return nil }
      exact = sum
    }
    guard let thousandths = try? exact.rounded(digits: 3, .halfUp) else { return nil }
    estimate = thousandths
    // One case alone says nothing of the spread in its stratum: the spread of all stands in for it.
    let (all, overall) = (Double(population), Double(passed) / Double(judged))
    let variance = used.reduce(0.0) { sum, one in
      let share = Double(one.passed) / Double(one.judged)
      let spread =
        one.judged > 1
        ? share * (1 - share) / Double(one.judged - 1) : overall * (1 - overall)
      let weight = Double(one.population) / all
      return sum + weight * weight * (1 - Double(one.judged) / Double(one.population)) * spread
    }
    let margin = Int((1.96 * variance.squareRoot() * 1000).rounded(.up))
    interval = max(0, thousandths - margin)...min(1000, thousandths + margin)
  }
}
