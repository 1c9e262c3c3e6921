public import XPath

/// What the functions of ours need besides the document.
public final class RegisterServices: FunctionServices {
  /// The registers, the calendar among them.
  public let registers: Registers
  /// The day of the audit (Asia/Shanghai). Nothing reads the clock.
  public let asOf: CivilDate
  /// Compiled regular expressions, shared by all workers.
  let patterns: RegularExpressionCache

  /// Services over registers as of a day.
  public init(registers: Registers, asOf: CivilDate) {
    self.registers = registers
    self.asOf = asOf
    patterns = RegularExpressionCache()
  }
}
