import Foundation

/// A rubrics folder made for one test: the schemas and registers that ship, and what the test writes.
/// Gone when the test is over.
final class RubricsFolder {
  static let shipped = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Rubrics").path

  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "rubrics-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for part in ["schema", "registers", "base-cases"] {
      try FileManager.default.createSymbolicLink(
        atPath: "\(path)/\(part)", withDestinationPath: "\(RubricsFolder.shipped)/\(part)")
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ name: String, _ text: String) throws {
    let file = URL(filePath: "\(path)/\(name)")
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// Writes `requirements/test/<id>.xml`.
  ///
  /// - Parameter body: variables, condition, checks and question.
  func requirement(
    _ id: String, attributes: String = #"severity="minor" judge="engine" system="none""#,
    _ body: String, basis: String = #"<basis law="行政处罚法" article="57"/>"#, curable: String = "yes",
    examples: String = ""
  ) throws {
    try write(
      "requirements/test/\(id).xml",
      """
      <requirement id="\(id)" \(attributes)>
      \(both("title", "项目\(id)"))
      \(body)
      \(basis)
      \(both("remedy", "改正"))
      <curable>\(curable)</curable>
      \(examples)
      </requirement>
      """)
  }

  /// Writes a rubric.
  ///
  /// - Parameters:
  ///   - items: `<item …/>` elements of its one section.
  ///   - head: definitions, between `applies` and `scoring`.
  ///   - more: sections after the first.
  func rubric(
    _ id: String = "test-rubric", attributes: String = #"version="1" from="2021-07-15""#,
    points: String = "100", items: String,
    decidedBy: String = "/caseFile/documents/decision/date", applies: String = "/caseFile",
    head: String = "",
    scoring: String = #"model="deduct" full="100" not-applicable="rescale""#,
    rounding: String = #"digits="1" mode="half-up""#, bands: String = RubricsFolder.bands,
    more: String = ""
  ) throws {
    try write(
      "\(id)/rubric.xml",
      """
      <rubric id="\(id)" \(attributes)>
      \(both("title", "标准\(id)"))
      \(both("issuer", "示例县司法局"))
      <decided-by>\(decidedBy)</decided-by>
      <applies>\(applies)</applies>
      \(head)
      <scoring \(scoring)/>
      <rounding \(rounding)/>
      <grades>\(bands)</grades>
      <section id="s" points="\(points)">\(both("title", "部分"))\(items)</section>
      \(more)
      </rubric>
      """)
  }

  static let bands = [("excellent", 90), ("good", 80), ("pass", 60), ("fail", 0)].map {
    #"<band id="\#($0)" from="\#($1)">\#(both("label", $0))</band>"#
  }.joined()
}

/// An element once in each language.
func both(_ name: String, _ text: String) -> String {
  #"<\#(name) lang="zh">\#(text)</\#(name)><\#(name) lang="en">\#(text)</\#(name)>"#
}

/// An item of a rubric.
func item(_ requirement: String, _ points: Int, _ attributes: String = "") -> String {
  "<item requirement=\"\(requirement)\" points=\"\(points)\" \(attributes)/>"
}

/// A check.
func check(_ attributes: String, message: String = "不符合", _ more: String = "") -> String {
  "<check \(attributes)>\(both("message", message))\(more)</check>"
}

/// The text of a small case file that fits the schema.
func caseText(
  number: String = "示应急立〔2025〕9号", agency: String = "SLYJ", kind: String = "ordinaryPenalty",
  head: String = "", officers: String = "", documents: String = ""
) -> String {
  """
  <caseFile kind="\(kind)" version="1">
  <agency kind="statutory"><code>\(agency)</code><name>示例县应急管理局</name></agency>
  <caseNumber>\(number)</caseNumber>
  \(head)
  \(officers.isEmpty ? "" : "<officers>\(officers)</officers>")
  \(documents.isEmpty ? "" : "<documents>\(documents)</documents>")
  </caseFile>
  """
}
