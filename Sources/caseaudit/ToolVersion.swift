internal import RubricKit

/// The program's name and version.
enum ToolVersion {
  static let text = "0.1.0"
  static let record = ManifestRecord.Tool(name: "caseaudit", version: text)
}
