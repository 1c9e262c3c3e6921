import Foundation
import RubricKit
import Testing

@Suite("The vocabulary as its schema declares it")
struct VocabularyTests {
  private let root: String
  private let vocabulary: Vocabulary

  init() throws {
    root =
      URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().path
    vocabulary = try VocabularyReader.load(folder: "\(root)/Rubrics")
  }

  @Test(
    "The reference pages are what new-case --reference prints",
    arguments: [("案卷格式.md", Language.zh), ("case-file-format.md", Language.en)])
  func referenceIsCurrent(name: String, language: Language) throws {
    let page = try String(contentsOfFile: "\(root)/Documentation/\(name)", encoding: .utf8)
    #expect(page == VocabularyReference.markdown(vocabulary, language))
  }

  @Test("Every document has a Chinese and an English name of its own")
  func documentsAreNamed() throws {
    let documents = try #require(vocabulary.declaration(ofPath: ["caseFile", "documents"]))
    let papers = vocabulary.types[documents.type].elements
    #expect(papers.count > 60)
    for paper in papers {
      #expect(paper.title.zh != paper.name && paper.title.en != paper.name, "\(paper.name)")
      #expect(paper.document != nil, "\(paper.name)")
    }
  }

  @Test("Dates and amounts are told from text, also where a date may carry a time")
  func kindsOfValue() throws {
    func kind(_ path: String...) throws -> Vocabulary.ValueKind {
      let element = try #require(vocabulary.declaration(ofPath: ["caseFile", "documents"] + path))
      return vocabulary.types[element.type].value
    }
    #expect(try kind("decision", "date") == .date)
    #expect(try kind("proofOfService", "servedAt") == .date)
    #expect(try kind("interview", "start") == .moment)
    #expect(try kind("paymentReceipt", "amount") == .amount)
    #expect(try kind("decision", "number") == .text)
  }

  @Test("A skeleton of each kind fits the schema as it is")
  func skeletonsFit() throws {
    let checker = try FormatChecker(rubricsFolder: "\(root)/Rubrics")
    let kinds = CaseSkeleton.kinds(vocabulary)
    #expect(Set(["ordinaryPenalty", "summaryPenalty", "threeSystems"]).isSubset(of: kinds))
    for kind in kinds {
      let path = NSTemporaryDirectory() + "skeleton-\(UUID().uuidString).xml"
      defer { try? FileManager.default.removeItem(atPath: path) }
      try CaseSkeleton.xml(kind: kind, vocabulary)
        .write(toFile: path, atomically: true, encoding: .utf8)
      let found = try CaseFileFinder().find([path])
      #expect(try checker.check(#require(found.files.first)) == .fits, "\(kind)")
    }
  }
}

@Suite("Personal data in a case file")
struct PersonalDataTests {
  private let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  private func personalData(in paths: [String]) async throws -> [PersonalDatum] {
    struct Collector: AuditRecordConsumer {
      var personal: [PersonalDatum] = []
      mutating func consume(_ record: AuditRecord) {
        if case .caseFile(let file) = record { personal = file.personal }
      }
    }
    let request = AuditRequest(
      rubricsFolder: "\(root)/Rubrics", asOf: try CivilDate("2026-11-23"),
      tool: ManifestRecord.Tool(name: "test", version: "0"))
    let assembly = try AuditAssembly(request)
    var collector = Collector()
    _ = try await Audit(context: assembly.context, manifest: assembly.manifest, jobs: 1)
      .run(try CaseFileFinder().find(paths), into: &collector)
    return collector.personal
  }

  @Test("Every person, number and telephone of the base case is collected for masking")
  func baseCase() async throws {
    let path = "\(root)/Rubrics/base-cases/ordinary-penalty.xml"
    let personal = try await personalData(in: [path])
    let kinds = Set(personal.map(\.kind))
    #expect(kinds.isSuperset(of: ["name", "id", "phone"]))
    let source = try String(contentsOfFile: path, encoding: .utf8)
    for number in Set(source.matches(of: /999999[0-9]{11}[0-9X]/).map { String($0.0) }) {
      #expect(personal.contains { $0.value == number }, "\(number)")
    }
    // Officers act in public: their names stay readable.
    let officers = source.matches(of: /<officers>[\s\S]*?<\/officers>/).first.map { String($0.0) }
    let names = (officers ?? "").matches(of: /<name>([^<]+)<\/name>/).map { String($0.1) }
    #expect(!names.isEmpty)
    for name in names { #expect(!personal.contains { $0.value == name }, "\(name)") }
  }

  @Test("The seat of a firm is public, even where staff give it as their own; a home is not")
  func addresses() async throws {
    let path = "\(root)/Rubrics/base-cases/ordinary-penalty.xml"
    let addresses = try await personalData(in: [path]).filter { $0.kind == "address" }
      .map(\.value)
    #expect(addresses == ["示例县城关镇榕荫巷6号", "示例县城关镇工业路8号宿舍楼203室"])
  }
}
