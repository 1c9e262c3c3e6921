/// What counts from a first to a last day.
public protocol DaysOfForce {
  /// The first day; nil: since ever.
  var from: CivilDate? { get }
  /// The last day; nil: still.
  var to: CivilDate? { get }
}

extension DaysOfForce {
  /// Whether it is in force on a day.
  public func isInForce(on day: CivilDate) -> Bool {
    (from ?? day) <= day && day <= (to ?? day)
  }

  /// Whether both are in force on some day.
  func overlaps(_ other: Self) -> Bool {
    (from ?? .first) <= (other.to ?? .last) && (other.from ?? .first) <= (to ?? .last)
  }
}
