/// How a paragraph of a paper is set: fonts by GB/T 9704-2012 (7.1–7.3).
struct WordStyle: Sendable {
  /// Fonts by name; what to take where one is missing stands in the font table.
  enum Font: String, CaseIterable, Sendable {
    case body = "仿宋_GB2312"
    case kai = "楷体_GB2312"
    case hei = "黑体"
    case title = "方正小标宋简体"
    case song = "宋体"

    /// What every office suite has.
    var substitute: String {
      switch self {
      case .body: "仿宋"
      case .kai: "楷体"
      case .hei: "SimHei"
      case .title: "宋体"
      case .song: "SimSun"
      }
    }
  }

  enum Alignment: String, Sendable {
    case both, left, center, right
  }

  var font = Font.body
  /// Half points: 三号 is 32.
  var size = 32
  var isBold = false
  /// Hexadecimal; nil: black.
  var color: String?
  var alignment = Alignment.both
  /// 首行缩进 in hundredths of a character.
  var indent = 0
  /// From the right, in twentieths of a point.
  var right = 0
  /// Empty lines before, in hundredths.
  var before = 0
  /// Space before in twentieths of a point, beside the lines.
  var space = 0
  /// Exact distance of lines in twentieths of a point; nil: the grid's.
  var line: Int?
  /// A rule below: colour and width in eighths of a point.
  var rule: (color: String, width: Int)?
  var keepsWithNext = false
  /// Whether it keeps to the page of 22 lines with 28 characters.
  var isOnGrid = true

  /// `w:pPr`, in the order that the schema has.
  var paragraph: String {
    var xml = keepsWithNext ? "<w:keepNext/>" : ""
    if let rule {
      xml +=
        "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"\(rule.width)\" w:space=\"11\" "
        + "w:color=\"\(rule.color)\"/></w:pBdr>"
    }
    if !isOnGrid { xml += "<w:snapToGrid w:val=\"0\"/>" }
    let distance = space + before * WordPage.linePitch / 100
    var spacing = " w:before=\"\(distance)\" w:after=\"0\""
    if before > 0 { spacing = " w:beforeLines=\"\(before)\"" + spacing }
    if let line { spacing += " w:line=\"\(line)\" w:lineRule=\"exact\"" }
    xml += "<w:spacing\(spacing)/>"
    if indent > 0 || right > 0 {
      let first =
        indent > 0 ? " w:firstLineChars=\"\(indent)\" w:firstLine=\"\(indent * size / 10)\"" : ""
      xml += "<w:ind\(right > 0 ? " w:right=\"\(right)\"" : "")\(first)/>"
    }
    return "<w:pPr>\(xml)<w:jc w:val=\"\(alignment.rawValue)\"/></w:pPr>"
  }

  /// `w:rPr`.
  var run: String {
    let name = font.rawValue
    let grid = isOnGrid ? "" : "<w:snapToGrid w:val=\"0\"/>"
    return "<w:rPr><w:rFonts w:ascii=\"\(name)\" w:hAnsi=\"\(name)\" w:eastAsia=\"\(name)\" "
      + "w:cs=\"\(name)\"/>" + (isBold ? "<w:b/>" : "")
      + grid + (color.map { "<w:color w:val=\"\($0)\"/>" } ?? "")
      + (isOnGrid && size == 32 ? "<w:spacing w:val=\"\(WordPage.closer)\"/>" : "")
      + "<w:sz w:val=\"\(size)\"/>"
      + "<w:szCs w:val=\"\(size)\"/></w:rPr>"
  }

  func paragraph(_ text: String) -> String {
    "<w:p>\(paragraph)\(runs(text))</w:p>"
  }

  /// The text as one run; line ends are line breaks.
  private func runs(_ text: String) -> String {
    let parts = text.split(separator: "\n", omittingEmptySubsequences: false)
    let body = parts.map { "<w:t xml:space=\"preserve\">\(PaperHTML.escape(String($0)))</w:t>" }
      .joined(separator: "<w:br/>")
    return "<w:r>\(run)\(body)</w:r>"
  }
}
