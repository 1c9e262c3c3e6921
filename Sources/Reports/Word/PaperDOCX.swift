internal import Archive
import RubricKit

/// A paper as DOCX (ECMA-376): a letter is set by GB/T 9704-2012.
enum PaperDOCX {
  static func render(_ paper: Paper) throws(ArchiveError) -> [UInt8] {
    let language = paper.language == .zh ? "zh-CN" : "en-US"
    let parts: [(String, String)] = [
      ("[Content_Types].xml", contentTypes), ("_rels/.rels", relationships),
      ("docProps/core.xml", core(paper.name, language)),
      ("word/document.xml", document(WordBody(paper).xml)),
      ("word/_rels/document.xml.rels", documentRelationships),
      ("word/styles.xml", styles(language)), ("word/settings.xml", settings),
      ("word/fontTable.xml", fontTable), ("word/footer1.xml", footer(isOdd: true)),
      ("word/footer2.xml", footer(isOdd: false)),
    ]
    return try ZIPWriter.archive(parts.map { ($0.0, Array((head + $0.1).utf8)) })
  }

  private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  private static let main =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
    + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let type = "application/vnd.openxmlformats-officedocument.wordprocessingml"

  private static let contentTypes =
    "<Types xmlns=\"\(package)/content-types\">"
    + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
    + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    + [
      ("word/document.xml", "document.main"), ("word/styles.xml", "styles"),
      ("word/settings.xml", "settings"), ("word/fontTable.xml", "fontTable"),
      ("word/footer1.xml", "footer"), ("word/footer2.xml", "footer"),
    ].map { "<Override PartName=\"/\($0.0)\" ContentType=\"\(type).\($0.1)+xml\"/>" }.joined()
    + "<Override PartName=\"/docProps/core.xml\" "
    + "ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>"

  private static let relationships =
    "<Relationships xmlns=\"\(package)/relationships\">"
    + "<Relationship Id=\"document\" Type=\"\(office)/officeDocument\" Target=\"word/document.xml\"/>"
    + "<Relationship Id=\"core\" Type=\"\(package)/relationships/metadata/core-properties\" "
    + "Target=\"docProps/core.xml\"/></Relationships>"

  private static let documentRelationships =
    "<Relationships xmlns=\"\(package)/relationships\">"
    + [
      ("styles", "styles", "styles.xml"), ("settings", "settings", "settings.xml"),
      ("fonts", "fontTable", "fontTable.xml"), ("odd", "footer", "footer1.xml"),
      ("even", "footer", "footer2.xml"),
    ].map { "<Relationship Id=\"\($0.0)\" Type=\"\(office)/\($0.1)\" Target=\"\($0.2)\"/>" }
    .joined()
    + "</Relationships>"

  /// Without a date: the same paper is the same bytes.
  private static func core(_ title: String, _ language: String) -> String {
    "<cp:coreProperties xmlns:cp=\"\(package)/metadata/core-properties\" "
      + "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>\(PaperHTML.escape(title))</dc:title>"
      + "<dc:language>\(language)</dc:language></cp:coreProperties>"
  }

  private static func document(_ body: String) -> String {
    "<w:document \(main)><w:body>\(body)</w:body></w:document>"
  }

  private static func styles(_ language: String) -> String {
    let normal = WordStyle()
    return "<w:styles \(main)><w:docDefaults><w:rPrDefault>"
      + normal.run.replacing(
        "</w:rPr>", with: "<w:lang w:val=\"\(language)\" w:eastAsia=\"zh-CN\"/></w:rPr>")
      + "</w:rPrDefault></w:docDefaults><w:style w:type=\"paragraph\" w:default=\"1\" "
      + "w:styleId=\"a\"><w:name w:val=\"Normal\"/>\(normal.run)</w:style></w:styles>"
  }

  /// Page numbers on the outer side need footers that differ.
  private static let settings =
    "<w:settings \(main)><w:evenAndOddHeaders/><w:characterSpacingControl w:val=\"compressPunctuation\"/>"
    + "</w:settings>"

  private static let fontTable =
    "<w:fonts \(main)>"
    + WordStyle.Font.allCases.map {
      "<w:font w:name=\"\($0.rawValue)\"><w:altName w:val=\"\($0.substitute)\"/></w:font>"
    }.joined() + "</w:fonts>"

  /// 页码 (7.5): 四号半角宋体, a dash on each side, odd pages to the right and even to the left, one
  /// character in.
  private static func footer(isOdd: Bool) -> String {
    var style = WordStyle(font: .song, size: 28, alignment: isOdd ? .right : .left)
    style.right = isOdd ? 280 : 0
    let indent = isOdd ? "" : "<w:ind w:left=\"280\"/>"
    let properties = style.paragraph.replacing("<w:jc ", with: "\(indent)<w:jc ")
    func run(_ content: String) -> String { "<w:r>\(style.run)\(content)</w:r>" }
    func text(_ text: String) -> String { run("<w:t xml:space=\"preserve\">\(text)</w:t>") }
    return "<w:ftr \(main)><w:p>\(properties)" + text("— ")
      + run("<w:fldChar w:fldCharType=\"begin\"/>")
      + run("<w:instrText xml:space=\"preserve\"> PAGE </w:instrText>")
      + run("<w:fldChar w:fldCharType=\"separate\"/>") + text("1")
      + run("<w:fldChar w:fldCharType=\"end\"/>") + text(" —") + "</w:p></w:ftr>"
  }
}
