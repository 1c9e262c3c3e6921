import Archive
import Foundation
import RubricKit
import TestSupport
import Testing

@testable import Reports

@Suite("Papers as DOCX") struct PaperDOCXTests {
  private static let letter = Paper(
    language: .zh, layout: .letter, name: "关于示例县林业局行政执法案卷评查问题的整改通知书",
    blocks: [
      .letterhead("示例县司法局"), .number("示司监〔2025〕3号"),
      .title(["关于示例县林业局", "行政执法案卷评查问题的", "整改通知书"]), .addressee("示例县林业局："),
      .heading(level: 1, "一、评查结论"), .heading(level: 2, "（一）得分"),
      .paragraph("决定书“<未写明>”依据 & 期限。\u{1}"),
      .table(
        Table(
          columns: [
            .init(title: "序号", share: 20, alignment: .centred), .init(title: "问题", share: 80),
          ],
          rows: [.cells(["1", "逾期送达"]), .section("小计"), .total(["", "1处"])])),
      .attachments(["附件：1. 整改清单"]), .closing(sender: "示例县司法局", date: "2025年9月15日"),
      .footnote("整改台账第5条"),
    ])

  private func part(_ name: String, of paper: Paper = letter) throws -> String {
    let bytes = try PaperDOCX.render(paper)
    let parts = try ZIPReader.entries(of: bytes) { _ in true }
    return String(decoding: try #require(parts[name.lowercased()]), as: UTF8.self)
  }

  @Test("A letter has the page of GB/T 9704: A4, margins, 22 lines, page numbers on the outer side")
  func page() throws {
    let document = try part("word/document.xml")
    #expect(document.contains(#"<w:pgSz w:w="11906" w:h="16838"/>"#))
    #expect(document.contains(#"w:top="2098" w:right="1474" w:bottom="1984" w:left="1587""#))
    #expect(document.contains(#"<w:docGrid w:type="lines" w:linePitch="579"/>"#))
    #expect(22 * WordPage.linePitch <= 16838 - 2098 - 1984)
    #expect(28 * (320 + WordPage.closer) <= WordPage(.letter).textWidth)
    #expect(29 * (320 + WordPage.closer) > WordPage(.letter).textWidth)
    #expect(try part("word/settings.xml").contains("<w:evenAndOddHeaders/>"))
    #expect(try part("word/footer1.xml").contains(#"<w:jc w:val="right"/>"#))
    #expect(try part("word/footer2.xml").contains(#"<w:jc w:val="left"/>"#))
  }

  @Test("The fonts are named, with a substitute for each")
  func fonts() throws {
    let document = try part("word/document.xml")
    for font in ["仿宋_GB2312", "楷体_GB2312", "黑体", "方正小标宋简体"] {
      #expect(document.contains("w:eastAsia=\"\(font)\""), "\(font)")
      #expect(try part("word/fontTable.xml").contains("<w:font w:name=\"\(font)\"><w:altName"))
    }
  }

  @Test(
    "A long title breaks between its parts; marks of XML are text, and what XML forbids is gone")
  func texts() throws {
    let document = try part("word/document.xml")
    #expect(document.contains("关于示例县林业局</w:t><w:br/>") || document.contains("评查问题的</w:t><w:br/>"))
    #expect(document.contains("决定书“&lt;未写明&gt;”依据 &amp; 期限。"))
    #expect(!document.contains("\u{1}"))
  }

  @Test("The same paper is the same bytes, in whatever time zone")
  func sameBytes() throws {
    let first = try PaperDOCX.render(Self.letter)
    setenv("TZ", "America/New_York", 1)
    tzset()
    defer {
      unsetenv("TZ")
      tzset()
    }
    #expect(try PaperDOCX.render(Self.letter) == first)
  }

  @Test("python-docx reads what was written (needs the Debian package python3-docx)")
  func foreign() throws {
    let path = NSTemporaryDirectory() + "paper-\(UUID().uuidString).docx"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data(try PaperDOCX.render(Self.letter)).write(to: URL(filePath: path))
    let (status, text) = try Python.run([
      "-c",
      """
      import docx, sys, xml.dom.minidom, zipfile
      parts = zipfile.ZipFile(sys.argv[1])
      if parts.testzip(): sys.exit("damaged")
      for name in parts.namelist(): xml.dom.minidom.parseString(parts.read(name))
      paper = docx.Document(sys.argv[1])
      for one in paper.paragraphs:
          if one.text.strip(): print(one.text.replace("\\n", "/"))
      for row in paper.tables[0].rows: print("|".join(cell.text for cell in row.cells))
      section = paper.sections[0]
      print(section.page_width.mm, section.left_margin.mm, paper.core_properties.title)
      """, path,
    ])
    #expect(status == 0, "\(text)")
    for line in [
      "示例县司法局", "示司监〔2025〕3号", "示例县林业局：", "一、评查结论", "（一）得分", "序号|问题", "1|逾期送达", "小计|小计",
      "2025年9月15日",
    ] {
      #expect(text.split(separator: "\n").contains { $0 == line }, "\(line) in \(text)")
    }
    #expect(text.contains("整改通知书"))
  }
}
