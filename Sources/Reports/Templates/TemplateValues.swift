/// What a template is filled with.
struct TemplateValues: Sendable {
  var texts: [String: String] = [:]
  var lists: [String: [[String: String]]] = [:]
  var tables: [String: Table] = [:]
  var inserts: [String: [Paper.Block]] = [:]
  /// The states the paper is in.
  var states: Set<String> = []
}
