public import XPath

/// What functions of ours look things up in.
public struct RegisterServices: FunctionServices {
  /// Registers and calendar.
  public let registers: Registers
  /// The day of the audit.
  public let asOf: CivilDate

  /// Registers as of a day.
  public init(registers: Registers, asOf: CivilDate) {
    self.registers = registers
    self.asOf = asOf
  }
}
