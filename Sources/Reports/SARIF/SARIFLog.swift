/// The parts of the Static Analysis Results Interchange Format (SARIF 2.1.0, OASIS) that we write.
/// Property names are the standard's.
enum SARIF {
  static let schema = "https://json.schemastore.org/sarif-2.1.0.json"
  static let version = "2.1.0"

  struct Message: Encodable { var text: String }

  struct Rule: Encodable {
    struct Configuration: Encodable { var level: String }
    struct Properties: Encodable {
      var basis: [String]
      var curable: String
      var remedy: String
      var severity: String
      var system: String
      var tags: [String]
    }

    var id: String
    var shortDescription: Message
    var help: Message
    var defaultConfiguration: Configuration
    var properties: Properties
  }

  struct ArtifactLocation: Encodable { var uri: String }

  struct Region: Encodable {
    var startLine: Int
    var startColumn: Int
  }

  struct PhysicalLocation: Encodable {
    var artifactLocation: ArtifactLocation
    var region: Region?
  }

  struct LogicalLocation: Encodable {
    var fullyQualifiedName: String
    var kind = "element"
  }

  struct Location: Encodable {
    var physicalLocation: PhysicalLocation
    var logicalLocations: [LogicalLocation]?
    var message: Message?
  }

  struct Suppression: Encodable {
    var kind = "external"
    var justification: String
  }

  struct Result: Encodable {
    struct Properties: Encodable {
      var agency: String
      var agencyCode: String
      var caseNumber: String
      var pointsLost: String?
      var values: [String]?
    }

    var ruleId: String
    var ruleIndex: Int?
    var kind: String
    var level: String
    var message: Message
    var locations: [Location]
    var relatedLocations: [Location]?
    var fingerprints: [String: String]
    var suppressions: [Suppression]?
    var properties: Properties
  }

  struct Notification: Encodable {
    struct Descriptor: Encodable { var id: String }
    var descriptor: Descriptor
    var level = "error"
    var locations: [Location]
    var message: Message
  }

  struct Invocation: Encodable {
    var executionSuccessful: Bool
    var toolExecutionNotifications: [Notification]
  }

  struct Driver: Encodable {
    var name: String
    var version: String
    var language: String
    var rules: [Rule]
  }

  /// A path as a URI reference: everything but unreserved characters and `/` percent-encoded
  /// (RFC 3986 §2).
  static func uri(_ path: String) -> String {
    let digits = Array("0123456789ABCDEF")
    var text = ""
    for byte in path.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E, 0x2F:
        text.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        text.append("%")
        text.append(digits[Int(byte >> 4)])
        text.append(digits[Int(byte & 15)])
      }
    }
    return text
  }
}
