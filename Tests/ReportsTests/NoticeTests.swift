import Testing

@testable import Reports
@testable import RubricKit

@Suite("Notices")
struct NoticeTests {
  private let text = NoticeOptions(format: .text)

  private func files(_ set: NoticeSet, _ name: String) -> [String] {
    set.files.keys.filter { $0.contains(name) }.sorted()
  }

  private func records(_ cases: CaseRecord..., unjudged: [UnjudgedRecord] = []) -> [AuditRecord] {
    [.manifest(Sample.manifest)] + cases.map { .caseFile($0) } + unjudged.map { .unjudged($0) }
      + [.end(Sample.end)]
  }

  @Test("an agency without findings gets review sheets, no notice, and is named")
  func clean() {
    let set = Outputs.notices(records(Sample.clean), text)
    #expect(set.files.keys.sorted() == ["示例县市场监督管理局/评查表/示市监立〔2024〕1号.txt"])
    #expect(set.summary.withoutFindings.map(\.agency) == [Sample.market])
    #expect(set.summary.text(.zh).contains("示例县市场监督管理局：未发现问题，不制发整改通知书。"))
  }

  @Test("open items stand on the bureau's sheet and in no paper of the agency as findings")
  func pending() throws {
    var record = Sample.open
    record.outcomes.removeAll { $0.outcome == .failed }
    let set = Outputs.notices(records(record), text)
    #expect(files(set, "整改通知书") == [])
    #expect(files(set, "整改清单") == [])
    let sheet = try #require(set.text("待人工核定事项（内部）/示例县应急管理局.txt"))
    #expect(sheet.contains("内部资料"))
    #expect(set.summary.text(.zh).contains("尚有事项待核定"))
    let withFinding = Outputs.notices(records(Sample.open), text)
    let notice = try #require(withFinding.text("示例县应急管理局/整改通知书.txt"))
    let list = try #require(withFinding.text("示例县应急管理局/整改清单.txt"))
    for asked in ["听证申请期限", "足以使当事人", "约三千元"] {
      #expect(!notice.contains(asked))
      #expect(!list.contains(asked))
    }
    #expect(withFinding.summary.agencies.map(\.findings) == [1])
  }

  @Test("over anything open is headed 征求意见稿, with the counts; else not")
  func draft() throws {
    let open = try #require(
      Outputs.notices(records(Sample.open), text).text("示例县应急管理局/整改通知书.txt"))
    #expect(open.hasPrefix("征求意见稿"))
    #expect(open.contains("一票否决待定1项、待人工核定2项、未能判定1项"))
    let unjudged = try #require(
      Outputs.notices(records(Sample.vetoed, unjudged: [Sample.unreadable]), text)
        .text("示例县青山乡人民政府/整改通知书.txt"))
    #expect(unjudged.contains("（尚有未评案卷1件，结论以正式通知为准）"))
    let final = try #require(
      Outputs.notices(records(Sample.vetoed), text).text("示例县青山乡人民政府/整改通知书.txt"))
    #expect(!final.contains("征求意见稿"))
  }

  @Test("a file of no known agency makes the notice of its folder's agency a draft")
  func presumed() throws {
    var unknown = Sample.unreadable
    unknown.agency = nil
    let set = Outputs.notices(records(Sample.vetoed, unjudged: [unknown]), text)
    let notice = try #require(set.text("示例县青山乡人民政府/整改通知书.txt"))
    #expect(notice.hasPrefix("征求意见稿"))
    #expect(set.summary.unattributed.isEmpty)
    var elsewhere = unknown
    elsewhere.path = "别处/罚2.xml"
    let other = Outputs.notices(records(Sample.vetoed, unjudged: [elsewhere]), text)
    #expect(other.summary.unattributed == [elsewhere])
    #expect(other.summary.text(.zh).contains("别处/罚2.xml"))
  }

  @Test("number and signing date are blank, terms run from receipt, waived findings stay out")
  func content() throws {
    let set = Outputs.notices(Sample.records, text)
    let notice = try #require(set.text("示例县市场监督管理局/整改通知书.txt"))
    #expect(notice.contains("〔　　　　〕　　　号"))
    #expect(notice.contains("　　　　年　　月　　日"))
    #expect(notice.contains("自收到之日起15日内完成"))
    #expect(!notice.contains("未写明证据"))
    let list = try #require(set.text("示例县市场监督管理局/整改清单.txt"))
    #expect(!list.contains("未写明证据"))
    let code = RectificationList.code(
      Sample.occurrence(
        "penalty.decision.amount-capitals", .failed,
        Sample.faulty.outcomes.flatMap(\.occurrences).first {
          $0.key == "penalty.decision.amount-capitals"
        }?.message ?? Sample.text("", "")
      ).fingerprint)
    #expect(code.count == 8)
    #expect(list.contains(code))
  }

  @Test("hold full data: they are a case's own papers")
  func unmasked() throws {
    let set = Outputs.notices(Sample.records)
    let notice = try #require(set.text("示例县市场监督管理局/整改通知书.html"))
    #expect(notice.contains("350123198001010019"))
    #expect(notice.contains("请妥善保管"))
  }

  @Test("escape what a case file says")
  func escaping() throws {
    var record = Sample.vetoed
    record.caseName = "<script>alert('1')</script>&\"\u{1B}"
    let set = Outputs.notices(records(record))
    for (path, bytes) in set.files where !path.hasSuffix(".xlsx") {
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(!text.contains("<script"), "\(path)")
      #expect(!text.unicodeScalars.contains("\u{1B}"), "\(path)")
    }
    let sheet = try #require(set.text("示例县青山乡人民政府/评查表/示青立〔2024〕1号.html"))
    #expect(sheet.contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;&quot; "))
  }

  @Test("fetch nothing: no script, link or picture in any page")
  func selfContained() {
    for (path, bytes) in Outputs.notices(Sample.records).files
    where !path.hasSuffix(".xlsx") {
      let page = String(decoding: bytes, as: UTF8.self)
      for part in ["<script", "<link", "<img", "src=", "url(", "@import", "http:", "https:"] {
        #expect(!page.contains(part), "\(path): \(part)")
      }
    }
  }

  @Test("have a review sheet whose sums agree with its rows")
  func sums() throws {
    let set = Outputs.notices(Sample.records, text)
    let sheet = try #require(set.text("示例县应急管理局/评查表/示应急立〔2024〕3号.txt"))
    #expect(sheet.contains("0–60"))
    #expect(sheet.contains("40–100"))
    #expect(sheet.contains("评查人（签名）"))
  }

  @Test("have a review sheet that names the files which say otherwise")
  func contradictions() throws {
    let set = Outputs.notices(Sample.records, text)
    let paths = Set(Sample.contradiction.parts.map(\.path))
    for (path, _) in set.files where path.contains("评查表/") {
      let sheet = try #require(set.text(path))
      let concerned = paths.contains { sheet.contains($0) }
      #expect(sheet.contains("案卷之间的矛盾") == concerned, "\(path)")
      if concerned { #expect(sheet.contains("另见：")) }
    }
  }

  @Test("of one agency only are asked for by code or by part of the name")
  func filtered() throws {
    for name in ["SL-YJ", "应急"] {
      var filter = AgencyFilter(NoticeBuilder(text, template: try Outputs.template()), name: name)
      for record in Sample.records { try filter.consume(record) }
      #expect(filter.hasMatched)
      #expect(filter.next.result?.summary.agencies.map(\.agency) == [Sample.emergency])
    }
    var none = AgencyFilter(NoticeBuilder(text, template: try Outputs.template()), name: "税务")
    for record in Sample.records { try none.consume(record) }
    #expect(!none.hasMatched)
    #expect(none.agencies == [Sample.market, Sample.emergency, Sample.town])
    // Others' files stay out, also where a contradiction names them.
    var market = AgencyFilter(NoticeBuilder(text, template: try Outputs.template()), name: "SL-JG")
    for record in Sample.records { try market.consume(record) }
    #expect(market.next.result?.summary.agencies.map(\.agency) == [Sample.market])
  }
}
