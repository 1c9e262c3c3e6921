import Foundation
import TestSupport
import Testing

/// A whole round, from the sample to the year's paragraph, as Documentation/台账.md tells it.
@Suite("The story of a round") struct LedgerStoryTests {
  private let folder: Folder
  private var ledger: [String] { ["--ledger", "\(folder.path)/ledger.db"] }
  private let registers = ["--registers", "\(Tool.root)/Rubrics/example-registers"]
  private var cases: String { "\(folder.path)/cases" }

  /// Told 30 days instead of 60 for reconsideration, which can be mended, and told so late that it cannot.
  private static let days =
    "<reconsideration><body>示例县人民政府</body><days>60</days><online>"
  private static let shortDays = days.replacingOccurrences(of: "60", with: "30")
  private static let served = "<servedAt>2025-04-28T10:15</servedAt>"
  private static let late = "<servedAt>2025-05-08T08:30</servedAt>"

  init() throws {
    folder = try Folder()
    for part in ["cases", "corrected"] {
      try FileManager.default.createDirectory(
        atPath: "\(folder.path)/\(part)", withIntermediateDirectories: true)
    }
    _ = try folder.base(
      "cases/a.xml", replacing: [Self.days: Self.shortDays, Self.served: Self.late])
    _ = try folder.base("cases/b.xml", replacing: ["示应急立〔2025〕9号": "示应急立〔2025〕10号"])
  }

  private func run(_ step: String, _ arguments: [String], on day: String? = nil) throws
    -> Tool.Result
  {
    try Tool.run(["ledger", step] + arguments + ledger + (day.map { ["--as-of", $0] } ?? []))
  }

  private func done(_ step: String, _ arguments: [String], on day: String? = nil) throws -> String {
    let result = try run(step, arguments, on: day)
    #expect(result.status == 0, "\(step): \(result.errors) \(result.output)")
    return result.output
  }

  private func openRound() throws {
    _ = try done(
      "open-round",
      [
        "2025-2", "--title", "第二季度评查", "--office", "示例县司法局", "--mark", "示司监", "--reply-days", "30",
        "--reply-source", "评查方案",
      ], on: "2025-06-02")
    let drawn = try done(
      "sample", ["2025-2", cases, "--seed", "七", "--per-stratum", "5"] + registers,
      on: "2025-06-03")
    #expect(drawn.contains("总体 2 件，抽取 2 件"), "\(drawn)")
  }

  private func openAndNotice() throws {
    try openRound()
    let judged = try done("score", ["2025-2", cases] + registers, on: "2025-06-04")
    #expect(judged.contains("已评案卷 2 件"), "\(judged)")
    let noticed = try done(
      "notices",
      ["2025-2", cases, "--output", "\(folder.path)/papers", "--format", "text"]
        + registers, on: "2025-06-05")
    #expect(noticed.contains("示司监〔2025〕1号  示例县应急管理局"), "\(noticed)")
  }

  private func paper(_ name: String) throws -> String {
    try String(contentsOfFile: "\(folder.path)/papers/示例县应急管理局/\(name)", encoding: .utf8)
  }

  /// The list as the agency sends it back.
  private func filledIn() throws -> String {
    let lines = try paper("整改清单.csv").split(separator: "\r\n").map(String.init)
    let rows = lines.dropFirst().map { line in
      String(line.dropLast(3)) + ",已整改,已书面补正并送达,2025-06-20"
    }
    let text = ([lines[0]] + rows).joined(separator: "\r\n") + "\r\n"
    return try folder.write("reply.csv", Array(text.utf8))
  }

  private func fingerprint(_ requirement: String) throws -> String {
    let stream = try Tool.run(
      ["score", cases, "--format", "jsonl", "--as-of", "2025-06-04"] + registers
    ).output
    for line in stream.split(separator: "\n") {
      let json = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      for outcome in json?["outcomes"] as? [[String: Any]] ?? []
      where outcome["requirement"] as? String == requirement {
        let found = (outcome["occurrences"] as? [[String: Any]])?.first?["fingerprint"] as? String
        if let found { return found }
      }
    }
    throw CocoaError(.fileNoSuchFile)
  }

  /// An answer to the first thing that only a person can judge in the case a.xml: it is out of order.
  private func answers() throws -> (file: String, requirement: String) {
    let stream = try Tool.run(
      ["score", cases, "--format", "jsonl", "--as-of", "2025-06-04"] + registers
    ).output
    for line in stream.split(separator: "\n") {
      let json = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      guard json?["path"] as? String == "a.xml", let digest = json?["digest"] as? String else {
        continue
      }
      for outcome in json?["outcomes"] as? [[String: Any]] ?? []
      where outcome["reasons"] as? [String] == ["person"] {
        let requirement = try #require(outcome["requirement"] as? String)
        let text =
          "<answers><answer case=\"\(digest)\" requirement=\"\(requirement)\" verdict=\"failed\" "
          + "reviewer=\"示某某\" date=\"2025-06-04\">笔录未写明。</answer></answers>"
        return (try folder.write("answers.xml", Array(text.utf8)), requirement)
      }
    }
    throw CocoaError(.fileNoSuchFile)
  }

  @Test(
    "takes a person's answers before the notice, once, and issues nothing that differs from them")
  func answered() throws {
    try openRound()
    let (file, requirement) = try answers()
    let score = ["2025-2", cases] + registers
    let before = try done("score", score, on: "2025-06-04")
    let after = try done("score", score + ["--answers", file], on: "2025-06-04")
    #expect(before.contains("问题 3 处") && after.contains("问题 4 处"), "\(before)\(after)")
    let again = try done("score", score + ["--answers", file], on: "2025-06-04")
    #expect(again == after)
    let history = try done("history", ["示应急立〔2025〕9号"])
    #expect(history.contains("2025-06-04  示某某  \(requirement)  认定不符合  笔录未写明。"), "\(history)")

    // A saved stream that was judged with answers nobody names.
    let stream = "\(folder.path)/judged.jsonl"
    _ = try Tool.run(
      ["score", cases, "--answers", file, "--format", "jsonl", "--output", stream]
        + ["--as-of", "2025-06-04"] + registers)
    let unnamed = try run("score", ["2025-2", stream], on: "2025-06-04")
    #expect(unnamed.status == 64)
    #expect(unnamed.errors.contains("--answers"), "\(unnamed.errors)")

    let papers =
      ["2025-2", cases, "--output", "\(folder.path)/papers", "--format", "text"] + registers
    let refused = try run("notices", papers, on: "2025-06-05")
    #expect(refused.status == 64)
    #expect(refused.errors.contains("--answers"), "\(refused.errors)")
    let noticed = try done("notices", papers + ["--answers", file], on: "2025-06-05")
    #expect(noticed.contains("问题4处"), "\(noticed)")
    // After the notice a finding does not silently go.
    let late = try run("score", score, on: "2025-06-04")
    #expect(late.status == 64)
    #expect(late.errors.contains("整改通知书"), "\(late.errors)")
  }

  @Test("from the draw to closure, with papers that carry number and hash")
  func story() throws {
    try openAndNotice()
    let notice = try paper("整改通知书.txt")
    #expect(notice.contains("示司监〔2025〕1号"))
    #expect(notice.contains("示例县司法局"))
    #expect(notice.contains("自收到之日起30日内"))
    let hash = try #require(notice.firstMatch(of: /整改台账第5条，校验值 ?([0-9a-f\s]{64,})/)).output.1
      .filter { !$0.isWhitespace }

    #expect(
      try done("receive", ["示司监〔2025〕1号", "--on", "2025-06-06"]).contains("2025年7月7日"))
    _ = try done("reply", ["示司监〔2025〕1号", try filledIn()], on: "2025-06-25")

    _ = try folder.base("corrected/a.xml", replacing: [Self.served: Self.late])
    let rechecked = try done(
      "recheck", ["2025-2", "\(folder.path)/corrected"] + registers, on: "2025-07-01")
    #expect(rechecked.contains("已改正 1"), "\(rechecked)")
    #expect(try done("close", ["2025-2", "--all-fixed"], on: "2025-07-02").contains("销号 1 项"))

    let service = try fingerprint("penalty.service.seven-days")
    let refused = try run("close", ["2025-2", service], on: "2025-07-02")
    #expect(refused.status == 64)
    #expect(refused.errors.contains("--explanation"), "\(refused.errors)")
    _ = try done(
      "close", ["2025-2", service, "--explanation", "逾期送达无法补正，已建立送达台账"], on: "2025-07-02")
    _ = try done(
      "escalate",
      [
        "示司监〔2025〕1号", "--to", "reminder", "--reason", "其余问题未见整改", "--format", "text", "--output",
        "\(folder.path)/letter",
      ], on: "2025-07-10")
    let letter = try String(
      contentsOfFile: "\(folder.path)/letter/示司监督〔2025〕1号.txt", encoding: .utf8)
    #expect(letter.filter { !$0.isWhitespace }.contains("尚有1处问题没有办结"), "\(letter)")

    let circular = ["2025-2", cases, "--format", "text"] + registers
    let issued = try done(
      "circular", circular + ["--output", "\(folder.path)/circular"], on: "2025-07-11")
    #expect(issued.contains("示司监通〔2025〕1号"), "\(issued)")
    let text = try String(contentsOfFile: "\(folder.path)/circular/通报.txt", encoding: .utf8)
    #expect(text.contains("示司监通〔2025〕1号") && text.contains("第二季度评查"), "\(text)")
    #expect(text.contains("校验值"))
    let again = try done(
      "circular", circular + ["--output", "\(folder.path)/circular", "--replace"], on: "2025-07-12")
    #expect(again.contains("示司监通〔2025〕1号"), "one round has one circular")

    let year = try done("year", ["2025"])
    #expect(year.contains("从2件案卷中随机抽取并评查2件"), "\(year)")
    #expect(year.contains("其中不能补正、作出说明的1处"), "\(year)")
    #expect(try done("history", [service]).contains("销号"))
    #expect(try done("verify", ["--expect", String(hash)]).contains("核验通过"))

    // The fault is back in a later version of the file.
    let back = try done(
      "recheck", ["2025-2", "\(folder.path)/again"] + registers, on: "2025-08-01",
      after: {
        try FileManager.default.createDirectory(
          atPath: "\(folder.path)/again", withIntermediateDirectories: true)
        _ = try folder.base(
          "again/a.xml",
          replacing: [
            Self.days: Self.shortDays, Self.served: Self.late, "<cause>涉嫌未如实": "<cause>未如实",
          ])
      })
    #expect(back.contains("复发 1"), "\(back)")
  }

  private func done(
    _ step: String, _ arguments: [String], on day: String, after prepare: () throws -> Void
  ) throws -> String {
    try prepare()
    return try done(step, arguments, on: day)
  }

  @Test(
    "Nothing is issued where a judged file is missing, nothing is entered twice, and wrong use says why"
  )
  func refusals() throws {
    try openAndNotice()
    let again = try done("score", ["2025-2", cases] + registers, on: "2025-06-04")
    #expect(again.contains("台账 5 条"), "\(again)")
    #expect(
      try run("sample", ["2025-2", cases, "--seed", "八", "--per-stratum", "1"] + registers).status
        == 64)
    try FileManager.default.removeItem(atPath: "\(cases)/b.xml")
    let missing = try run(
      "notices", ["2025-2", cases, "--output", "\(folder.path)/more"] + registers)
    #expect(missing.status == 64)
    #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/more"))
    #expect(try run("status", ["2099"]).status == 64)
    let nowhere = try Tool.run(["ledger", "status", "--ledger", "\(folder.path)/none.db"])
    #expect(nowhere.status == 64)
    #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/none.db"))
  }

  @Test("The Python of the documentation checks a ledger, and sees an edit")
  func python() throws {
    try openAndNotice()
    let text = try String(contentsOfFile: "\(Tool.root)/Documentation/台账.md", encoding: .utf8)
    let script = try #require(text.firstMatch(of: /```python\n([\s\S]*?)```/)).output.1
    #expect(script.split(separator: "\n").count <= 30)
    let file = try folder.write("check.py", Array(String(script).utf8))
    let head = try done("verify", []).split(separator: " ").last?.trimmingCharacters(
      in: .whitespacesAndNewlines)
    let checked = try Python.run([file, "\(folder.path)/ledger.db"])
    #expect(checked.status == 0)
    #expect(checked.output == "5 \(head ?? "")\n")
    let edit = """
      import sqlite3, sys
      base = sqlite3.connect(sys.argv[1])
      base.execute("DROP TRIGGER events_stay")
      base.execute("UPDATE events SET effective = '2024-01-01' WHERE sequence = 2")
      base.commit()
      """
    #expect(try Python.run(["-c", edit, "\(folder.path)/ledger.db"]).status == 0)
    #expect(try Python.run([file, "\(folder.path)/ledger.db"]).status != 0)
    #expect(try run("verify", []).status == 65)
  }
}
