internal import CaseXML

/// The text of a kind of paper, which an office changes without building anything.
public struct PaperTemplate: Sendable, Hashable {
  /// The kinds, with what each may be filled with.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// 通报
    case circular
    /// 整改通知书
    case notice
    /// 督办函
    case reminder
    /// 行政执法监督意见书
    case opinion
    /// 行政执法监督决定书
    case decision

    /// Names that the text may hold.
    public var names: Set<String> {
      switch self {
      case .circular:
        [
          "number", "round", "office", "agencies", "date", "issued", "drawn", "judged", "unjudged",
          "findings", "fatal", "major", "minor", "open", "event", "hash",
        ]
      case .notice:
        [
          "number", "office", "agency", "rubrics", "date", "issued", "drawn", "judged", "unjudged",
          "findings", "open", "replyDays", "objectionDays", "sheets", "event", "hash",
        ]
      case .reminder, .opinion, .decision:
        [
          "number", "office", "agency", "notice", "received", "due", "issued", "open", "reason",
          "event", "hash",
        ]
      }
    }

    /// Lists to go through, with the names that each entry adds.
    public var lists: [String: Set<String>] {
      switch self {
      case .circular:
        [
          "good": ["agency", "case", "rubric", "points", "grade"],
          "faults": ["serial", "title", "count", "agencies", "cases", "remedy"],
        ]
      case .notice: [:]
      case .reminder, .opinion, .decision: ["findings": ["serial", "case", "title", "status"]]
      }
    }

    /// Parts that the program works out and the text only places. All of them must be placed once.
    public var inserts: Set<String> {
      self == .notice ? ["conclusion", "problems", "demands"] : []
    }

    /// States of a paper on which a block may depend.
    public var states: Set<String> {
      switch self {
      case .notice: ["draft", "issued"]
      case .circular: ["issued"]
      case .reminder, .opinion, .decision: []
      }
    }

    /// Tables that may be put in.
    public var tables: Set<String> { self == .circular ? ["agencies"] : [] }
  }

  /// A part of a paper.
  public indirect enum Block: Sendable, Hashable {
    case mark(String)
    case letterhead(String)
    case subtitle(String)
    /// What the program works out.
    case insert(String)
    /// A block of papers in one state only.
    case when(String, Block)
    case number(String)
    case title([String])
    case addressee(String)
    case heading(level: Int, String)
    case paragraph(String)
    case table(String)
    case attachment(String)
    case closing(sender: String, date: String)
    case footnote(String)
    /// The blocks once for each entry of a list.
    case each(String, [Block])
  }

  /// The kind.
  public let kind: Kind
  /// The blocks of each language.
  public let bodies: [Language: [Block]]

  /// Reads `templates/<kind>.xml` of a rubrics folder.
  ///
  /// - Throws: ``UnusableRubricError`` with every wrong name, its line and column.
  public init(_ kind: Kind, folder: String) throws(UnusableRubricError) {
    let file = "templates/\(kind.rawValue).xml"
    let parser = try OwnFileParser(folder: folder, schema: "schema/template.xsd")
    let root = try parser.parse(file, root: "template").root
    var reader = PaperTemplateReader(file: file, kind: kind)
    bodies = reader.bodies(root)
    self.kind = kind
    try reader.finish()
  }
}

/// Reads the bodies of a template and checks every name in them.
struct PaperTemplateReader {
  private var reader: ElementReader
  private let kind: PaperTemplate.Kind

  init(file: String, kind: PaperTemplate.Kind) {
    reader = ElementReader(file: file)
    self.kind = kind
  }

  func finish() throws(UnusableRubricError) { try reader.finish() }

  mutating func bodies(_ root: XMLElement) -> [Language: [PaperTemplate.Block]] {
    if root.attribute("kind") != kind.rawValue {
      reader.report(
        "template-kind", at: root, zh: "kind 应为 \(kind.rawValue)",
        en: "kind must be \(kind.rawValue)")
    }
    var bodies: [Language: [PaperTemplate.Block]] = [:]
    for body in root.children {
      let language: Language = body.attribute("lang") == "en" ? .en : .zh
      if bodies[language] != nil {
        reader.report(
          "template-language", at: body, zh: "正文的语言重复", en: "two bodies in one language")
      }
      let blocks = body.children.compactMap { block($0, names: kind.names) }
      bodies[language] = blocks
      for name in kind.inserts.sorted() where blocks.count(where: { $0 == .insert(name) }) != 1 {
        reader.report(
          "template-insert", at: body, zh: "<insert of=\"\(name)\"/> 须有且只有一处",
          en: "<insert of=\"\(name)\"/> must stand there once")
      }
    }
    return bodies
  }

  private mutating func block(_ element: XMLElement, names: Set<String>) -> PaperTemplate.Block? {
    guard let block = plain(element, names: names) else { return nil }
    guard let state = element.attribute("when") else { return block }
    return kind.states.contains(state)
      ? .when(state, block) : unknown(state, kind.states, at: element)
  }

  private mutating func plain(_ element: XMLElement, names: Set<String>) -> PaperTemplate.Block? {
    func text() -> String { ElementReader.collapsed(element.text) }
    switch element.name {
    case "title":
      return .title(element.children.map { checked($0.text, at: $0, names) })
    case "heading":
      return .heading(
        level: element.attribute("level") == "2" ? 2 : 1, checked(text(), at: element, names))
    case "table":
      let name = element.attribute("of") ?? ""
      guard kind.tables.contains(name) else { return unknown(name, kind.tables, at: element) }
      return .table(name)
    case "insert":
      let name = element.attribute("of") ?? ""
      guard kind.inserts.contains(name) else { return unknown(name, kind.inserts, at: element) }
      return .insert(name)
    case "closing":
      return .closing(
        sender: checked(element.attribute("sender") ?? "", at: element, names),
        date: checked(element.attribute("date") ?? "", at: element, names))
    case "each":
      let name = element.attribute("of") ?? ""
      guard let own = kind.lists[name] else {
        return unknown(name, Set(kind.lists.keys), at: element)
      }
      return .each(name, element.children.compactMap { block($0, names: names.union(own)) })
    default:
      let words = checked(text(), at: element, names)
      switch element.name {
      case "mark": return .mark(words)
      case "letterhead": return .letterhead(words)
      case "subtitle": return .subtitle(words)
      case "number": return .number(words)
      case "addressee": return .addressee(words)
      case "attachment": return .attachment(words)
      case "footnote": return .footnote(words)
      default: return .paragraph(words)
      }
    }
  }

  /// Reports the names in a text that nothing fills.
  private mutating func checked(_ text: String, at element: XMLElement, _ names: Set<String>)
    -> String
  {
    for match in text.matches(of: PaperTemplate.placeholder) {
      let name = String(match.output.1)
      if !names.contains(name) { report(name, names, at: element) }
    }
    return text
  }

  private mutating func unknown(_ name: String, _ known: Set<String>, at element: XMLElement)
    -> PaperTemplate.Block?
  {
    report(name, known, at: element)
    return nil
  }

  private mutating func report(_ name: String, _ known: Set<String>, at element: XMLElement) {
    let list = known.sorted().joined(separator: "、")
    reader.report(
      "template-name", at: element, zh: "{\(name)} 无内容可填；此处可用：\(list)",
      en: "nothing fills {\(name)}; here there are \(list)")
  }
}

extension PaperTemplate {
  /// `{name}`.
  static var placeholder: Regex<(Substring, Substring)> { /\{([^{}]*)\}/ }

  /// A text with its names filled in.
  public static func filled(_ text: String, _ values: [String: String]) -> String {
    text.replacing(placeholder) { values[String($0.output.1)] ?? String($0.output.0) }
  }
}
