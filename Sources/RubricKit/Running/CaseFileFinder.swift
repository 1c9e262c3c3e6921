internal import FoundationEssentials

/// What lies below the PATHs given: case-file candidates in a fixed order, and what was passed over.
public struct FoundFiles: Sendable, Hashable {
  /// A file to be judged.
  public struct File: Sendable, Hashable {
    /// Where it is.
    public var path: String
    /// As printed: relative to the PATH it was found under.
    public var name: String
    /// True where the user named this very file: then it must be a case.
    public var named: Bool
    /// Bytes, as the file system says.
    public var size: Int
  }

  /// In a fixed order.
  public var files: [File] = []
  /// Files that are not XML, by extension (`(none)` where there is none).
  public var others: [String: Int] = [:]
  /// Folders and files that could not be looked into.
  public var unreadable: [UnjudgedRecord] = []
}

/// A PATH cannot be used; the program ends with 64.
public enum PathError: Error, Sendable, Hashable {
  case doesNotExist(String)

  /// What to tell the user.
  public var message: LocalizedText {
    switch self {
    case .doesNotExist(let path):
      LocalizedText(zh: "路径不存在：\(path)", en: "no such path: \(path)")
    }
  }
}

/// Finds case files: regular `*.xml` files below each PATH, dot entries skipped, symbolic links below
/// PATH not followed, one inode once, in the order of path bytes.
public struct CaseFileFinder: Sendable {
  /// Makes a finder.
  public init() {}

  /// Looks below each PATH.
  ///
  /// - Throws: ``PathError`` where a PATH does not exist.
  public func find(_ paths: [String]) throws(PathError) -> FoundFiles {
    var search = Search()
    for path in paths {
      guard let attributes = Search.attributes(of: path, following: true) else {
        throw .doesNotExist(path)
      }
      if attributes.type == .typeDirectory {
        search.walk(path, name: "", seen: [attributes.inode])
      } else {
        search.take(path, name: Paths.name(of: path), named: true, attributes)
      }
    }
    search.result.files.sort { left, right in
      left.name == right.name
        ? Paths.precedes(left.path, right.path) : Paths.precedes(left.name, right.name)
    }
    return search.result
  }
}

private struct Search {
  struct Attributes {
    var type: FileAttributeType
    var inode: Inode
    var size: Int
  }

  struct Inode: Hashable {
    var device: Int
    var number: Int
  }

  var result = FoundFiles()
  private var taken: Set<Inode> = []

  mutating func walk(_ folder: String, name: String, seen: Set<Inode>) {
    let entries: [String]
    do {
      entries = try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      result.unreadable.append(
        UnjudgedRecord(
          path: name.isEmpty ? Paths.name(of: folder) : name,
          cause: UnjudgedRecord.unreadableFolder,
          message: LocalizedText(
            zh: "无法打开文件夹，其中的案卷未评查；请检查权限",
            en: "cannot open the folder; nothing in it was judged; check its permissions")))
      return
    }
    for entry in entries.sorted(by: Paths.precedes) where !entry.hasPrefix(".") {
      let path = Paths.join(folder, entry)
      let entryName = Paths.join(name, entry)
      guard let attributes = Search.attributes(of: path, following: false) else { continue }
      switch attributes.type {
      case .typeDirectory:
        if seen.contains(attributes.inode) { continue }
        walk(path, name: entryName, seen: seen.union([attributes.inode]))
      case .typeRegular:
        take(path, name: entryName, named: false, attributes)
      default:
        continue
      }
    }
  }

  mutating func take(_ path: String, name: String, named: Bool, _ attributes: Attributes) {
    let suffix = Search.pathExtension(of: name)
    guard named || suffix == "xml" else {
      result.others[suffix.isEmpty ? "(none)" : suffix, default: 0] += 1
      return
    }
    guard taken.insert(attributes.inode).inserted else { return }
    result.files.append(
      FoundFiles.File(path: path, name: name, named: named, size: attributes.size))
  }

  static func attributes(of path: String, following: Bool) -> Attributes? {
    // The attributes of a link are its own: all links are resolved first, one after the other.
    let path = following ? URL(filePath: path).resolvingSymlinksInPath().path : path
    guard let values = try? FileManager.default.attributesOfItem(atPath: path),
      let type = values[.type] as? FileAttributeType
    else { return nil }
    func number(_ key: FileAttributeKey) -> Int {
      (values[key] as? Int) ?? (values[key] as? UInt64).map(Int.init(truncatingIfNeeded:)) ?? 0
    }
    return Attributes(
      type: type,
      inode: Inode(device: number(.systemNumber), number: number(.systemFileNumber)),
      size: number(.size))
  }

  static func pathExtension(of name: String) -> String {
    let last = Paths.name(of: name)
    guard let dot = last.lastIndex(of: "."), dot != last.startIndex else { return "" }
    return String(last[last.index(after: dot)...]).lowercased()
  }
}
