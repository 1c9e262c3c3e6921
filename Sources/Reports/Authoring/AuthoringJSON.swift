internal import FoundationEssentials

/// The one way in which reports for authors become JSON: indented, keys sorted, so that two of them
/// can be compared line by line.
enum AuthoringJSON {
  static func text(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
  }
}
