public import CaseXML

/// Everything a case is judged with; immutable and shared by all workers.
public struct AuditContext: Sendable {
  /// Rubrics, requirements and set rules, compiled.
  public let compiled: CompiledRubrics
  /// Registers, calendar and the day of the audit.
  public let services: RegisterServices
  /// The laws that requirements rest on, with their days of force.
  public let laws: LawRegister
  /// Names of the vocabulary's elements and which of them hold personal data.
  public let vocabulary: Vocabulary
  /// Answers and waivers.
  public let decisions: Decisions
  /// The case-file schema's source; nil where validation is off.
  public let schema: [UInt8]?
  /// Bounds on one file.
  public let limits: XMLLimits

  /// Brings the parts together.
  public init(
    compiled: CompiledRubrics, services: RegisterServices, laws: LawRegister,
    vocabulary: Vocabulary, decisions: Decisions, schema: [UInt8]?, limits: XMLLimits = XMLLimits()
  ) {
    self.compiled = compiled
    self.services = services
    self.laws = laws
    self.vocabulary = vocabulary
    self.decisions = decisions
    self.schema = schema
    self.limits = limits
  }

  /// The agency as the register names it; as the file does where the register does not know it.
  func agency(_ found: AgencyRecord) -> AgencyRecord {
    guard let name = services.registers.agencyName(found.code) else { return found }
    return AgencyRecord(code: found.code, name: name)
  }
}
