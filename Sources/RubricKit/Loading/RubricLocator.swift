internal import FoundationEssentials

/// Finds the folder `Rubrics` with rubrics, schemas and our registers.
///
/// In this order: the folder named on the command line; `$CASEAUDIT_RUBRICS`;
/// `<folder of the program>/../share/caseaudit/Rubrics`; upward from the program to a folder with
/// `Package.swift` and `Rubrics`.
public struct RubricLocator: Sendable {
  /// No folder was found.
  public struct NotFound: Error, Sendable {
    /// Every place looked at, in order.
    public var searched: [String]

    /// What to tell the user.
    public var message: LocalizedText {
      let list = searched.joined(separator: "\n  ")
      return LocalizedText(
        zh: "找不到评查标准文件夹 Rubrics，已查找：\n  \(list)\n请用 --rubrics 指定，或设置环境变量 CASEAUDIT_RUBRICS。",
        en: "no folder Rubrics was found; looked at:\n  \(list)\n"
          + "Name one with --rubrics or set CASEAUDIT_RUBRICS.")
    }
  }

  /// The folder named with `--rubrics`.
  public var named: String?
  /// The environment.
  public var environment: [String: String]
  /// The program's own file, with links resolved.
  public var executable: String

  /// A locator for this process.
  public init(named: String?) {
    self.named = named
    environment = ProcessInfo.processInfo.environment
    executable = RubricLocator.currentExecutable()
  }

  /// A locator with everything given, for tests.
  public init(named: String?, environment: [String: String], executable: String) {
    self.named = named
    self.environment = environment
    self.executable = executable
  }

  /// The folder.
  public func locate() throws(NotFound) -> String {
    var searched: [String] = []
    for candidate in candidates() {
      searched.append(candidate)
      if RubricLocator.holdsRubrics(candidate) { return candidate }
      if candidate == named { break }
    }
    throw NotFound(searched: searched)
  }

  private func candidates() -> [String] {
    if let named { return [named] }
    var places: [String] = []
    if let path = environment["CASEAUDIT_RUBRICS"], !path.isEmpty { places.append(path) }
    let folder = Paths.parent(of: executable)
    places.append(Paths.join(Paths.parent(of: folder), "share/caseaudit/Rubrics"))
    var up = folder
    while up != "/" && !up.isEmpty {
      if FileManager.default.fileExists(atPath: Paths.join(up, "Package.swift")) {
        places.append(Paths.join(up, "Rubrics"))
      }
      up = Paths.parent(of: up)
    }
    return places
  }

  private static func holdsRubrics(_ folder: String) -> Bool {
    FileManager.default.fileExists(atPath: Paths.join(folder, "schema/rubric.xsd"))
  }

  private static func currentExecutable() -> String {
    let link = "/proc/self/exe"
    if let path = try? FileManager.default.destinationOfSymbolicLink(atPath: link) { return path }
    return CommandLine.arguments.first ?? ""
  }
}

/// Slash-separated paths, as the file system takes them.
public enum Paths {
  /// `/a/b/c` → `/a/b`; `a` → `.`; `/` → `/`.
  public static func parent(of path: String) -> String {
    let trimmed = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    guard let slash = trimmed.lastIndex(of: "/") else { return "." }
    return slash == trimmed.startIndex ? "/" : String(trimmed[..<slash])
  }

  /// The last component.
  public static func name(of path: String) -> String {
    let trimmed = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    guard let slash = trimmed.lastIndex(of: "/") else { return trimmed }
    return String(trimmed[trimmed.index(after: slash)...])
  }

  /// Joins two with exactly one slash.
  public static func join(_ folder: String, _ name: String) -> String {
    if folder.isEmpty { return name }
    return folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  /// Byte order, the same on every machine and in every locale.
  public static func precedes(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }
}
