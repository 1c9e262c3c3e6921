/// What a template is filled with.
struct TemplateValues: Sendable {
  var texts: [String: String] = [:]
  var lists: [String: [[String: String]]] = [:]
  var tables: [String: Table] = [:]
}
