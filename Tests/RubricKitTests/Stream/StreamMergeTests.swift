import Testing

@testable import RubricKit

private struct ListSource: StreamMerge.Source {
  let name: String
  var records: ArraySlice<AuditRecord>

  mutating func next() -> AuditRecord? { records.popFirst() }
}

private struct Collector: AuditRecordConsumer {
  var records: [AuditRecord] = []

  mutating func consume(_ record: AuditRecord) { records.append(record) }
}

/// A run over cases that each have one fact with a key.
private struct Run {
  var cases: [(path: String, key: String)]
  var unreadable: [String] = []
  var remarks: [RemarkRecord] = []

  static let manifest = {
    var manifest = StreamSample.manifest()
    manifest.setRules = [StreamSample.setRule("set.same", veto: "zero")]
    return manifest
  }()

  /// The records of the run, or of a part of it.
  func records(shard: Shard? = nil) throws -> [AuditRecord] {
    var wholeSet = WholeSet(manifest: Run.manifest, asOf: try CivilDate("2024-06-30"))
    var found = FoundFiles()
    found.others = ["pdf": 3]
    found.unreadable = unreadable.map {
      UnjudgedRecord(
        path: $0, cause: UnjudgedRecord.unreadableFolder, message: StreamSample.text("无法打开"))
    }
    found.files = cases.map { .init(path: $0.path, name: $0.path, named: false, size: 1) }
    let files = shard?.files(of: found) ?? found
    var records: [AuditRecord] = files.unreadable.map(AuditRecord.unjudged)
    for file in files.files {
      guard let key = cases.first(where: { $0.path == file.name })?.key else { continue }
      records += [
        .caseFile(StreamSample.caseFile(file.name, agency: "甲", lower: 95_000)),
        .facts(
          FactsRecord(
            path: file.name,
            facts: [
              .init(
                rule: "set.same", key: key, place: PlaceRecord(line: 1, column: 1, path: "/x"))
            ])),
      ]
    }
    for record in records { try wholeSet.take(record) }
    wholeSet.counts.otherFiles = files.others
    let closing =
      try shard.map { wholeSet.closing($0, remarks: remarks) }
      ?? wholeSet.closing(before: [], after: remarks)
    return [.manifest(Run.manifest)] + records + closing
  }
}

private func merged(_ streams: [[AuditRecord]]) throws -> [AuditRecord] {
  var collector = Collector()
  var merge = try StreamMerge(
    streams.enumerated().map { ListSource(name: "\($0 + 1).jsonl", records: $1[...]) })
  _ = try merge.run(into: &collector)
  return collector.records
}

private func remark(_ code: String, _ subject: String) -> RemarkRecord {
  RemarkRecord(code: code, message: StreamSample.text(code), subject: subject)
}

@Suite("Merging audit streams")
struct StreamMergeTests {
  private let run = Run(
    cases: (10..<29).map { ("\($0).xml", "K\($0 % 5)") }, unreadable: ["乙", "丁"],
    remarks: [remark("waiver-unused", "W1")])

  @Test("One, two and seven parts, in any order, are one run again", arguments: [1, 2, 7])
  func parts(count: Int) throws {
    let streams = try (1...count).map { try run.records(shard: Shard($0, of: count)) }
    let whole = try run.records()
    #expect(whole.contains { if case .adjustment = $0 { true } else { false } })
    #expect(try merged(streams) == whole)
    #expect(try merged(streams.reversed()) == whole)
  }

  @Test("A part says nothing of the whole set, and is read only where parts are taken")
  func part() throws {
    var writer = StreamWriter(StringSink())
    for record in try run.records(shard: Shard("2/7")) { try writer.consume(record) }
    let bytes = Array(writer.sink.text.utf8)
    #expect(!writer.sink.text.contains("set-finding"))
    #expect(throws: StreamError.self) { try StreamReader.records(in: bytes) }
    var check = StreamCheck()
    check.feed(bytes)
    #expect(throws: StreamError.self) { try check.finish() }
    var reader = StreamReader(takesParts: true)
    #expect(try reader.feed(bytes).isEmpty == false)
    try reader.finish()
  }

  @Test("Whole runs are compared with each other")
  func runs() throws {
    let left = Run(cases: [("a.xml", "1"), ("c.xml", "2")])
    let right = Run(cases: [("b.xml", "2"), ("d.xml", "3")])
    let found = try merged([left.records(), right.records()])
    let both = Run(cases: left.cases + right.cases).cases.sorted { $0.path < $1.path }
    var whole = try Run(cases: both).records()
    guard case .end(var end) = whole.removeLast() else { return }
    end.otherFiles = ["pdf": 6]
    #expect(found == whole + [.end(end)])
  }

  @Test("A part that is missing, or there twice, is refused")
  func missing() throws {
    let two = try (1...2).map { try run.records(shard: Shard($0, of: 2)) }
    #expect(throws: StreamMergeError.missingPart("2/2")) { try merged([two[0]]) }
    let empty = try Run(cases: []).records(shard: Shard("1/2"))
    #expect(throws: StreamMergeError.repeatedPart("1/2")) { try merged(two + [empty]) }
    let other = try Run(cases: []).records(shard: Shard("2/3"))
    #expect(throws: StreamMergeError.repeatedPart("2/3")) { try merged(two + [other]) }
  }

  @Test("A file that stands in two streams is refused")
  func twice() throws {
    let first = try Run(cases: [("a.xml", "1"), ("b.xml", "1")]).records()
    let second = try Run(cases: [("b.xml", "1")]).records()
    #expect(
      throws: StreamMergeError.twice(path: "b.xml", first: "1.jsonl", second: "2.jsonl")
    ) { try merged([first, second]) }
  }

  @Test("Streams made with other things are refused, and it is said which")
  func differs() throws {
    let first = try run.records()
    var manifest = Run.manifest
    manifest.asOf = "2024-07-01"
    let second = [.manifest(manifest)] + first.dropFirst()
    let error = #expect(throws: StreamMergeError.self) { try merged([first, second]) }
    #expect(error?.message.zh.contains("评查日期") == true)
  }

  @Test("A decision without effect is one that no stream had a use for")
  func decisions() {
    let answer = remark("answer-unknown-case", "A1")
    let refused = remark("answer-refused", "A1")
    let veto = remark("waiver-of-veto", "W1")
    let run = remark("registers-inside", "登记册")
    let merged = MergedRemarks([
      [run, answer, remark("waiver-unused", "W1"), remark("waiver-unused", "W2")],
      [run, refused, veto],
    ])
    #expect(merged.ofTheRun == [run])
    #expect(merged.ofDecisions == [refused, veto])
  }
}

@Suite("The parts of a run")
struct ShardTests {
  @Test("Every file is in one part; those of one name stay together")
  func files() throws {
    var found = FoundFiles()
    found.files = ["a", "b", "b", "c", "d"].map {
      .init(path: $0, name: $0, named: false, size: 1)
    }
    let parts = try (1...2).map {
      try #require(Shard($0, of: 2)).files(of: found).files.map(\.name)
    }
    #expect(parts == [["a", "c"], ["b", "b", "d"]])
  }

  @Test("What is no part is refused", arguments: ["", "1", "0/2", "3/2", "1/0", "-1/2", "1/2/3"])
  func refused(text: String) { #expect(Shard(text) == nil) }
}
