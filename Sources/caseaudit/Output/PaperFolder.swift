internal import Reports
internal import RubricKit

/// Where the papers of a command go: a folder that appears whole or not at all.
struct PaperFolder {
  let path: String
  let replaces: Bool
  let export: PDFExport?
  let language: Language

  /// Writes papers, as PDF where that was asked for; gives the paths written, sorted.
  ///
  /// - Throws: `Failure`; nothing has changed then.
  @discardableResult
  func write(_ papers: [String: [UInt8]]) throws -> [String] {
    let files = try export?.files(papers) ?? papers
    do {
      try DirectoryWriter(replaces: replaces).write(files, to: path)
    } catch {
      throw Failure(.cannotWrite, error.message, language)
    }
    return files.keys.sorted().map { "\(path)/\($0)" }
  }
}
