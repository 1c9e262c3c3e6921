internal import CaseXML

/// Reads the elements of a profile.
struct ProfileReader {
  private var reader: ElementReader

  /// The profile below a root element.
  static func profile(_ root: XMLElement, file: String, digest: String)
    throws(UnusableRubricError) -> Profile
  {
    var profiles = ProfileReader(reader: ElementReader(file: file))
    let profile = Profile(
      id: profiles.reader.required("id", of: root),
      title: profiles.reader.text("title", of: root) ?? LocalizedText(zh: "", en: ""),
      changes: root.children.filter { $0.name != "title" }.compactMap { profiles.change($0) },
      file: file, digest: digest)
    try profiles.reader.finish()
    return profile
  }

  private mutating func change(_ element: XMLElement) -> Profile.Change? {
    guard let target = target(element) else { return nil }
    return Profile.Change(
      target: target, source: reader.required("source", of: element),
      reason: ElementReader.collapsed(element.text), position: element.position)
  }

  private mutating func target(_ element: XMLElement) -> Profile.Target? {
    let rubric = element.attribute("rubric") ?? ""
    let id = element.attribute("id") ?? ""
    let requirement = element.attribute("requirement") ?? ""
    switch element.name {
    case "parameter":
      return .parameter(
        name: element.attribute("name") ?? "", value: element.attribute("value") ?? "")
    case "item":
      return .item(
        rubric: rubric, requirement: requirement, points: reader.points("points", of: element),
        veto: veto(element))
    case "section":
      return reader.points("points", of: element).map {
        .section(rubric: rubric, id: id, points: $0)
      }
    case "band":
      return reader.points("from", of: element).map { .band(rubric: rubric, id: id, from: $0) }
    case "severity":
      return .severity(
        requirement: requirement, reader.choice("value", of: element, default: .minor))
    default:
      return .hearingThreshold(
        agency: element.attribute("agency") ?? "", from: reader.day("from", of: element),
        individual: amount("individual", element), organisation: amount("organisation", element))
    }
  }

  private mutating func veto(_ element: XMLElement) -> Profile.Veto? {
    switch element.attribute("veto") {
    case nil: nil
    case "none": Profile.Veto.none
    default: reader.veto(of: element).map { .effect($0) }
    }
  }

  /// The schema has seen to its form.
  private func amount(_ name: String, _ element: XMLElement) -> Amount? {
    element.attribute(name).flatMap { try? Amount($0) }
  }
}
