import Foundation
import Testing

@testable import RubricKit

@Suite("The stream's published schema")
struct StreamSchemaTests {
  /// The schema file, and the stream of the sample in a temporary file.
  private static let schema: String = {
    let parts = #filePath.split(separator: "/").dropLast(3)
    return "/" + parts.joined(separator: "/") + "/Rubrics/schema/audit-stream.schema.json"
  }()

  /// Validates each line with Debian's python3-jsonschema, a validator that is none of ours.
  private static func validate(_ lines: String) throws -> (status: Int32, output: String) {
    let script = """
      import json, sys, jsonschema
      schema = json.load(open(sys.argv[1], encoding="utf-8"))
      jsonschema.Draft202012Validator.check_schema(schema)
      validator = jsonschema.Draft202012Validator(schema)
      count = 0
      for number, line in enumerate(sys.stdin.buffer.read().decode("utf-8").splitlines(), 1):
          record = json.loads(line)
          branch = schema["$defs"].get(record.get("record"), {})
          one = validator.evolve(schema={"$ref": "#/$defs/" + str(record.get("record")), "$defs": schema["$defs"]})
          for error in (validator.iter_errors(record) if not branch else one.iter_errors(record)):
              print(number, "/".join(map(str, error.absolute_path)), error.message)
              sys.exit(1)
          count += 1
      print("valid", count)
      """
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/python3")
    process.arguments = ["-c", script, schema]
    let input = Pipe()
    let output = Pipe()
    process.standardInput = input
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let bytes = Data(lines.utf8)
    let handle = input.fileHandleForWriting
    Thread.detachNewThread {
      try? handle.write(contentsOf: bytes)
      try? handle.close()
    }
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }

  @Test("accepts every record (needs the Debian package python3-jsonschema)")
  func accepts() throws {
    let records = Sample.records + Self.earning
    let result = try Self.validate(Outputs.stream(records))
    #expect(result.status == 0, "\(result.output)")
    #expect(result.output == "valid \(records.count)\n")
  }

  /// A rubric whose items earn points and give a bonus, and a case scored by it.
  private static let earning: [AuditRecord] = Sample.records.compactMap { record in
    switch record {
    case .manifest(var manifest):
      for index in manifest.rubrics.indices {
        manifest.rubrics[index].bonus = "score"
        manifest.rubrics[index].overFull = "cut"
        manifest.rubrics[index].sections[0].items[0].earns = [.init(check: "c1", points: 40_000)]
      }
      return .manifest(manifest)
    case .caseFile(var file):
      for index in file.outcomes.indices {
        file.outcomes[index].absent = ["c1"]
        file.outcomes[index].unconcerned = ["c2"]
      }
      for index in file.scores.indices {
        file.scores[index].items[0].gained = 0
        file.scores[index].items[0].mayGain = 40_000
      }
      return .caseFile(file)
    default: return nil
    }
  }

  @Test("refuses a record that lacks a key, has one too many, or a value outside its list")
  func refuses() throws {
    let stream = try Outputs.stream(Sample.records)
    for (old, new) in [
      ("\"outcome\":\"waived\"", "\"outcome\":\"skipped\""),
      ("\"caseName\":", "\"casename\":"), ("\"asOf\":\"2024-12-31\"", "\"asOf\":\"31.12.2024\""),
    ] {
      let changed = stream.replacing(old, with: new)
      try #require(changed != stream)
      let result = try Self.validate(changed)
      #expect(result.status == 1, "\(new): \(result.output)")
      #expect(!result.output.contains("Traceback"), "\(result.output)")
    }
  }

  @Test("is what the sample exercises: every kind of record, every optional key")
  func sampleCoversSchema() throws {
    let stream = try Outputs.stream(Sample.records + Self.earning)
    let json = try JSONSerialization.jsonObject(
      with: Data(contentsOf: URL(filePath: Self.schema)))
    let definitions = try #require((json as? [String: Any])?["$defs"] as? [String: Any])
    // Written where an answer, a register another scoring model or a part of a run decides; tested where those are.
    let elsewhere: Set<String> = [
      "answersDigest", "waiversDigest", "answeredBy", "answeredLoss", "documentID", "paragraph",
      "item", "to", "legality", "normality", "shard",
    ]
    for (name, definition) in definitions {
      for key in ((definition as? [String: Any])?["properties"] as? [String: Any] ?? [:]).keys
      where !elsewhere.contains(key) {
        #expect(stream.contains("\"\(key)\":"), "\(name).\(key)")
      }
    }
  }
}
