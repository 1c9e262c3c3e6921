public import CaseXML

/// A reviewer's answer to an item that only a person can judge.
public struct Answer: Sendable, Hashable {
  /// SHA-256 of the case file the reviewer looked at.
  public var caseDigest: String
  /// The requirement's id.
  public var requirement: String
  /// The occurrence's key; nil: the whole requirement.
  public var occurrence: String?
  /// `passed`, `failed` or `notApplicable`.
  public var verdict: Outcome
  /// Points lost, where the reviewer fixed them.
  public var points: Points?
  /// Who answered.
  public var reviewer: String
  /// The day.
  public var date: CivilDate
  /// In the reviewer's words.
  public var remark: String
  /// Line and column in the file.
  public var position: SourcePosition
}

/// The answers of `--answers FILE`.
public struct AnswerBook: Sendable {
  private var byCase: [String: [Int]] = [:]
  /// In the order of the file.
  public private(set) var answers: [Answer] = []
  /// SHA-256 of the file.
  public let digest: String

  /// Reads an answers file.
  ///
  /// - Throws: ``UnusableRubricError``.
  public static func load(_ path: String, rubrics folder: String) throws(UnusableRubricError)
    -> AnswerBook
  {
    let parser = try OwnFileParser(folder: folder, schema: "schema/decisions.xsd")
    let (root, digest) = try parser.parse(path, at: path, root: "answers")
    var reader = ElementReader(file: path)
    var book = AnswerBook(digest: digest)
    for element in root.children(named: "answer") {
      let answer = Answer(
        caseDigest: reader.required("case", of: element).lowercased(),
        requirement: reader.required("requirement", of: element),
        occurrence: element.attribute("occurrence"),
        verdict: reader.choice("verdict", of: element, default: .failed),
        points: reader.points("points", of: element),
        reviewer: reader.required("reviewer", of: element),
        date: reader.day("date", of: element) ?? CivilDate.first,
        remark: ElementReader.collapsed(element.text),
        position: element.position)
      book.byCase[answer.caseDigest, default: []].append(book.answers.count)
      book.answers.append(answer)
    }
    try reader.finish()
    return book
  }

  private init(digest: String) { self.digest = digest }

  /// The answers given for a case file with these bytes, with their place in ``answers``.
  func answers(for caseDigest: String) -> [(index: Int, answer: Answer)] {
    (byCase[caseDigest] ?? []).map { ($0, answers[$0]) }
  }
}
