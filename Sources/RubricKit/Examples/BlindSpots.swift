internal import CaseXML

/// What no requirement notices: each element and attribute of a clean base case is removed, and its
/// content altered, one at a time; where nothing but passes and items that do not apply comes of it,
/// nobody checks it.
public struct BlindSpots {
  /// One kind of place in a base case, by its path without ordinals.
  public struct Spot: Sendable, Hashable {
    /// The path, e.g. `/caseFile/documents/interview/place`.
    public var path: String
    /// In how many places of the base case it stands.
    public var places: Int
    /// In how many of them it could be removed unnoticed.
    public var removedUnnoticed: Int
    /// In how many of them its content could be altered unnoticed.
    public var alteredUnnoticed: Int

    /// Whether some change of it goes unnoticed.
    public var isBlind: Bool { removedUnnoticed + alteredUnnoticed > 0 }
  }

  private let judge: CaseJudge
  private let parser: XMLParser
  private let library: RubricLibrary

  /// Blind spots of the rubrics of a context.
  ///
  /// - Throws: ``UnusableRubricError`` where the case-file schema cannot be used.
  public init(context: AuditContext, library: RubricLibrary) throws(UnusableRubricError) {
    judge = CaseJudge(context: context)
    parser = try ExampleRunner.parser(context)
    self.library = library
  }

  /// Every kind of place of a base case, in the order of the file.
  ///
  /// - Throws: ``UnusableRubricError`` where there is no such base case.
  public func spots(of base: String) throws(UnusableRubricError) -> [Spot] {
    let (file, bytes) = try library.baseCase(base)
    let parsed: ParsedXML
    do {
      parsed = try parser.parse(bytes)
    } catch {
      throw OwnFileParser.unusable(error, file: file)
    }
    let clean = outcomes(parsed)
    var spots: [Spot] = []
    var places: [String: Int] = [:]
    for node in Self.nodes(of: parsed.document) {
      let path = Self.pattern(parsed.document.path(node))
      let place = places[path] ?? spots.count
      if place == spots.count {
        places[path] = place
        spots.append(Spot(path: path, places: 0, removedUnnoticed: 0, alteredUnnoticed: 0))
      }
      spots[place].places += 1
      if isUnnoticed(parsed.document, clean, { $0.removed.insert(node) }) {
        spots[place].removedUnnoticed += 1
      }
      if let text = Self.altered(node, in: parsed.document),
        isUnnoticed(parsed.document, clean, { $0.values[node] = text })
      {
        spots[place].alteredUnnoticed += 1
      }
    }
    return spots
  }

  /// The elements and attributes below the root element.
  private static func nodes(of document: XMLDocument) -> [NodeID] {
    (0..<document.count).map { NodeID(index: Int32($0)) }.filter { node in
      guard let parent = document.parent(node), document.parent(parent) != nil else { return false }
      return document.kind(node) == .element || document.kind(node) == .attribute
    }
  }

  /// Whether an edit makes no requirement fail or ask that did not before. What no longer fits the
  /// schema is noticed there.
  private func isUnnoticed(
    _ document: XMLDocument, _ clean: [String: Outcome],
    _ edit: (inout XMLSerializer.Edits) -> Void
  ) -> Bool {
    var serializer = XMLSerializer(document: document)
    edit(&serializer.edits)
    guard let parsed = try? parser.parse(Array(serializer.text().utf8)),
      parsed.schemaErrors.isEmpty
    else { return false }
    return outcomes(parsed).allSatisfy { id, outcome in
      outcome == .passed || outcome == .notApplicable || clean[id] == outcome
    }
  }

  private func outcomes(_ parsed: ParsedXML) -> [String: Outcome] {
    let verdict = judge.judge(parsed, name: "", digest: "")
    guard case .caseFile(let record)? = verdict.record else { return [:] }
    return Dictionary(
      record.outcomes.map { ($0.requirement, $0.outcome) }, uniquingKeysWith: { $1 })
  }

  /// Other content of the same kind; nil where there is none of its own.
  private static func altered(_ node: NodeID, in document: XMLDocument) -> String? {
    let hasElements =
      document.kind(node) == .element
      && !XMLElement(document: document, node: node).children.isEmpty
    let text = document.stringValue(node).string
    guard !hasElements, !text.isEmpty else { return nil }
    if let day = try? CivilDate(String(text.prefix(10))), let later = try? day.adding(days: 400) {
      return "\(later)\(text.dropFirst(10))"
    }
    return text.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 || $0 == 0x2E } ? "9" + text : "改" + text
  }

  /// A path without the ordinals of its steps.
  private static func pattern(_ path: String) -> String {
    path.replacing(#/\[\d+\]/#, with: "")
  }
}
