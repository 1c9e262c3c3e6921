/// Findings counted by severity and by requirement.
public struct FindingCounts: Sendable, Hashable {
  /// A requirement and how many findings it has.
  public struct Frequency: Sendable, Hashable {
    /// The requirement's id.
    public var requirement: String
    /// How many.
    public var count: Int
  }

  /// Findings by severity.
  public private(set) var bySeverity: [Severity: Int] = [:]
  private var byRequirement: [String: Entry] = [:]

  private struct Entry: Sendable, Hashable {
    var count: Int
    var severity: Severity
    var order: Int
  }

  /// Findings in all.
  public var total: Int { bySeverity.values.reduce(0, +) }

  /// The most frequent findings: by count, then the graver first, then in the order of the rubrics.
  public func mostFrequent(_ limit: Int = 5) -> [Frequency] {
    byRequirement.sorted { left, right in
      if left.value.count != right.value.count { return left.value.count > right.value.count }
      if left.value.severity != right.value.severity {
        return left.value.severity > right.value.severity
      }
      if left.value.order != right.value.order { return left.value.order < right.value.order }
      return left.key < right.key
    }.prefix(limit).map { Frequency(requirement: $0.key, count: $0.value.count) }
  }

  mutating func add(_ count: Int, of requirement: String, severity: Severity, order: Int) {
    guard count > 0 else { return }
    bySeverity[severity, default: 0] += count
    byRequirement[requirement, default: Entry(count: 0, severity: severity, order: order)].count +=
      count
  }
}
