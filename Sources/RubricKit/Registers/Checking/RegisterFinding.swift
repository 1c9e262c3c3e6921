public import CaseXML

/// Something that is wrong with the registers, or that somebody should look at.
public struct RegisterFinding: Sendable, Hashable {
  /// Error: the register cannot be relied on, or not used at all; warning: it can, but somebody
  /// should look at it.
  public let weight: RubricProblem.Weight
  /// A closed code, e.g. `overlap`, `orphan`, `certificate-expired`.
  public let code: String
  /// The file, as it is cited.
  public let file: String
  /// Where the row begins; nil where it is about the file as a whole.
  public let position: SourcePosition?
  /// The row's key, where it is about a row.
  public let key: String?
  /// What is wrong.
  public let message: LocalizedText
  /// What to do.
  public let advice: LocalizedText

  /// One line: place, weight, key, what, what to do, code.
  public func text(_ language: Language) -> String {
    let place = position.map { "\(file):\($0.line):\($0.column)" } ?? file
    let name = key.map { "[\($0)] " } ?? ""
    switch language {
    case .zh:
      return
        "\(place): \(weight == .error ? "错误" : "提示")：\(name)\(message.zh)。\(advice.zh) [\(code)]"
    case .en:
      return "\(place): \(weight.rawValue): \(name)\(message.en). \(advice.en) [\(code)]"
    }
  }
}
