internal import XPath

/// Rubrics as one Schematron schema: every check that plain XPath 1.0 can say exactly, so that the
/// schema reports what this program finds, node by node. Nothing is approximated; what cannot be said
/// is left out and listed.
public struct SchematronExport: Sendable {
  /// A check, or a requirement as a whole, that the schema does not have.
  public struct Omission: Sendable, Hashable {
    /// `requirement`, or `requirement/check`.
    public var id: String
    /// Why.
    public var reason: LocalizedText
  }

  /// A rubric of which plain XPath cannot say which files it judges.
  public struct Failure: Error, Sendable, Hashable {
    /// What is wrong and what to do.
    public var message: LocalizedText
  }

  /// The schema as XML.
  public let xml: String
  /// What was left out, in the order of the rubrics.
  public let omissions: [Omission]
  /// How many checks the schema has.
  public let checks: Int

  /// - Parameters:
  ///   - ids: rubrics to export, as if named by `--rubric`; empty: all, as they are used unasked.
  ///   - laws: what the days come from on which a requirement's leading basis bound the agency.
  public init(
    _ library: RubricLibrary, rubrics ids: [String], laws: LawRegister, language: Language
  ) throws(Failure) {
    let rubrics = library.rubrics.filter { ids.isEmpty || ids.contains($0.id) }
    var scope = PlainScope()
    for rubric in rubrics { scope.define(rubric.definitions) }
    var definitions = [
      SchematronSchema.Definition(name: "file.unread", value: "//*\(UnreadParts.mark)")
    ]
    let uses = RubricUses(scope: scope, named: !ids.isEmpty)
    definitions += try uses.definitions(rubrics)
    definitions += scope.definitions
    var assertions: [SchematronSchema.Assertion] = []
    var omissions: [Omission] = []
    var seen: Set<String> = []
    for item in rubrics.flatMap(\.items) where seen.insert(item.requirement).inserted {
      guard let requirement = library.requirement(item.requirement) else { continue }
      let users = rubrics.filter { $0.items.contains { $0.requirement == requirement.id } }
      var plain = PlainRequirement(requirement, scope, language)
      plain.translate(uses.condition(users, requirement, laws))
      definitions += plain.definitions
      assertions += plain.assertions
      omissions += plain.omissions
    }
    self.omissions = omissions
    checks = assertions.count
    let words = SchematronWords(rubrics, checks: assertions.count, omitted: omissions.count)
    xml = SchematronSchema(
      title: words.title[language], version: words.version,
      remarks: words.remarks.map { $0[language] },
      omitted: omissions.map { "\($0.id)  \($0.reason[language])" }, keys: scope.declaredKeys,
      definitions: definitions, assertions: assertions
    ).xml(language)
  }
}
