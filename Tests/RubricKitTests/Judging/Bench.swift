import CaseXML
import Foundation

@testable import RubricKit

/// Judges small case files by the rubrics of a folder.
struct Bench {
  static let vocabulary = Result { try VocabularyReader.load(folder: RubricsFolder.shipped) }
  static let schema = Result {
    try OwnFileParser.read(
      "\(RubricsFolder.shipped)/schema/case-file.xsd", as: "schema/case-file.xsd")
  }

  let context: AuditContext
  private let parser: XMLParser

  /// - Parameters:
  ///   - answers: an answers file's text.
  ///   - waivers: a waivers file's text.
  init(
    _ folder: RubricsFolder, rubrics: Set<String> = [], registers: Registers? = nil,
    answers: String? = nil, waivers: String? = nil, asOf: String = "2026-11-23"
  ) throws {
    let library = try RubricLibrary.load(folder: folder.path)
    let compiled = try RubricCompiler.compile(
      library, rubrics: rubrics, functions: CaseFunctions.library)
    let schema = try Bench.schema.get()
    var books: (AnswerBook?, WaiverBook?) = (nil, nil)
    if let answers {
      try folder.write("answers.xml", answers)
      books.0 = try AnswerBook.load("\(folder.path)/answers.xml", rubrics: folder.path)
    }
    if let waivers {
      try folder.write("waivers.xml", waivers)
      books.1 = try WaiverBook.load("\(folder.path)/waivers.xml", rubrics: folder.path)
    }
    let registers = try registers ?? ShippedRegisters.registers
    context = AuditContext(
      compiled: compiled,
      services: RegisterServices(registers: registers, asOf: try CivilDate(asOf)),
      laws: try registers.table("laws").map { LawRegister($0) }
        ?? AuditAssembly.laws(ShippedRegisters.registers),
      vocabulary: try Bench.vocabulary.get(),
      decisions: Decisions(answers: books.0, waivers: books.1, asOf: try CivilDate(asOf)),
      schema: schema)
    parser = XMLParser(names: compiled.names, schema: try CompiledSchema(schema))
  }

  /// A folder with the requirement `test.item`, worth 80 points, and one that always passes, worth 20.
  static func one(
    _ body: String, attributes: String = #"severity="minor" judge="engine" system="none""#,
    head: String = "", registers: Registers? = nil
  ) throws -> Bench {
    let folder = try RubricsFolder()
    try folder.requirement("test.item", attributes: attributes, body)
    try folder.requirement("test.sound", check(#"test="true()""#))
    try folder.rubric(
      items: item("test.item", 80) + item("test.sound", 20),
      head: head)
    return try Bench(folder, registers: registers)
  }

  func verdict(_ text: String, name: String = "a.xml") throws -> CaseJudge.Verdict {
    let bytes = Array(text.utf8)
    return CaseJudge(context: context).judge(
      try parser.parse(bytes), name: name, digest: Digest.sha256(bytes))
  }

  /// The record of a case that must be judged.
  func record(_ text: String) throws -> CaseRecord {
    switch try verdict(text).record {
    case .caseFile(let record)?: return record
    case let other: throw Unexpected(what: "\(String(describing: other))")
    }
  }

  /// The outcome of the requirement `test.item`, or of another.
  func outcome(_ text: String, of id: String = "test.item") throws -> OutcomeRecord {
    let record = try record(text)
    guard let outcome = record.outcomes.first(where: { $0.requirement == id }) else {
      throw Unexpected(what: "no outcome of \(id)")
    }
    return outcome
  }

  /// The one occurrence of an outcome.
  func occurrence(_ text: String) throws -> OccurrenceRecord {
    let outcome = try outcome(text)
    guard outcome.occurrences.count == 1 else {
      throw Unexpected(what: "\(outcome.occurrences)")
    }
    return outcome.occurrences[0]
  }
}

struct Unexpected: Error {
  var what: String
}
