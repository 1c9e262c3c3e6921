/// The laws that requirements may cite: names, versions, days of force, number of articles.
public struct LawRegister: Sendable {
  /// One version of a law.
  public struct Version: Sendable, Hashable {
    /// The name.
    public var name: String
    /// English name.
    public var english: String
    /// The first day of force.
    public var from: CivilDate
    /// The last day of force; nil: still in force.
    public var to: CivilDate?
    /// 0: only the document as a whole may be cited.
    public var articles: Int
    /// True of a standard that reviewers score by: it counts from its first day for every file they
    /// review, however old. All else binds the agency, and only from that day on.
    public var isReviewStandard: Bool = false
  }

  private var versions: [String: [Version]] = [:]

  /// A register of these versions.
  public init(_ versions: [Version]) {
    for version in versions { self.versions[version.name, default: []].append(version) }
  }

  /// The versions in a register of laws.
  init(_ table: Register) {
    self.init(
      table.rows.map { row in
        Version(
          name: row.key, english: row.fields["english"] ?? row.key, from: row.from ?? .first,
          to: row.to, articles: Int(row.fields["articles"] ?? "") ?? 0,
          isReviewStandard: row.fields["use"] == "review")
      })
  }

  /// Versions of a law, in the register's order; empty where it is unknown.
  public func versions(of name: String) -> [Version] { versions[name] ?? [] }

  /// The citation ready to print.
  public func citation(_ basis: Basis) -> LocalizedText {
    basis.citation(englishName: versions(of: basis.law).first?.english ?? basis.law)
  }

  /// Whether a basis bound the agency on a day; true of one that the register does not know.
  public func isInForce(_ basis: Basis, on day: CivilDate) -> Bool {
    if let to = basis.to, day > to { return false }
    if let from = basis.from { return from <= day }
    let known = versions(of: basis.law)
    return known.isEmpty
      || known.contains { version in
        version.isReviewStandard || (version.from <= day && day <= (version.to ?? day))
      }
  }

  /// Why a basis does not resolve, or nil where it does.
  public func fault(of basis: Basis) -> LocalizedText? {
    let known = versions(of: basis.law)
    guard !known.isEmpty else {
      return LocalizedText(
        zh: "法律登记册中没有《\(basis.law)》", en: "the law register does not know 《\(basis.law)》")
    }
    guard let article = basis.article else { return nil }
    let most = known.map(\.articles).max() ?? 0
    if most == 0 {
      return LocalizedText(
        zh: "《\(basis.law)》未登记条文数，只能整体引用，不得引用条文",
        en: "the register has no articles for 《\(basis.law)》; cite it as a whole")
    }
    if article > most {
      return LocalizedText(
        zh: "《\(basis.law)》只有\(most)条，引用了第\(article)条",
        en: "《\(basis.law)》 has \(most) articles; article \(article) is cited")
    }
    return nil
  }
}
