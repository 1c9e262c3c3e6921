internal import FoundationEssentials

/// Finds the folder of registers: the one named; `$CASEAUDIT_REGISTERS`; a folder `registers` in PATH;
/// in PATH's parent; no further.
public struct RegisterLocator: Sendable {
  /// A folder, and whether it lies inside what is being judged.
  public struct Place: Sendable, Hashable {
    /// The folder.
    public var folder: String
    /// True where it lies inside what is being judged.
    public var insideJudged: Bool
  }

  /// Why no folder can be used; the program ends with 65.
  public enum Failure: Error, Sendable, Hashable {
    case namedFolderMissing(String)
    case pathsDisagree([String])

    /// What to tell the user.
    public var message: LocalizedText {
      switch self {
      case .namedFolderMissing(let folder):
        LocalizedText(zh: "登记册文件夹不存在：\(folder)", en: "no such folder of registers: \(folder)")
      case .pathsDisagree(let folders):
        LocalizedText(
          zh: "各路径旁的登记册不一致：\(folders.joined(separator: "、"))；请用 --registers 指定一个",
          en: "the paths have different registers: \(folders.joined(separator: ", ")); "
            + "name one with --registers")
      }
    }
  }

  /// The folder named with `--registers`.
  public var named: String?
  /// The environment.
  public var environment: [String: String]

  /// A locator for this process.
  public init(named: String?) {
    self.named = named
    environment = ProcessInfo.processInfo.environment
  }

  /// A locator with everything given, for tests.
  public init(named: String?, environment: [String: String]) {
    self.named = named
    self.environment = environment
  }

  /// The folder for these PATHs, or nil where there is none.
  public func locate(for paths: [String]) throws(Failure) -> Place? {
    if let folder = named ?? environment["CASEAUDIT_REGISTERS"].flatMap({ $0.isEmpty ? nil : $0 }) {
      guard RegisterLocator.isFolder(folder) else { throw .namedFolderMissing(folder) }
      return Place(
        folder: folder, insideJudged: paths.contains { RegisterLocator.holds($0, folder) })
    }
    var found: [Place] = []
    for path in paths {
      guard let place = RegisterLocator.beside(path) else { continue }
      if !found.contains(where: { $0.folder == place.folder }) { found.append(place) }
    }
    let real = Set(found.map { RegisterLocator.resolved($0.folder) })
    if real.count > 1 { throw .pathsDisagree(found.map(\.folder)) }
    return found.max { !$0.insideJudged && $1.insideJudged }
  }

  private static func beside(_ path: String) -> Place? {
    let inside = Paths.join(path, "registers")
    if isFolder(inside) { return Place(folder: inside, insideJudged: true) }
    let beside = Paths.join(Paths.parent(of: resolved(path)), "registers")
    return isFolder(beside) ? Place(folder: beside, insideJudged: false) : nil
  }

  private static func isFolder(_ path: String) -> Bool {
    var isDirectory = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && isDirectory
  }

  private static func resolved(_ path: String) -> String {
    URL(filePath: path).standardizedFileURL.resolvingSymlinksInPath().path
  }

  private static func holds(_ outer: String, _ inner: String) -> Bool {
    let folder = resolved(outer)
    let inside = resolved(inner)
    return inside == folder || inside.hasPrefix(folder.hasSuffix("/") ? folder : folder + "/")
  }
}
