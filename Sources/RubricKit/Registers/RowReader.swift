internal import CaseXML

/// Reads the rows of a register.
struct RowReader {
  let file: String
  let layout: RegisterLayout?

  func row(_ element: XMLElement) throws(RegisterError) -> Register.Row {
    guard element.name == "row" else {
      throw .invalid(file: file, element.position, .unexpected("<\(element.name)>"))
    }
    try RegisterFile.allow(["key", "from", "to"], on: element, file: file)
    let (from, to) = try RegisterFile.period(of: element, file: file)
    let parts = element.children.map { field in
      Register.Part(
        name: field.name, value: field.trimmedText,
        attributes: Dictionary(
          field.attributes.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first }),
        position: field.position)
    }
    var fields: [String: String] = [:]
    var repeated: Set<String> = []
    for part in parts where fields.updateValue(part.value, forKey: part.name) != nil {
      guard layout?.field(part.name)?.isRepeated ?? false else {
        throw .invalid(file: file, part.position, .repeatedField(part.name))
      }
      repeated.insert(part.name)
    }
    for name in repeated { fields[name] = nil }
    return Register.Row(
      key: try key(element, fields), from: from, to: to, fields: fields, parts: parts,
      position: element.position)
  }

  private func key(_ element: XMLElement, _ fields: [String: String]) throws(RegisterError)
    -> String
  {
    guard let layout, !layout.keyFields.isEmpty else {
      return try RegisterFile.required("key", of: element, file: file)
    }
    var values: [String] = []
    for name in layout.keyFields {
      guard let value = fields[name], !value.isEmpty else {
        throw .invalid(file: file, element.position, .missingField(name))
      }
      values.append(value)
    }
    return values.joined(separator: "/")
  }
}
