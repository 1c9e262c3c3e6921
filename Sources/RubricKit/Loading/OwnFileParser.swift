internal import CaseXML
internal import FoundationEssentials

/// Parses files of ours against one of our schemas; a schema error makes the file unusable.
struct OwnFileParser {
  private let folder: String
  private let parser: XMLParser

  /// - Parameter schema: the schema's path below the rubrics folder; nil: no validation.
  init(folder: String, schema: String?) throws(UnusableRubricError) {
    self.folder = folder
    var compiled: CompiledSchema?
    if let schema {
      let bytes = try OwnFileParser.read(Paths.join(folder, schema), as: schema)
      do {
        compiled = try CompiledSchema(bytes)
      } catch {
        throw OwnFileParser.unusable(error, file: schema)
      }
    }
    parser = XMLParser(limits: XMLLimits(), names: NameTable.empty, schema: compiled)
  }

  /// The root element and the digest of the file's bytes.
  func parse(_ file: String, root name: String?) throws(UnusableRubricError)
    -> (root: XMLElement, digest: String)
  {
    try parse(file, at: Paths.join(folder, file), root: name)
  }

  /// The same for a file elsewhere, printed as `file`.
  func parse(_ file: String, at path: String, root name: String?) throws(UnusableRubricError)
    -> (root: XMLElement, digest: String)
  {
    let bytes = try OwnFileParser.read(path, as: file)
    let parsed: ParsedXML
    do {
      parsed = try parser.parse(bytes)
    } catch {
      throw OwnFileParser.unusable(error, file: file)
    }
    let problems = parsed.schemaErrors.map {
      RubricProblem(
        "schema", file: file, position: $0.position, zh: $0.diagnostic.text.zh,
        en: $0.diagnostic.text.en)
    }
    if !problems.isEmpty { throw UnusableRubricError(problems: problems) }
    guard let root = parsed.document.rootElement else {
      throw UnusableRubricError(problems: [
        RubricProblem(
          "xml", file: file, position: SourcePosition(line: 1, column: 1), zh: "没有根元素",
          en: "there is no root element")
      ])
    }
    if let name, root.name != name {
      throw UnusableRubricError(problems: [
        RubricProblem(
          "wrong-root", file: file, position: root.position,
          zh: "根元素应为 <\(name)>，实为 <\(root.name)>",
          en: "the root element should be <\(name)> and is <\(root.name)>")
      ])
    }
    return (root, Digest.sha256(bytes))
  }

  /// The format of registers.
  static func registerSchema(_ folder: String) throws(UnusableRubricError) -> RegisterSchema {
    let name = "schema/register.xsd"
    let bytes = try read(Paths.join(folder, name), as: name)
    do {
      return try RegisterSchema(bytes)
    } catch {
      throw unusable(error, file: name)
    }
  }

  static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  static func read(_ path: String, as file: String) throws(UnusableRubricError) -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw UnusableRubricError(problems: [
        RubricProblem(
          "unreadable", file: file, position: SourcePosition(line: 1, column: 1),
          zh: "无法读取 \(path)",
          en: "cannot read \(path)")
      ])
    }
    return [UInt8](data)
  }

  static func unusable(_ error: XMLError, file: String) -> UnusableRubricError {
    let diagnostic = error.diagnostic
    return UnusableRubricError(problems: [
      RubricProblem(
        "xml", file: file, position: diagnostic.position ?? SourcePosition(line: 1, column: 1),
        zh: diagnostic.text.zh, en: diagnostic.text.en)
    ])
  }
}

extension XMLDiagnostic {
  /// What is wrong and what to do, in one text.
  var text: LocalizedText {
    LocalizedText(
      zh: advice.zh.isEmpty ? message.zh : "\(message.zh)。\(advice.zh)",
      en: advice.en.isEmpty ? message.en : "\(message.en). \(advice.en)")
  }
}
