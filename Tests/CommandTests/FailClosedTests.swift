import Foundation
import Testing

@Suite("What cannot be judged is shown and never a success")
struct FailClosedTests {
  @Test("An empty folder ends with 3 and says so")
  func emptyFolder() throws {
    let folder = try Folder()
    let result = try Tool.score(folder.path)
    #expect(result.status == 3)
    #expect(result.errors.contains("没有找到任何案卷"))
  }

  @Test("A path that does not exist ends with 64 and is named")
  func missingPath() throws {
    let result = try Tool.score("/nonexistent/folder")
    #expect(result.status == 64)
    #expect(result.errors.contains("/nonexistent/folder"))
  }

  @Test(
    "A file that is no document is unjudged with its cause, and the rest of the batch is scored",
    arguments: [
      ("empty", ""),
      ("not well-formed", "<caseFile kind=\"ordinaryPenalty\"><agency>"),
      ("with a document type", "<!DOCTYPE caseFile><caseFile kind=\"ordinaryPenalty\"/>"),
      (
        "an entity bomb",
        "<!DOCTYPE r [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><r>&b;</r>"
      ),
      (
        "an external entity",
        "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><r>&x;</r>"
      ),
      ("in an unknown encoding", "<?xml version=\"1.0\" encoding=\"no-such\"?><caseFile/>"),
      ("of a kind that no rubric knows", "<other/>"),
    ])
  func hostileFile(name: String, text: String) throws {
    let folder = try Folder()
    try folder.base("good.xml")
    try folder.write("bad.xml", Array(text.utf8))
    let result = try Tool.score(folder.path)
    #expect(result.status == 3)
    #expect(result.output.contains("bad.xml"))
    #expect(result.output.contains("已评案卷 1 件，未评 1 件"))
    #expect(!result.output.contains("/etc/"))
  }

  @Test("Explaining a set rule over a folder with an unreadable file ends with 3")
  func explainedSetRule() throws {
    let folder = try Folder()
    try folder.base("good.xml")
    let arguments = ["explain", folder.path, "set.case-number.duplicate", "--as-of", "2026-11-23"]
    #expect(try Tool.run(arguments).status == 0)
    try folder.write("bad.xml", Array("<caseFile>".utf8))
    let result = try Tool.run(arguments)
    #expect(result.status == 3)
    #expect(result.output.contains("案卷 1 件"))
  }

  @Test("A part of a run is no whole one, and says to merge first")
  func part() throws {
    let folder = try Folder()
    try folder.base("a.xml")
    let stream = "\(folder.path)/part.jsonl"
    _ = try Tool.score(
      folder.path, options: ["--shard", "1/2", "--format", "jsonl", "--output", stream])
    for command in ["score", "findings", "conflicts"] {
      let result = try Tool.run([command, stream])
      #expect(result.status == 3)
      #expect(result.errors.contains("merge"), "\(result.errors)")
    }
    let merged = try Tool.run(["merge", stream])
    #expect(merged.status == 3)
    #expect(merged.errors.contains("2/2"), "\(merged.errors)")
  }

  @Test("Bytes that are not text in the declared encoding are unjudged")
  func wrongEncoding() throws {
    let folder = try Folder()
    let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><caseFile><caseNumber>"
    try folder.write("bad.xml", Array(head.utf8) + [0xB0, 0xB8, 0xBE, 0xED, 0xFF])
    let result = try Tool.score(folder.path)
    #expect(result.status == 3)
    #expect(result.output.contains("未评 1 件"))
  }

  @Test("Nesting of 100,000 levels is refused without a crash")
  func deepNesting() throws {
    let folder = try Folder()
    let text = String(repeating: "<a>", count: 100_000) + String(repeating: "</a>", count: 100_000)
    try folder.write("deep.xml", Array(text.utf8))
    let result = try Tool.score(folder.path)
    #expect(result.status == 3)
    #expect(result.output.contains("deep.xml"))
  }

  @Test("A file of 200 MB is not read")
  func hugeFile() throws {
    let folder = try Folder()
    let path = try folder.write("huge.xml", Array("<caseFile>".utf8))
    let handle = try #require(FileHandle(forWritingAtPath: path))
    try handle.truncate(atOffset: 200 << 20)
    try handle.close()
    let result = try Tool.score(folder.path)
    #expect(result.status == 3)
    #expect(result.output.contains("huge.xml"))
    #expect(result.output.contains("文件过大"))
  }

  @Test("A link to the folder itself is not followed")
  func linkLoop() throws {
    let folder = try Folder()
    try folder.base("good.xml")
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/loop", withDestinationPath: folder.path)
    let result = try Tool.score(folder.path)
    #expect(result.status == 0)
    #expect(result.output.contains("已评案卷 1 件，未评 0 件"))
  }

  @Test("A dangling link and a folder called x.xml are no case files")
  func oddEntries() throws {
    let folder = try Folder()
    try folder.base("good.xml")
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/gone.xml", withDestinationPath: "\(folder.path)/nowhere")
    try FileManager.default.createDirectory(
      atPath: "\(folder.path)/x.xml", withIntermediateDirectories: false)
    #expect(try Tool.score(folder.path).output.contains("已评案卷 1 件，未评 0 件"))
  }

  @Test("Two files with one case number are a finding of the set")
  func sameNumber() throws {
    let folder = try Folder()
    try folder.base("a.xml")
    try folder.base("b.xml")
    let result = try Tool.run(["findings", folder.path, "--as-of", "2026-11-23"])
    #expect(result.output.contains("出现在 2 份案卷中"))
    #expect(result.output.contains("a.xml") && result.output.contains("b.xml"))
  }

  @Test("A rubric or agency that is not there ends with 64 and names what there is")
  func unknownNames() throws {
    let folder = try Folder()
    try folder.base("good.xml")
    let rubric = try Tool.score(folder.path, options: ["--rubric", "no-such"])
    #expect(rubric.status == 64)
    #expect(rubric.errors.contains("penalty-ordinary"))
    let agency = try Tool.score(folder.path, options: ["--agency", "没有这个单位"])
    #expect(agency.status == 64)
    #expect(agency.errors.contains("示例县应急管理局"))
  }

  @Test("A register that is missing leaves the items that need it pending and ends with 3")
  func registerMissing() throws {
    let folder = try Folder()
    let file = try folder.base("case.xml")
    let rubrics = "\(folder.path)/Rubrics"
    try FileManager.default.copyItem(atPath: "\(Tool.root)/Rubrics", toPath: rubrics)
    for place in ["registers", "example-registers"] {
      try FileManager.default.removeItem(atPath: "\(rubrics)/\(place)/hearing-thresholds.xml")
    }
    let result = try Tool.score(
      file, options: ["--rubrics", rubrics, "--registers", "\(rubrics)/example-registers"])
    #expect(result.status == 3)
    #expect(result.output.contains("缺少所需登记册：1"))
    #expect(result.output.contains("优秀（待定）"))
  }

  @Test("A calendar that does not reach the date leaves the item pending and ends with 3")
  func calendarEnds() throws {
    let folder = try Folder()
    try folder.base("late.xml", replacing: ["2025-": "2031-"])
    let result = try Tool.score(folder.path, options: ["--format", "jsonl"])
    #expect(result.status == 3)
    #expect(result.output.contains("\"reasons\":[\"calendar\"]"))
  }

  @Test("A field nobody transcribed leaves its items pending and ends with 3")
  func notTranscribed() throws {
    let folder = try Folder()
    let text = try String(
      contentsOfFile: "\(Tool.root)/Rubrics/base-cases/ordinary-penalty.xml", encoding: .utf8)
    // The decision's: the time an order was served decides no item.
    let date = try #require(text.firstMatch(of: /<servedAt>2025-04-28[^<]*<\/servedAt>/)).0
    try folder.write(
      "a.xml",
      Array(
        text.replacingOccurrences(
          of: String(date), with: "<servedAt state=\"notTranscribed\"/>"
        ).utf8))
    let result = try Tool.score(folder.path, options: ["--format", "jsonl"])
    #expect(result.status == 3)
    #expect(result.output.contains("not-transcribed"))
  }

  @Test("A mistyped document is no missing document: the items are pending, not failed")
  func mistypedElement() throws {
    let folder = try Folder()
    try folder.base(
      "typo.xml",
      replacing: ["<filingApproval ": "<filingAproval ", "</filingApproval>": "</filingAproval>"])
    let result = try Tool.run(["findings", folder.path, "--as-of", "2026-11-23"])
    #expect(result.status == 3)
    #expect(result.output.contains("问题 0 处") || !result.output.contains("penalty.filing.approval)"))
    let check = try Tool.run(["check", folder.path])
    #expect(check.status == 3)
    #expect(check.output.contains("filingAproval"))
  }

  @Test("A stream that was cut off is refused")
  func truncatedStream() throws {
    let folder = try Folder()
    try folder.base("good.xml")
    let stream = try Tool.score(folder.path, options: ["--format", "jsonl"]).output
    let whole = try folder.write("whole.jsonl", Array(stream.utf8))
    #expect(try Tool.run(["findings", whole]).status == 0)
    let cut = stream.split(separator: "\n").dropLast().joined(separator: "\n") + "\n"
    let path = try folder.write("cut.jsonl", Array(cut.utf8))
    let result = try Tool.run(["findings", path])
    #expect(result.status == 3)
    #expect(!result.errors.isEmpty)
  }

  @Test("Notices are not written into a folder that holds something else")
  func outputNotEmpty() throws {
    let folder = try Folder()
    try folder.base("good.xml")
    let other = try Folder()
    try other.write("mine.txt", Array("keep".utf8))
    let result = try Tool.run([
      "notices", folder.path, "--output", other.path, "--as-of", "2026-11-23",
    ])
    #expect(result.status == 74)
    #expect(try FileManager.default.contentsOfDirectory(atPath: other.path) == ["mine.txt"])
  }

  @Test("A result file that cannot be written ends with 74 and leaves nothing behind")
  func unwritableOutput() throws {
    let folder = try Folder()
    try folder.base("good.xml")
    let result = try Tool.score(
      folder.path, options: ["--output", "\(folder.path)/no/such/folder/out.csv"])
    #expect(result.status == 74)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["good.xml"])
  }

  @Test("A closed pipe stops the program quietly")
  func closedPipe() throws {
    let folder = try Folder()
    for number in 0..<40 { try folder.base("\(number).xml") }
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    let tool = try Tool.executable()
    process.arguments = [
      "-c",
      "'\(tool)' score '\(folder.path)' --format jsonl --as-of 2026-11-23 2>err | head -c 10; cat err",
    ]
    process.currentDirectoryURL = URL(filePath: folder.path)
    process.environment = ["CASEAUDIT_RUBRICS": "\(Tool.root)/Rubrics", "PATH": "/usr/bin:/bin"]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(data.count == 10)
  }
}

@Suite("Broken rubrics and exit codes")
struct BrokenRubricTests {
  @Test("A rubric that does not load ends with 65, with file and line")
  func brokenRubric() throws {
    let folder = try Folder()
    try FileManager.default.copyItem(
      atPath: "\(Tool.root)/Rubrics", toPath: "\(folder.path)/Rubrics")
    let file = "\(folder.path)/Rubrics/penalty-ordinary/rubric.xml"
    let text = try String(contentsOfFile: file, encoding: .utf8)
    try text.replacingOccurrences(of: "<rounding ", with: "<roundin ")
      .write(toFile: file, atomically: true, encoding: .utf8)
    let result = try Tool.score(
      "\(Tool.root)/Rubrics/base-cases", options: ["--rubrics", "\(folder.path)/Rubrics"])
    #expect(result.status == 65)
    #expect(result.errors.contains("penalty-ordinary/rubric.xml:"))
  }

  @Test("A check that raises is an error in the result and ends with 3")
  func checkThatRaises() throws {
    let folder = try Folder()
    try FileManager.default.copyItem(
      atPath: "\(Tool.root)/Rubrics", toPath: "\(folder.path)/Rubrics")
    let file = "\(folder.path)/Rubrics/requirements/penalty/penalty.filing.approval.xml"
    let text = try String(contentsOfFile: file, encoding: .utf8)
    let test = try #require(text.firstMatch(of: #/ test="[^"]*"/#)).0
    try text.replacingOccurrences(
      of: String(test), with: " test=\"is-before(/caseFile/caseName, '2025-01-01')\""
    ).write(toFile: file, atomically: true, encoding: .utf8)
    let result = try Tool.score(
      "\(Tool.root)/Rubrics/base-cases/ordinary-penalty.xml",
      options: ["--rubrics", "\(folder.path)/Rubrics", "--format", "jsonl"])
    #expect(result.status == 3)
    #expect(result.output.contains("\"outcome\":\"error\""))
  }

  @Test("--fail-on ends with 1 where the level is reached, and pending items never reach it")
  func failOn() throws {
    let folder = try Folder()
    try folder.base("good.xml")
    #expect(try Tool.score(folder.path, options: ["--fail-on", "minor"]).status == 0)
    try folder.base("good.xml", replacing: ["<days>60</days>": "<days>30</days>"])
    #expect(try Tool.score(folder.path, options: ["--fail-on", "minor"]).status == 1)
  }

  @Test("The same bytes come out for 1, 2 and 7 workers, whatever LANG and TZ say")
  func deterministic() throws {
    let folder = "\(Tool.root)/ExampleFiles"
    let first = try Tool.score(folder, options: ["--format", "jsonl", "--jobs", "1"]).output
    #expect(first.contains("\"record\":\"end\""))
    for jobs in ["2", "7"] {
      let environment = ["LANG": "tr_TR.UTF-8", "TZ": "America/New_York"]
      let other = try Tool.run(
        ["score", folder, "--as-of", "2026-11-23", "--quiet", "--format", "jsonl", "--jobs", jobs],
        environment: environment
      ).output
      #expect(other == first)
    }
  }

  @Test("Masked outputs hold no personal number of the example files")
  func masked() throws {
    let folder = "\(Tool.root)/ExampleFiles"
    for format in ["text", "csv", "sarif"] {
      let output = try Tool.run([
        "findings", folder, "--as-of", "2026-11-23", "--format", format,
      ]).output
      #expect(output.firstMatch(of: /999999[0-9]{11}[0-9X]/) == nil)
      #expect(output.firstMatch(of: /1390000[0-9]{4}/) == nil)
      for name in ["康样本", "汪示范", "洪样章", "于范畴"] {
        #expect(!output.contains("\(name)"), "\(format) \(name)")
      }
    }
  }
}
