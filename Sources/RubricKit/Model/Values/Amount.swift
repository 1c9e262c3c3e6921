/// An amount of money in fen (1/100 yuan), exact.
public struct Amount: Hashable, Comparable, Sendable {
  /// The value in fen.
  public var fen: Int64

  /// An amount from fen.
  public init(fen: Int64) {
    self.fen = fen
  }

  /// Reads yuan in plain decimal notation: `12300`, `12300.5`, `-0.05`.
  ///
  /// At most two decimals: an amount finer than a fen is an error, not rounded. No sign but `-`,
  /// no exponent, no grouping, no unit.
  public init(_ text: String) throws(ValueError) {
    fen = Int64(try DecimalText.parse(text, digits: 2, kind: .amount))
  }

  /// No money.
  public static let zero = Amount(fen: 0)

  /// By value.
  public static func < (left: Amount, right: Amount) -> Bool {
    left.fen < right.fen
  }

  /// The sum, or `outOfRange`.
  public func adding(_ other: Amount) throws(ValueError) -> Amount {
    let (sum, overflow) = fen.addingReportingOverflow(other.fen)
    if overflow { throw .outOfRange(.amount, text: "\(self) + \(other)") }
    return Amount(fen: sum)
  }

  /// The difference, or `outOfRange`.
  public func subtracting(_ other: Amount) throws(ValueError) -> Amount {
    let (difference, overflow) = fen.subtractingReportingOverflow(other.fen)
    if overflow { throw .outOfRange(.amount, text: "\(self) - \(other)") }
    return Amount(fen: difference)
  }

  /// The amount times an exact ratio, rounded once to whole fen (half up, away from zero).
  public func multiplied(by ratio: Fraction) throws(ValueError) -> Amount {
    do {
      let product = try Fraction(Int(fen)).multiplied(by: ratio)
      return Amount(fen: Int64(try product.rounded(digits: 0, .halfUp)))
    } catch {
      throw .outOfRange(.amount, text: "\(self) × \(ratio)")
    }
  }
}

extension Amount: CustomStringConvertible {
  /// Yuan in plain notation: whole yuan without decimals (`12300`), else two (`12300.50`).
  public var description: String {
    fen % 100 == 0
      ? String(fen / 100) : DecimalText.print(Int(fen), digits: 2, trimmed: false)
  }

  /// As it is printed for people: `12,300.50 元`, in English `CNY 12,300.50`.
  public func text(_ language: Language) -> String {
    let plain = description
    let unsigned = fen < 0 ? plain.dropFirst() : plain[...]
    let parts = unsigned.split(separator: ".", omittingEmptySubsequences: false)
    var grouped = ""
    for (offset, digit) in (parts.first ?? "").enumerated() {
      let remaining = (parts.first ?? "").count - offset
      if offset > 0, remaining % 3 == 0 { grouped.append(",") }
      grouped.append(digit)
    }
    if parts.count > 1 { grouped += "." + parts[1] }
    let sign = fen < 0 ? "-" : ""
    return language == .zh ? "\(sign)\(grouped)元" : "CNY \(sign)\(grouped)"
  }
}

extension Amount: Codable {
  /// From its plain decimal notation in a JSON string.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    do {
      try self.init(text)
    } catch {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: error.message.en)
    }
  }

  /// As its plain decimal notation in a JSON string, so that no reader goes through binary
  /// fractions.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
