internal import FoundationEssentials

/// What differs between two rubrics folders, part by part.
public struct RubricComparison: Sendable, Hashable {
  /// One difference.
  public struct Change: Codable, Sendable, Hashable {
    /// `added`, `removed` or `changed`.
    public enum Way: String, Codable, Sendable, Hashable {
      case added, removed, changed
    }

    /// What happened.
    public var way: Way
    /// `item`, `parameter`, `check` …
    public var kind: String
    /// The rubric, requirement, set rule, definitions or file that the part belongs to.
    public var owner: String
    /// Within the owner; empty for the owner itself.
    public var id: String
    /// What it says differently, as the files name it; `form` where only order, comments or white
    /// space differ; nil where the whole part came or went.
    public var field: String?
    /// What it said; nil where it said nothing.
    public var old: String?
    /// What it says now; nil where it says nothing.
    public var new: String?
  }

  /// In the order of rubrics, definitions, set rules, requirements and other files; what went stands
  /// before what came, and that before what changed.
  public let changes: [Change]

  /// Compares two folders that were read.
  ///
  /// - Throws: ``UnusableRubricError`` where a file in one of them cannot be read.
  public init(_ old: RubricLibrary, _ new: RubricLibrary) throws(UnusableRubricError) {
    let before = RubricComparison.parts(of: old) + (try RubricComparison.files(of: old))
    let after = RubricComparison.parts(of: new) + (try RubricComparison.files(of: new))
    var changes: [Change] = []
    for owner in RubricComparison.owners(before, after) {
      changes += RubricComparison.changes(
        before.filter { $0.identity.owner == owner }, after.filter { $0.identity.owner == owner })
    }
    self.changes = changes
  }

  // MARK: Parts

  private static func parts(of library: RubricLibrary) -> [RubricPart] {
    let parts =
      library.rubrics.flatMap { RubricPart.parts(of: $0) } + RubricPart.sharedDefinitions(library)
      + library.setRules.map { RubricPart.part(of: $0) }
      + library.requirements.values.sorted { Paths.precedes($0.id, $1.id) }
      .flatMap { RubricPart.parts(of: $0) }
    return numbered(parts)
  }

  /// Parts that share an identity, as two examples of one title do, are told apart by their order.
  private static func numbered(_ parts: [RubricPart]) -> [RubricPart] {
    var seen: [RubricPart.Identity: Int] = [:]
    return parts.map { part in
      let count = seen[part.identity, default: 0] + 1
      seen[part.identity] = count
      guard count > 1 else { return part }
      var part = part
      part.identity.id += " (\(count))"
      return part
    }
  }

  /// Files that judging or examples depend on and that are compared as a whole.
  private static func files(of library: RubricLibrary) throws(UnusableRubricError) -> [RubricPart] {
    var names: [String] = []
    for folder in ["base-cases", "example-registers", "registers", "schema"] {
      let path = Paths.join(library.folder, folder)
      let found = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
      names += found.filter { !$0.hasPrefix(".") }.sorted(by: Paths.precedes)
        .map { Paths.join(folder, $0) }
    }
    names += library.rubrics.map { "\($0.id)/coverage.xml" } + ["law-map.xml"]
    var parts: [RubricPart] = []
    for name in names {
      let path = Paths.join(library.folder, name)
      guard OwnFileParser.exists(path) else { continue }
      let bytes = try OwnFileParser.read(path, as: name)
      parts.append(RubricPart(.file, name, ["digest": Digest.sha256(bytes)]))
    }
    return parts
  }

  /// In the order of the new folder; those that went stand at the end.
  private static func owners(_ before: [RubricPart], _ after: [RubricPart]) -> [String] {
    var seen: Set<String> = []
    return (after + before).map(\.identity.owner).filter { seen.insert($0).inserted }
  }

  // MARK: Changes of one owner

  private static func changes(_ before: [RubricPart], _ after: [RubricPart]) -> [Change] {
    let old = Dictionary(uniqueKeysWithValues: before.map { ($0.identity, $0) })
    let new = Dictionary(uniqueKeysWithValues: after.map { ($0.identity, $0) })
    let removed = before.filter { new[$0.identity] == nil }
    let added = after.filter { old[$0.identity] == nil }
    // Where the owner itself came or went, its parts go without saying.
    if let owner = (removed + added).first(where: { $0.identity.id.isEmpty }) {
      return [whole(owner, removed.contains(owner) ? .removed : .added)]
    }
    var changes = removed.map { whole($0, .removed) } + added.map { whole($0, .added) }
    for part in after {
      if let past = old[part.identity] { changes += RubricComparison.changes(from: past, to: part) }
    }
    if changes.isEmpty, let owner = after.first, let past = old[owner.identity],
      owner.digest != past.digest
    {
      changes.append(change(owner, .changed, field: "form", old: nil, new: nil))
    }
    return changes
  }

  private static func changes(from old: RubricPart, to new: RubricPart) -> [Change] {
    var names = old.fields.map(\.name)
    names += new.fields.map(\.name).filter { !names.contains($0) }
    return names.compactMap { name in
      let (before, after) = (old.value(name), new.value(name))
      return before == after ? nil : change(new, .changed, field: name, old: before, new: after)
    }
  }

  private static func whole(_ part: RubricPart, _ way: Change.Way) -> Change {
    let says = part.fields.map { "\($0.name) \($0.value)" }.joined(separator: "；")
    return change(
      part, way, field: nil, old: way == .removed ? says : nil, new: way == .added ? says : nil)
  }

  private static func change(
    _ part: RubricPart, _ way: Change.Way, field: String?, old: String?, new: String?
  ) -> Change {
    Change(
      way: way, kind: part.identity.kind.rawValue, owner: part.identity.owner,
      id: part.identity.id, field: field, old: old, new: new)
  }
}
