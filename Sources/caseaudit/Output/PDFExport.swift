internal import Foundation
internal import RubricKit

/// Papers as PDF, through LibreOffice where it is installed: it lays out the DOCX that we write. Unlike all
/// other outputs the bytes depend on its version and on the fonts of the machine.
struct PDFExport {
  private let program: String
  private let language: Language

  /// - Throws: `Failure` where LibreOffice is not installed.
  init(_ language: Language) throws {
    self.language = language
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    let places = ["soffice", "libreoffice"].flatMap { name in folders.map { "\($0)/\(name)" } }
    guard let found = places.first(where: FileManager.default.isExecutableFile) else {
      throw Failure(
        .unusable,
        LocalizedText(
          zh: "输出 PDF 需要 LibreOffice（soffice），本机没有找到；请安装，或者改用 --format docx",
          en: "PDF needs LibreOffice (soffice), which is not there; install it or use --format docx"
        ), language)
    }
    program = found
  }

  /// The files with every DOCX made a PDF; all others as they are.
  ///
  /// - Throws: `Failure` where LibreOffice fails on one; nothing is half done then.
  func files(_ files: [String: [UInt8]]) throws -> [String: [UInt8]] {
    let names = files.keys.filter { $0.hasSuffix(".docx") }.sorted()
    guard !names.isEmpty else { return files }
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "caseaudit-\(UUID().uuidString)")
    // The papers hold full data of the cases.
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    defer { try? FileManager.default.removeItem(at: folder) }
    var result = files
    for start in stride(from: 0, to: names.count, by: PDFExport.batch) {
      let part = names[start..<min(start + PDFExport.batch, names.count)]
      for (index, name) in part.enumerated() {
        try Data(files[name] ?? []).write(to: folder.appending(path: "\(index).docx"))
      }
      try convert((0..<part.count).map { "\($0).docx" }, in: folder)
      for (index, name) in part.enumerated() {
        let place = folder.appending(path: "\(index).pdf")
        guard let data = try? Data(contentsOf: place), data.starts(with: Data("%PDF".utf8)) else {
          throw failed(name)
        }
        try? FileManager.default.removeItem(at: place)
        result[name] = nil
        result[PDFExport.name(of: name)] = [UInt8](data)
      }
    }
    return result
  }

  /// The PDF's name for a DOCX's.
  static func name(of path: String) -> String {
    path.hasSuffix(".docx") ? path.dropLast(4) + "pdf" : path
  }

  /// How many papers one start of LibreOffice makes.
  private static let batch = 50

  private func convert(_ names: [String], in folder: URL) throws {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.currentDirectoryURL = folder
    // A profile of its own: an office that is open on the desktop neither disturbs nor is disturbed.
    process.arguments =
      [
        "-env:UserInstallation=\(folder.appending(path: "profile").absoluteString)", "--headless",
        "--norestore", "--convert-to", "pdf",
      ] + names
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    let limit = Date.now.addingTimeInterval(60 + 5 * Double(names.count))
    while process.isRunning, Date.now < limit { Thread.sleep(forTimeInterval: 0.05) }
    guard !process.isRunning else {
      process.terminate()
      throw failed(names[0])
    }
    guard process.terminationStatus == 0 else { throw failed(names[0]) }
  }

  private func failed(_ name: String) -> Failure {
    Failure(
      .cannotWrite,
      LocalizedText(
        zh: "LibreOffice 没有把 \(name) 转成 PDF；请改用 --format docx，再用办公软件另存",
        en: "LibreOffice made no PDF of \(name); use --format docx and save from an office suite"),
      language)
  }
}
