public import RubricKit

/// What the ledger (整改台账) knows of a paper: with it the paper is issued, without it a draft with blanks.
public struct PaperRegistration: Sendable, Hashable {
  /// The paper's number, e.g. `示司监〔2025〕3号`.
  public var number: String
  /// The day of issue.
  public var issued: CivilDate
  /// The office that issues it.
  public var office: String
  /// The hash of the ledger's event of issue.
  public var ledgerHash: String
  /// That event's number.
  public var event: Int
  /// Days for the reply, counted from receipt.
  public var replyDays: Int

  /// A registration.
  public init(
    number: String, issued: CivilDate, office: String, ledgerHash: String, event: Int,
    replyDays: Int
  ) {
    self.number = number
    self.issued = issued
    self.office = office
    self.ledgerHash = ledgerHash
    self.event = event
    self.replyDays = replyDays
  }
}
