internal import Archive
internal import CaseXML

/// The parts of a workbook's container, and how they refer to each other (ECMA-376 part 2).
struct WorkbookParts {
  /// A reference from one part to another.
  struct Relationship {
    let id: String
    /// The last step of the type's address: `worksheet`, `styles`; the same in both editions.
    let type: String
    /// The name of the part it leads to.
    let part: String
  }

  private let entries: [String: [UInt8]]

  init(_ bytes: [UInt8]) throws(WorkbookFault) {
    guard !bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) else { throw .compound }
    do {
      entries = try ZIPReader.entries(of: bytes) { name in
        name.hasSuffix(".xml") || name.hasSuffix(".rels")
      }
    } catch {
      throw .container(error)
    }
  }

  /// The root of a part; its local name must be `root`.
  func root(_ part: String, _ root: String) throws(WorkbookFault) -> XMLElement {
    guard let bytes = entries[part.lowercased()] else { throw .missingPart(part) }
    do {
      let parsed = try XMLParser(limits: XMLLimits(maxNodes: 8_000_000)).parse(bytes)
      guard let element = parsed.document.rootElement, element.name == root else {
        throw WorkbookFault.missingPart(part)
      }
      return element
    } catch let error as XMLError {
      throw .part(part, error)
    } catch {
      throw .missingPart(part)
    }
  }

  /// What a part refers to within the container; the empty name is the container itself.
  func relationships(of part: String) throws(WorkbookFault) -> [Relationship] {
    let steps = part.split(separator: "/")
    let folder = steps.dropLast().map(String.init)
    let list = (folder + ["_rels", "\(steps.last ?? "").rels"]).joined(separator: "/")
    return try root(list, "Relationships").children(named: "Relationship").compactMap { element in
      guard element.attribute("TargetMode") != "External", let id = element.attribute("Id"),
        let type = element.attribute("Type")?.split(separator: "/").last,
        let target = element.attribute("Target")
      else { return nil }
      return Relationship(
        id: id, type: String(type), part: Self.resolved(target, in: folder))
    }
  }

  /// A target beginning with a slash counts from the container, any other from the folder.
  private static func resolved(_ target: String, in folder: [String]) -> String {
    var steps = target.hasPrefix("/") ? [] : folder
    for step in target.split(separator: "/") {
      switch step {
      case ".": continue
      case "..": _ = steps.popLast()
      default: steps.append(String(step))
      }
    }
    return steps.joined(separator: "/")
  }
}
