internal import CaseXML
internal import FoundationEssentials

/// Whether a file is well-formed and fits the case-file schema.
public struct FormatChecker {
  /// What was found.
  public enum Result: Sendable, Hashable {
    case fits
    /// One of our own files that is not a case.
    case notCase
    /// In the order of the file.
    case faults([SchemaErrorRecord])
  }

  private let parser: XMLParser
  private let limits = XMLLimits()

  /// Compiles the schema in the rubrics folder.
  public init(rubricsFolder folder: String) throws(UnusableRubricError) {
    let bytes = try OwnFileParser.read(
      Paths.join(folder, "schema/case-file.xsd"), as: "schema/case-file.xsd")
    do {
      parser = XMLParser(
        limits: limits, names: NameTable.empty, schema: try CompiledSchema(bytes))
    } catch {
      throw OwnFileParser.unusable(error, file: "schema/case-file.xsd")
    }
  }

  /// Checks one file.
  public func check(_ file: FoundFiles.File) -> Result {
    guard file.size <= limits.maxBytes, let data = FileManager.default.contents(atPath: file.path)
    else {
      return .faults([
        SchemaErrorRecord(
          line: 1, column: 1,
          message: LocalizedText(zh: "无法读取或者文件过大", en: "cannot be read, or too large"))
      ])
    }
    do {
      let parsed = try parser.parse([UInt8](data))
      if let root = parsed.document.rootElement, CaseJudge.ownRoots.contains(root.name) {
        return .notCase
      }
      let faults = CaseJudge.schemaErrors(parsed)
      return faults.isEmpty ? .fits : .faults(faults)
    } catch {
      let diagnostic = error.diagnostic
      return .faults([
        SchemaErrorRecord(
          line: diagnostic.position?.line ?? 1, column: diagnostic.position?.column ?? 1,
          message: diagnostic.text)
      ])
    }
  }
}
