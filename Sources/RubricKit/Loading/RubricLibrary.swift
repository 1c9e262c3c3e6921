internal import CaseXML
internal import FoundationEssentials

/// Everything read from a folder `Rubrics`: rubrics, the requirements they name, shared definitions
/// and set rules, before compilation.
public struct RubricLibrary: Sendable {
  /// The folder.
  public var folder: String
  /// In the order of columns: `three-systems` first, then by id.
  public var rubrics: [Rubric]
  /// By id; every file under `requirements`.
  public var requirements: [String: Requirement]
  /// In the order of ids.
  public var setRules: [SetRule]
  /// Warnings; errors make loading throw.
  public var warnings: [RubricProblem]

  /// Reads and checks the folder.
  ///
  /// - Throws: ``UnusableRubricError`` with every problem of every file.
  public static func load(folder: String) throws(UnusableRubricError) -> RubricLibrary {
    var loader = LibraryLoader(folder: folder)
    let library = loader.load()
    let errors = loader.problems.filter { $0.weight == .error }
    if !errors.isEmpty { throw UnusableRubricError(problems: errors) }
    return library
  }

  /// The requirement of an item; loading has made sure that there is one.
  public func requirement(_ id: String) -> Requirement? { requirements[id] }

  /// The bytes of a clean base case, and the file they come from, as it is cited.
  func baseCase(_ name: String) throws(UnusableRubricError) -> (file: String, bytes: [UInt8]) {
    let file = "base-cases/\(name).xml"
    return (file, try OwnFileParser.read(Paths.join(folder, file), as: file))
  }
}

/// Walks the folder and collects problems.
struct LibraryLoader {
  let folder: String
  var problems: [RubricProblem] = []
  private var parser: OwnFileParser?

  init(folder: String) { self.folder = folder }

  mutating func load() -> RubricLibrary {
    var library = RubricLibrary(
      folder: folder, rubrics: [], requirements: [:], setRules: [], warnings: [])
    do {
      parser = try OwnFileParser(folder: folder, schema: "schema/rubric.xsd")
    } catch {
      problems += error.problems
      return library
    }
    let definitions = loadDefinitions()
    for file in files(under: "requirements") { loadRequirement(file, into: &library) }
    for name in names(in: "") where OwnFileParser.exists(Paths.join(folder, "\(name)/rubric.xml")) {
      loadRubric("\(name)/rubric.xml", definitions, into: &library)
    }
    for file in files(under: "set-rules") {
      guard let (root, digest) = parse(file, root: "setRule") else { continue }
      var reader = SetRuleReader(file: file)
      library.setRules.append(reader.rule(root, digest: digest))
      problems += reader.problems
    }
    library.rubrics.sort { left, right in
      let first = "three-systems"
      if (left.id == first) != (right.id == first) { return left.id == first }
      return Paths.precedes(left.id, right.id)
    }
    checkReferences(library)
    library.warnings = problems.filter { $0.weight == .warning }
    return library
  }

  private mutating func loadDefinitions() -> [String: Definitions] {
    var result: [String: Definitions] = [:]
    for file in files(under: "definitions") {
      guard let (root, _) = parse(file, root: "definitions") else { continue }
      var reader = RubricReader(file: file)
      result[String(Paths.name(of: file).dropLast(4))] = reader.definitions(root)
      problems += reader.problems
    }
    return result
  }

  private mutating func loadRequirement(_ file: String, into library: inout RubricLibrary) {
    guard let (root, digest) = parse(file, root: "requirement") else { return }
    var reader = RequirementReader(file: file)
    let requirement = reader.requirement(root, digest: digest)
    problems += reader.reader.problems
    let group = requirement.id.split(separator: ".").first.map(String.init) ?? ""
    if file != "requirements/\(group)/\(requirement.id).xml" {
      report(
        "misplaced", file, root,
        zh: "评查项目 \(requirement.id) 应存为 requirements/\(group)/\(requirement.id).xml",
        en: "requirement \(requirement.id) belongs in requirements/\(group)/\(requirement.id).xml")
    }
    library.requirements[requirement.id] = requirement
  }

  private mutating func loadRubric(
    _ file: String, _ shared: [String: Definitions], into library: inout RubricLibrary
  ) {
    guard let (root, digest) = parse(file, root: "rubric") else { return }
    var reader = RubricReader(file: file)
    var rubric = reader.rubric(root, digest: digest)
    problems += reader.problems
    for use in root.children(named: "use") {
      let name = use.attribute("definitions") ?? ""
      guard let more = shared[name] else {
        report(
          "missing-definitions", file, use, zh: "没有 definitions/\(name).xml",
          en: "there is no definitions/\(name).xml")
        continue
      }
      rubric.definitions.parameters = more.parameters + rubric.definitions.parameters
      rubric.definitions.variables = more.variables + rubric.definitions.variables
      rubric.definitions.keys = more.keys + rubric.definitions.keys
    }
    library.rubrics.append(rubric)
  }

  /// A file named and missing, or there and not named, is an error.
  private mutating func checkReferences(_ library: RubricLibrary) {
    var named: Set<String> = []
    for rubric in library.rubrics {
      var here: Set<String> = []
      for item in rubric.items {
        named.insert(item.requirement)
        if !here.insert(item.requirement).inserted {
          problems.append(
            RubricProblem(
              "duplicate-item", file: rubric.file, position: item.position,
              zh: "评查项目 \(item.requirement) 在同一标准中出现两次",
              en: "requirement \(item.requirement) stands twice in one rubric"))
        }
        if library.requirements[item.requirement] == nil {
          problems.append(
            RubricProblem(
              "missing-requirement", file: rubric.file, position: item.position,
              zh: "没有评查项目 \(item.requirement) 的文件",
              en: "there is no file for requirement \(item.requirement)"))
        }
      }
    }
    for (id, requirement) in library.requirements where !named.contains(id) {
      problems.append(
        RubricProblem(
          "unused-requirement", file: requirement.file, position: requirement.position,
          zh: "没有任何评查标准列入 \(id)", en: "no rubric names \(id)"))
    }
  }

  private mutating func parse(_ file: String, root name: String) -> (XMLElement, String)? {
    guard let parser else { return nil }
    do {
      let parsed = try parser.parse(file, root: name)
      problems += Placeholder.problems(in: parsed.root, file: file)
      return parsed
    } catch {
      problems += error.problems
      return nil
    }
  }

  private mutating func report(
    _ code: String, _ file: String, _ element: XMLElement, zh: String, en: String
  ) {
    problems.append(RubricProblem(code, file: file, position: element.position, zh: zh, en: en))
  }

  /// Names in a folder, in byte order, dot entries left out.
  private func names(in name: String) -> [String] {
    let path = name.isEmpty ? folder : Paths.join(folder, name)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.filter { !$0.hasPrefix(".") }.sorted(by: Paths.precedes)
  }

  /// XML files below a folder, relative to the rubrics folder.
  private func files(under name: String) -> [String] {
    var found: [String] = []
    for entry in names(in: name) {
      let path = Paths.join(name, entry)
      if entry.hasSuffix(".xml") {
        found.append(path)
      } else if !entry.contains(".") {
        found += files(under: path)
      }
    }
    return found
  }
}
