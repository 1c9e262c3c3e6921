import Foundation
import TestSupport
import Testing

@testable import RubricKit

@Suite("Schematron, run by engines that are none of ours")
struct SchematronTests {
  private static let differences = "\(Tool.root)/Tests/Schematron/differences.txt"

  /// Exports and audits by the same rubrics, then lets the foreign engines compare.
  private func compare(
    _ path: String, rubrics: [String] = [], changing: (inout String) -> Void = { _ in }
  ) throws -> (status: Int32, output: String) {
    let folder = try Folder()
    let named = rubrics.flatMap { ["--rubric", $0] }
    let export = try Tool.run(["rubric", "export", "--schematron"] + named)
    try #require(export.status == 0, "\(export.errors)")
    var schema = export.output
    changing(&schema)
    let file = try folder.write("rubrics.sch", Array(schema.utf8))
    let stream = "\(folder.path)/stream.jsonl"
    _ = try Tool.score(path, options: ["--format", "jsonl", "--output", stream] + named)
    return try foreignEngines([file, stream, path, Self.differences])
  }

  private func foreignEngines(_ arguments: [String]) throws -> (status: Int32, output: String) {
    try Python.run(["\(Tool.root)/Tests/Schematron/foreign_engines.py"] + arguments)
  }

  @Test("In ExampleFiles, and in files with faults and unread fields, they find what we find")
  func generated() throws {
    let folder = try Folder()
    try FileManager.default.copyItem(
      atPath: "\(Tool.root)/ExampleFiles", toPath: "\(folder.path)/ExampleFiles")
    let library = try RubricLibrary.load(folder: "\(Tool.root)/Rubrics")
    let bases = try FileManager.default.contentsOfDirectory(atPath: "\(library.folder)/base-cases")
      .map { String($0.dropLast(4)) }.sorted()
    var generator = try CaseGenerator(library: library, bases: bases, seed: 20_261_123)
    var faults = FieldFaults(seed: 20_261_123)
    for number in 0..<240 {
      let one = generator.next(number)
      try folder.write(
        one.name, number.isMultiple(of: 3) ? one.source : faults.plant(in: one.source))
    }
    let (status, output) = try compare(folder.path)
    #expect(status == 0, "\(output.suffix(4_000))")
    #expect(output.contains(" 272 files, "), "\(output)")
  }

  @Test("So they do by rubrics that are used only where named")
  func named() throws {
    let (status, output) = try compare(
      "\(Tool.root)/ExampleFiles/示例县市场监督管理局",
      rubrics: ["mee-2024-penalty", "mee-2024-coercion"])
    #expect(status == 0, "\(output.suffix(4_000))")
  }

  @Test("An assertion changed, and the comparison says so")
  func noticed() throws {
    let (status, output) = try compare(
      "\(Tool.root)/ExampleFiles/示例县林业局", rubrics: ["coercion"]
    ) { schema in
      schema.replace("role=\"error\" test=\"", with: "role=\"error\" test=\"true() or ")
    }
    #expect(status == 1)
    #expect(output.contains("isoschematron has 0"), "\(output)")
  }

  /// For each file, the checks that fail by the rubric of the ordinary procedure.
  private func failing(_ files: [String]) throws -> [String] {
    let folder = try Folder()
    let schema = "\(folder.path)/rubrics.sch"
    _ = try Tool.run(
      ["rubric", "export", "--schematron", "--rubric", "penalty-ordinary", "--output", schema])
    return try foreignEngines([schema] + files).output.split(separator: "\n").map(String.init)
  }

  @Test("Missing is a fault, blank too; written impossibly, illegible and not transcribed are not")
  func unread() throws {
    let folder = try Folder()
    let address = "<address>示例县城关镇工业路8号</address>"
    let fields = [
      "", "<address/>", #"<address state="blank"/>"#, #"<address asWritten="城关"/>"#,
      #"<address state="illegible"/>"#, #"<address state="notTranscribed"/>"#,
    ]
    let files = try fields.enumerated().map { number, field in
      try folder.base("case-\(number).xml", replacing: [address: field])
    }
    let fails = try failing(files).map { $0.contains("penalty.decision.party/address") }
    #expect(fails == [true, true, true, false, false, false])
  }

  @Test("What is misnamed counts as missing, where we ask for the file to be mended first")
  func misnamed() throws {
    let folder = try Folder()
    let file = try folder.base("case.xml", replacing: ["filingApproval": "fillingApproval"])
    #expect(try failing([file]).contains { $0.contains("penalty.filing.approval/c1") })
    let ours = try Tool.score(file, options: ["--format", "jsonl"]).output
    #expect(
      ours.contains(
        #""outcome":"pending","reasons":["schema"],"requirement":"penalty.filing.approval""#))
  }

  @Test("What was left out is listed in the schema and on standard error, with the reason")
  func omissions() throws {
    let export = try Tool.run(
      ["rubric", "export", "--schematron", "--rubric", "penalty-ordinary", "--lang", "en"])
    #expect(export.status == 0)
    let line = "penalty.service.seven-days/late  calls later-than()"
    #expect(export.errors.contains(line), "\(export.errors)")
    #expect(export.output.contains(line))
    #expect(!export.output.contains("id=\"penalty.service.seven-days_late\""))
    #expect(export.errors.contains("left out."))
  }

  @Test("A rubric that there is not, and no format, are wrong use")
  func wrongUse() throws {
    #expect(try Tool.run(["rubric", "export", "--schematron", "--rubric", "nix"]).status == 64)
    #expect(try Tool.run(["rubric", "export"]).status == 64)
  }
}

/// Takes single fields away, or says of them that nobody could read them or that they were not carried
/// over.
private struct FieldFaults {
  private var random: SplitMix

  init(seed: UInt64) { random = SplitMix(state: seed) }

  mutating func plant(in source: [UInt8]) throws -> [UInt8] {
    var text = String(decoding: source, as: UTF8.self)
    for _ in 0...random.below(3) {
      let fields = text.matches(of: /<([A-Za-z]+)((?: [A-Za-z]+="[^"]*")*)>[^<]+<\/\1>/)
      guard !fields.isEmpty else { break }
      let field = fields[random.below(fields.count)]
      let (name, attributes) = (field.output.1, field.output.2)
      let fault =
        switch random.below(6) {
        case 0: ""
        case 1: "<\(name)\(attributes)/>"
        case 2: "<\(name)\(attributes) state=\"blank\"/>"
        case 3: "<\(name)\(attributes) state=\"illegible\"/>"
        case 4: "<\(name)\(attributes) state=\"notTranscribed\"/>"
        default: "<\(name)\(attributes) asWritten=\"不明\"/>"
        }
      text.replaceSubrange(field.range, with: fault)
    }
    return Array(text.utf8)
  }
}
