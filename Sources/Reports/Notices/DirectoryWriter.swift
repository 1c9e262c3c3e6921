import FoundationEssentials
public import RubricKit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Writes a set of files as one folder: beside the place first, then moved there in one step, so
/// that nobody sees half of it. Folders and files are the owner's alone.
public struct DirectoryWriter: Sendable {
  /// The list of what we wrote, kept in the folder. Only a folder whose every file is on its own
  /// list is ever replaced.
  static let listName = ".caseaudit-files"

  private let replaces: Bool

  /// - Parameter replaces: True to put the new folder in the place of one that this program wrote.
  public init(replaces: Bool = false) { self.replaces = replaces }

  /// Writes the files, by path relative to `folder`.
  ///
  /// - Throws: ``DirectoryError``; nothing has changed then.
  public func write(_ files: [String: String], to folder: String) throws(DirectoryError) {
    try write(files.mapValues { Array($0.utf8) }, to: folder)
  }

  /// Writes files that need not be text.
  ///
  /// - Throws: ``DirectoryError``; nothing has changed then.
  public func write(_ files: [String: [UInt8]], to folder: String) throws(DirectoryError) {
    var target = folder
    while target.count > 1, target.hasSuffix("/") { target.removeLast() }
    let name = Paths.lastComponent(target)
    guard !["", ".", "..", "/"].contains(name) else { throw .noName(folder) }
    let parent = target.contains("/") ? Paths.folder(target) : "."
    let state = try state(of: target)
    let beside =
      "\(parent.isEmpty ? "/" : parent + "/").\(name).\(UInt64.random(in: 0...UInt64.max))"
    if !parent.isEmpty, parent != "." { try makeParents(parent) }
    do {
      try fill(beside, with: files)
      try put(beside, at: target, state)
    } catch {
      remove(beside)
      throw error
    }
  }

  private enum State {
    case absent, empty, ours
  }

  private func state(of target: String) throws(DirectoryError) -> State {
    var info = stat()
    guard lstat(target, &info) == 0 else {
      if errno == ENOENT { return .absent }
      throw .unusable(target, code: errno)
    }
    guard info.st_mode & S_IFMT == S_IFDIR else { throw .notAFolder(target) }
    guard let entries = try? FileManager.default.contentsOfDirectory(atPath: target) else {
      throw .unusable(target, code: EACCES)
    }
    if entries.isEmpty { return .empty }
    guard replaces else { throw .notEmpty(target) }
    let strangers = strangers(in: target)
    guard strangers.isEmpty else { throw .notOurs(target, file: strangers[0]) }
    return .ours
  }

  /// Files in a folder that are not on its list, sorted.
  private func strangers(in target: String) -> [String] {
    let list = FileManager.default.contents(atPath: "\(target)/\(DirectoryWriter.listName)")
    let known = Set(
      String(decoding: list ?? Data(), as: UTF8.self).split(separator: "\n").map(String.init))
    var strangers: [String] = []
    func walk(_ folder: String, _ prefix: String) {
      let entries = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      for entry in entries where prefix + entry != DirectoryWriter.listName {
        let path = "\(folder)/\(entry)"
        var info = stat()
        if lstat(path, &info) == 0, info.st_mode & S_IFMT == S_IFDIR {
          walk(path, prefix + entry + "/")
        } else if !known.contains(prefix + entry) {
          strangers.append(prefix + entry)
        }
      }
    }
    walk(target, "")
    return strangers.sorted()
  }

  private func makeParents(_ parent: String) throws(DirectoryError) {
    do {
      try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
    } catch {
      throw .unusable(parent, code: errno == 0 ? EACCES : errno)
    }
  }

  private func fill(_ folder: String, with files: [String: [UInt8]]) throws(DirectoryError) {
    try makeFolder(folder)
    var made: Set<String> = []
    for (path, bytes) in files.sorted(by: { $0.key < $1.key }) {
      let parts = path.split(separator: "/", omittingEmptySubsequences: false)
      guard !parts.contains(where: { $0.isEmpty || $0 == "." || $0 == ".." }) else {
        throw .unsafePath(path)
      }
      for length in 1..<max(parts.count, 1) {
        let part = parts.prefix(length).joined(separator: "/")
        if made.insert(part).inserted { try makeFolder("\(folder)/\(part)") }
      }
      try writeFile("\(folder)/\(path)", bytes)
    }
    let list = files.keys.sorted().map { $0 + "\n" }.joined()
    try writeFile("\(folder)/\(DirectoryWriter.listName)", Array(list.utf8))
  }

  private func makeFolder(_ path: String) throws(DirectoryError) {
    guard mkdir(path, 0o700) == 0 else { throw .unwritable(path, code: errno) }
  }

  private func writeFile(_ path: String, _ content: [UInt8]) throws(DirectoryError) {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw .unwritable(path, code: errno) }
    var bytes = content[...]
    while !bytes.isEmpty {
      let done = Array(bytes.prefix(1 << 20)).withContiguousStorageIfAvailable {
        systemWrite(file, $0.baseAddress, $0.count)
      }
      guard let done, done > 0 else {
        let code = errno
        if code == EINTR { continue }
        _ = close(file)
        throw .unwritable(path, code: code)
      }
      bytes = bytes.dropFirst(done)
    }
    guard fsync(file) == 0, close(file) == 0 else { throw .unwritable(path, code: errno) }
  }

  /// Moves the finished folder into place. An old one is set aside first and put back on failure.
  private func put(_ beside: String, at target: String, _ state: State) throws(DirectoryError) {
    guard state == .ours else {
      guard rename(beside, target) == 0 else {
        throw errno == ENOTEMPTY || errno == EEXIST
          ? .notEmpty(target) : .unwritable(target, code: errno)
      }
      return
    }
    let old = beside + ".old"
    guard rename(target, old) == 0 else { throw .unwritable(target, code: errno) }
    guard rename(beside, target) == 0 else {
      let code = errno
      _ = rename(old, target)
      throw .unwritable(target, code: code)
    }
    remove(old)
  }

  private func remove(_ path: String) { try? FileManager.default.removeItem(atPath: path) }
}

/// Why a folder could not be written; nothing has changed then. The program ends with 74.
public enum DirectoryError: Error, Sendable, Hashable {
  /// The path names no folder that could be made: empty, `.`, `..` or the root.
  case noName(String)
  /// There is a file or a link at the path.
  case notAFolder(String)
  /// The folder holds something and is not to be replaced.
  case notEmpty(String)
  /// The folder to be replaced holds a file that this program did not write.
  case notOurs(String, file: String)
  /// The place cannot be looked at or made; the system's error number.
  case unusable(String, code: Int32)
  /// Writing failed; the system's error number.
  case unwritable(String, code: Int32)
  /// A file would lie outside the folder: a mistake of the program, refused.
  case unsafePath(String)

  /// What went wrong and what to do.
  public var message: LocalizedText {
    switch self {
    case .noName(let path):
      Words.text("“\(path)”不能作为输出文件夹；请给出一个新文件夹的名称", "cannot write to “\(path)”: name a new folder")
    case .notAFolder(let path):
      Words.text("\(path) 不是文件夹；请另选输出位置", "\(path) is no folder; choose another place")
    case .notEmpty(let path):
      Words.text(
        "输出文件夹 \(path) 不是空的；请另选文件夹，或者用 --replace 覆盖本程序以前写出的内容",
        "\(path) is not empty; choose another folder, or --replace what this program wrote before")
    case .notOurs(let path, let file):
      Words.text(
        "输出文件夹 \(path) 里有不是本程序写出的文件 \(file)，不予覆盖；请移走该文件或另选文件夹",
        "\(path) holds \(file), which this program did not write; move it away or choose another folder"
      )
    case .unusable(let path, let code):
      Words.text("无法使用 \(path)：\(reason(code))", "cannot use \(path): \(reason(code))")
    case .unwritable(let path, let code):
      Words.text("无法写入 \(path)：\(reason(code))", "cannot write \(path): \(reason(code))")
    case .unsafePath(let path):
      Words.text("文件名 \(path) 会写到输出文件夹之外，已拒绝", "\(path) would lie outside the folder; refused")
    }
  }

  private func reason(_ code: Int32) -> String { String(cString: strerror(code)) }
}

/// `write(2)`, under a name that no method hides.
private let systemWrite = write
