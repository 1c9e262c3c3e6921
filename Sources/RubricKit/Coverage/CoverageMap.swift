public import CaseXML

/// Which items of a rubric check each numbered clause of the published standard it follows:
/// `coverage.xml` beside `rubric.xml`.
public struct CoverageMap: Sendable, Hashable {
  /// Who judges a clause.
  public enum Status: String, Sendable, Hashable, CaseIterable {
    /// The engine alone.
    case automated
    /// The engine, with a person to confirm or to answer what the file leaves open.
    case confirm
    /// A person alone.
    case person
    /// Nobody: this format of case file does not hold what the clause is about.
    case notApplicable = "not-applicable"
  }

  /// A numbered clause.
  public struct Clause: Sendable, Hashable, Identifiable {
    /// Its number, e.g. `p11.8`.
    public var id: String
    /// What it asks, in few words of our own.
    public var title: LocalizedText
    /// The standard's points; nil: none of its own.
    public var points: Points?
    /// Who judges it.
    public var status: Status
    /// Requirements, in order.
    public var items: [String]
    /// Why it is not judged, or what else there is to know.
    public var remark: LocalizedText?
    /// Line and column in the file.
    public var position: SourcePosition
  }

  /// A part of the standard.
  public struct Part: Sendable, Hashable, Identifiable {
    /// Its identity, unique in the map.
    public var id: String
    /// What it is called, in two languages.
    public var title: LocalizedText
    /// In the standard's order.
    public var clauses: [Clause]
  }

  /// The rubric's id.
  public var rubric: String
  /// The standard, by its name in the law register.
  public var law: String
  /// In the standard's order.
  public var parts: [Part]
  /// The file, relative to the rubrics folder.
  public var file: String

  /// Every clause, in order.
  public var clauses: [Clause] { parts.flatMap(\.clauses) }

  /// How many clauses have a status.
  public func count(_ status: Status) -> Int { clauses.count { $0.status == status } }

  /// The map of a rubric; nil where the rubric has none.
  ///
  /// - Throws: ``UnusableRubricError`` where the file cannot be read or does not fit the schema.
  public static func load(_ rubric: String, in library: RubricLibrary)
    throws(UnusableRubricError) -> CoverageMap?
  {
    guard let home = library.rubrics.first(where: { $0.id == rubric })?.file else { return nil }
    return try read(Paths.join(Paths.parent(of: home), "coverage.xml"), in: library)
  }

  /// How each row of the law is judged, over all requirements: `law-map.xml`; nil where there is none.
  ///
  /// - Throws: ``UnusableRubricError`` where the file cannot be read or does not fit the schema.
  public static func lawMap(in library: RubricLibrary) throws(UnusableRubricError) -> CoverageMap? {
    try read("law-map.xml", in: library)
  }

  /// What a law map has in place of a rubric's id.
  public static let lawMapID = "law-map"

  private static func read(_ file: String, in library: RubricLibrary)
    throws(UnusableRubricError) -> CoverageMap?
  {
    guard OwnFileParser.exists(Paths.join(library.folder, file)) else { return nil }
    let parser = try OwnFileParser(folder: library.folder, schema: "schema/rubric.xsd")
    let (root, _) = try parser.parse(file, root: "coverage")
    var reader = ElementReader(file: file)
    let map = CoverageMap(
      rubric: reader.required("rubric", of: root), law: reader.required("law", of: root),
      parts: root.children(named: "part").map { CoverageMap.part($0, &reader) }, file: file)
    try reader.finish()
    return map
  }

  private static func part(_ element: XMLElement, _ reader: inout ElementReader) -> Part {
    Part(
      id: reader.required("id", of: element),
      title: reader.text("title", of: element) ?? LocalizedText(zh: "", en: ""),
      clauses: element.children(named: "clause").map { clause in
        Clause(
          id: reader.required("number", of: clause),
          title: reader.text("title", of: clause) ?? LocalizedText(zh: "", en: ""),
          points: reader.points("points", of: clause),
          status: reader.choice("status", of: clause, default: .person),
          items: clause.children(named: "item").map {
            reader.required("requirement", of: $0)
          },
          remark: reader.text("remark", of: clause, required: false), position: clause.position)
      })
  }
}
