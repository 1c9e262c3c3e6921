import Testing

@testable import Reports
@testable import RubricKit

@Suite("Masking of personal data")
struct MaskingTests {
  @Test(
    "keeps what tells persons apart and no more",
    arguments: [
      ("name", "张三", "张某"), ("name", "张三丰", "张某某"), ("name", "欧阳锋", "欧阳某某"),
      ("name", "欧阳晓明", "欧阳某某"), ("name", "John Smith", "J***"),
      ("name", "阿依古丽·买买提", "阿某某"), ("id", "350123198001010019", "350*************19"),
      ("id", "350123800101001", "350**********01"), ("phone", "13800000001", "138****0001"),
      ("phone", "26800001", "268***01"), ("bank", "6222000000000000017", "***************0017"),
      ("address", "示例县青山乡溪口村8号", "示例县青山乡***"), ("address", "城关大街8号", "***"),
      ("other", "示例牌照闽X00001", "***"), ("id", "12", "**"),
    ])
  func form(kind: String, value: String, masked: String) {
    #expect(MaskedForm.of(kind: kind, value: value) == masked)
    let masker = Masker(personal: [PersonalDatum(kind: kind, value: value)])
    #expect(masker.mask("当事人\(value)，经查") == "当事人\(masked)，经查")
  }

  @Test("leaves organisations, single characters and short numbers alone")
  func kept() {
    for (kind, value) in [("name", "示例县永固建材有限公司"), ("name", "张"), ("other", "45"), ("other", "男")] {
      let masker = Masker(personal: [PersonalDatum(kind: kind, value: value)])
      #expect(masker.mask("一\(value)二450元") == "一\(value)二450元")
    }
  }

  @Test("finds a birth date however it is told")
  func birthDate() {
    let masker = Masker(personal: [PersonalDatum(kind: "other", value: "1980-01-02")])
    #expect(masker.mask("1980-01-02，1980年1月2日，1980年01月02日") == "***，***，***")
    #expect(masker.mask("2024-01-02") == "2024-01-02")
  }

  @Test("takes the longest name first and finds names set with a blank")
  func longest() {
    let masker = Masker(personal: [
      PersonalDatum(kind: "name", value: "张三"), PersonalDatum(kind: "name", value: "张三丰"),
      PersonalDatum(kind: "name", value: "李四、王小五"),
    ])
    #expect(masker.mask("张三丰与张三、张　三、张 三") == "张某某与张某、张某、张某")
    #expect(masker.mask("李四和王小五") == "李某和王某某")
  }

  @Test(
    "finds numbers that identify a person without any list",
    arguments: [
      ("身份证350123198001010019。", "身份证350*************19。"),
      ("35012319800101001X", "350*************1X"), ("35012319800101001x号", "350*************1x号"),
      ("350123800101001", "350**********01"), ("350123 19800101 0019", "350*** ******** **19"),
      ("３５０１２３１９８００１０１００１９", "３５０*************１９"),
      ("电话13800000001，", "电话138****0001，"), ("138 0000 0001", "138 **** 0001"),
      ("138-0000-0001", "138-****-0001"), ("+8613800000001", "+86138****0001"),
      ("+86 13800000001", "+86 138****0001"), ("0591-80000001", "0591-******01"),
      ("（0591）80000001", "（0591）******01"), ("010 80000001", "010 ******01"),
      ("059180000001", "0591******01"), ("6222000000000000017", "***************0017"),
      ("6222 0000 0000 0000 017", "**** **** **** ***0 017"),
    ])
  func patterns(text: String, masked: String) {
    #expect(Masker().mask(text) == masked)
  }

  @Test(
    "leaves dates, amounts, document numbers, credit codes with letters and article numbers alone",
    arguments: [
      "2024-05-06 09:30", "2024-05-06 2024-05-07 2024-05-08 2024-05-09", "5000.00元",
      "示市监处罚〔2024〕12号", "91350100MA2XXXX00X", "第六十四条", "20240506093000123", "1234567890",
      "自2024年4月30日起算7个工作日", "12000000000元",
    ])
  func harmless(text: String) {
    #expect(Masker().mask(text) == text)
  }

  @Test("planted data appear in no masked output, in either language")
  func planted() throws {
    let planted = [
      "陈建设", "欧阳晓明", "350123198001010019", "13800000001", "示例县青山乡溪口村8号",
      "6222000000000000017", "示例牌照闽X00001",
    ]
    let records = planted.enumerated().reduce(Sample.records) { records, entry in
      records.map { plant(entry.element, in: $0, personal: Sample.personal) }
    }
    for language in Language.allCases {
      let outputs = try [
        Outputs.table(records, language), Outputs.findings(records, language),
        Outputs.scoreCSV(records, language), Outputs.findingsCSV(records, language),
        Outputs.sarif(records, language),
      ]
      for (index, output) in outputs.enumerated() {
        for value in planted {
          #expect(!output.contains(value), "output \(index) shows \(value)")
          #expect(!output.contains(SARIF.uri(value)), "output \(index) shows \(value) encoded")
        }
      }
      #expect(outputs[1].contains("陈某某"))
    }
  }

  @Test("without masking the same data appear")
  func unmasked() throws {
    var text = Masking(FindingsText(StringSink()), language: .zh, unmasked: true)
    for record in Sample.records { try text.consume(record) }
    #expect(text.next.sink.text.contains("陈建设（350123198001010019）"))
  }

  @Test("takes control characters out even of unmasked output")
  func control() throws {
    var record = Sample.faulty
    record.caseNumber = "示\u{1B}[2J\u{9B}\u{202E}\n1"
    var table = Masking(
      ScoreTable(StringSink()), language: .zh, scope: .scores, unmasked: true)
    try table.consume(.manifest(Sample.manifest))
    try table.consume(.caseFile(record))
    #expect(table.next.sink.text.contains("示 [2J   1"))
    #expect(!table.next.sink.text.unicodeScalars.contains("\u{1B}"))
  }

  @Test("files that look alike once masked can still be told apart")
  func alike() throws {
    var first = Sample.clean
    first.path = "甲/陈建设.xml"
    first.personal = [PersonalDatum(kind: "name", value: "陈建设")]
    var second = Sample.clean
    second.path = "甲/陈建国.xml"
    second.personal = [PersonalDatum(kind: "name", value: "陈建国")]
    var rows = Masking(ScoreCSV(StringSink()), language: .zh, scope: .scores)
    for record in [AuditRecord.manifest(Sample.manifest), .caseFile(first), .caseFile(second)] {
      try rows.consume(record)
    }
    try rows.consume(
      .adjustment(
        AdjustmentRecord(
          path: second.path, rule: "s", rubric: "three-systems",
          before: Sample.adjustment.before, after: Sample.adjustment.after)))
    try rows.consume(.end(Sample.end))
    let lines = rows.next.sink.text.split(separator: "\r\n").filter { $0.contains("三项制度") }
    #expect(lines.map { $0.contains("59.0") } == [false, true])
    #expect(lines.map { $0.contains("陈某某.xml（2）") } == [false, true])
  }

  /// Puts a value into every text of a record that can carry one.
  private func plant(_ value: String, in record: AuditRecord, personal: [PersonalDatum])
    -> AuditRecord
  {
    let map = Planting(value: value)
    func planted(_ record: SetFindingRecord) -> SetFindingRecord {
      var record = record
      record.message = map(record.message)
      record.parts = record.parts.map { part in
        var part = part
        part.place = map(part.place)
        part.values = part.values?.map {
          ValueRecord(label: $0.label, value: map($0.value), line: $0.line)
        }
        part.path += value
        part.caseNumber += value
        return part
      }
      return record
    }
    switch record {
    case .caseFile(var record):
      record = map(record)
      record.personal = personal
      record.path += value
      return .caseFile(record)
    case .setFinding(let record): return .setFinding(planted(record))
    case .setQuestion(let record): return .setQuestion(planted(record))
    case .adjustment(var record):
      record.path += value
      return .adjustment(record)
    default: return record
    }
  }
}

/// Appends a value to every text: written apart from the masking's own list of texts, so that a text
/// forgotten there is found.
private struct Planting {
  var value: String

  func callAsFunction(_ text: LocalizedText) -> LocalizedText {
    LocalizedText(zh: text.zh + value, en: text.en + value)
  }

  func callAsFunction(_ place: PlaceRecord) -> PlaceRecord {
    var place = place
    place.documentTitle = place.documentTitle.map(callAsFunction)
    place.documentID = (place.documentID ?? "") + value
    place.documentNumber = (place.documentNumber ?? "") + value
    place.pages = (place.pages ?? "") + "、" + value
    place.field = place.field.map(callAsFunction)
    place.path += "[. = '\(value)']"
    return place
  }

  func callAsFunction(_ occurrence: OccurrenceRecord) -> OccurrenceRecord {
    var occurrence = occurrence
    occurrence.key += value
    occurrence.message = self(occurrence.message)
    occurrence.places = occurrence.places.map(callAsFunction)
    occurrence.values = occurrence.values.map {
      var shown = $0
      shown.label = self($0.label)
      shown.value = self($0.value)
      return shown
    }
    occurrence.values.append(
      ValueRecord(label: .init(zh: "值", en: "value"), value: .init(zh: value, en: value), line: 1))
    occurrence.derivation.append(.init(zh: value, en: value))
    occurrence.waiver = occurrence.waiver.map { $0 + value }
    return occurrence
  }

  func callAsFunction(_ record: CaseRecord) -> CaseRecord {
    var record = record
    record.caseName += value
    record.caseNumber += value
    for index in record.outcomes.indices {
      record.outcomes[index].occurrences = record.outcomes[index].occurrences.map(callAsFunction)
      record.outcomes[index].notes = record.outcomes[index].notes.map(callAsFunction)
      record.outcomes[index].answeredBy = value
    }
    for index in record.scores.indices {
      record.scores[index].derivation.append(.init(zh: value, en: value))
    }
    record.remarks.append(
      RemarkRecord(code: "x", message: .init(zh: value, en: value), subject: value))
    record.schemaErrors.append(
      SchemaErrorRecord(line: 1, column: 1, message: .init(zh: value, en: value)))
    return record
  }
}
