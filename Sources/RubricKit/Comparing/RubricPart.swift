/// A part of a rubrics folder as an author names it, with what it says: what two folders are compared
/// by. Where it stands in its file does not matter.
struct RubricPart: Sendable, Hashable {
  /// What kind of part; also the word in JSON.
  enum Kind: String, Sendable, Hashable {
    case definitions, rubric, band, section, group, item, parameter, variable, key
    case requirement, check, example
    case setRule = "set-rule"
    case file
  }

  /// Two parts with one identity are the same part before and after.
  struct Identity: Sendable, Hashable {
    var kind: Kind
    /// The rubric, requirement, set rule, definitions or file that the part belongs to.
    var owner: String
    /// Within the owner; empty for the owner itself.
    var id: String
  }

  /// One thing that a part says.
  struct Field: Sendable, Hashable {
    /// As the rubric's files name it: `points`, `title.zh`.
    var name: String
    /// In words.
    var value: String
  }

  var identity: Identity
  var fields: [Field]
  /// Digest of the file, for the owner of one.
  var digest: String?

  /// A part within an owner. Fields without a value are left out.
  init(_ kind: Kind, _ owner: String, _ id: String, _ fields: KeyValuePairs<String, String?>) {
    identity = Identity(kind: kind, owner: owner, id: id)
    self.fields = fields.compactMap { name, value in value.map { Field(name: name, value: $0) } }
  }

  /// The owner itself.
  init(
    _ kind: Kind, _ owner: String, digest: String? = nil,
    _ fields: KeyValuePairs<String, String?>
  ) {
    self.init(kind, owner, "", fields)
    self.digest = digest
  }

  func value(_ name: String) -> String? { fields.first { $0.name == name }?.value }
}
