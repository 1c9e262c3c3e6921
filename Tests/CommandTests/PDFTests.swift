import Foundation
import TestSupport
import Testing

@Suite("Papers as PDF") struct PDFTests {
  private static let isInstalled = ["/usr/bin/soffice", "/usr/bin/libreoffice"].contains {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  private func notices(_ folder: Folder, path: String) throws -> Tool.Result {
    try Tool.run(
      [
        "notices", "\(Tool.root)/Rubrics/base-cases/ordinary-penalty.xml", "--output",
        "\(folder.path)/papers", "--format", "pdf", "--as-of", "2026-11-24",
      ], environment: ["PATH": path])
  }

  private func papers(_ folder: Folder, _ ending: String) -> [String] {
    (FileManager.default.enumerator(atPath: "\(folder.path)/papers")?.compactMap { $0 as? String }
      ?? []).filter { $0.hasSuffix(ending) }
  }

  /// A stand-in for LibreOffice: what it does for each file named.
  private func office(_ body: String) throws -> Folder {
    let folder = try Folder()
    let program = "\(folder.path)/soffice"
    try "#!/bin/sh\nfor name in *.docx; do \(body); done\n".write(
      toFile: program, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
    return folder
  }

  @Test("are refused where there is no office suite, before anything is written")
  func missing() throws {
    let folder = try Folder()
    let result = try notices(folder, path: "/nowhere")
    #expect(result.status == 65)
    #expect(result.errors.contains("LibreOffice"))
    #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/papers"))
  }

  @Test("stand in the place of the DOCX, and the summary names them")
  func written() throws {
    let office = try office(#"printf %%PDF-1.7 > "${name%.docx}.pdf""#)
    let folder = try Folder()
    let result = try notices(folder, path: "\(office.path):/usr/bin:/bin")
    #expect(!papers(folder, ".pdf").isEmpty, "\(result.errors)")
    #expect(papers(folder, ".docx").isEmpty)
    #expect(!result.output.contains(".docx"))
  }

  @Test("are all there or none", arguments: ["exit 1", "true"])
  func failed(body: String) throws {
    let office = try office(body)
    let folder = try Folder()
    let result = try notices(folder, path: "\(office.path):/usr/bin:/bin")
    #expect(result.status == 74)
    #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/papers"))
  }

  @Test("are made by LibreOffice", .enabled(if: isInstalled))
  func real() throws {
    let folder = try Folder()
    _ = try notices(folder, path: "/usr/bin:/bin")
    let first = try #require(papers(folder, ".pdf").first)
    let data = try Data(contentsOf: URL(filePath: "\(folder.path)/papers/\(first)"))
    #expect(data.starts(with: Data("%PDF".utf8)))
    #expect(data.count > 10_000)
  }
}
