/// A requirement with every part it must have and none of it written yet: lint names each place that
/// the author has still to fill in.
public struct RequirementScaffold: Sendable, Hashable {
  /// An identifier that no requirement can have.
  public struct BadIdentifier: Error, Sendable, Hashable {
    /// What is wrong and what to do.
    public var message: LocalizedText
  }

  /// The requirement's id.
  public let id: String
  private let severity: Severity
  private let judge: Judge
  private let system: EnforcementSystem
  private let base: String

  /// Plans a requirement.
  ///
  /// - Parameters:
  ///   - folder: the folder Rubrics, which may hold other unfinished requirements.
  ///   - base: the base case its examples edit; nil: the one most used in its group.
  public init(
    _ id: String, severity: Severity, judge: Judge, system: EnforcementSystem, base: String?,
    folder: String
  ) throws(BadIdentifier) {
    guard id.wholeMatch(of: #/[a-z][a-z0-9]*([.\-][a-z0-9]+)*/#) != nil, id.contains(".") else {
      throw BadIdentifier(
        message: LocalizedText(
          zh: "“\(id)”不能作评查项目的编号：小写字母开头，各段用点分开，如 penalty.notice.hearing-period",
          en:
            "“\(id)” cannot be a requirement's id: lower case, parts joined by full stops, such as "
            + "penalty.notice.hearing-period"))
    }
    self.id = id
    self.severity = severity
    self.judge = judge
    self.system = system
    var loader = LibraryLoader(folder: folder)
    let library = loader.load()
    if library.requirements[id] != nil {
      throw BadIdentifier(
        message: LocalizedText(
          zh: "已有评查项目 \(id)，编号不能重复使用", en: "there is a requirement \(id); ids are never reused"))
    }
    self.base = base ?? RequirementScaffold.usualBase(of: id, library)
  }

  /// Where the file belongs below the folder Rubrics.
  public var file: String { "requirements/\(RequirementScaffold.group(of: id))/\(id).xml" }

  private static func group(of id: String) -> Substring { id.prefix { $0 != "." } }

  /// The base case that most requirements of the group edit.
  private static func usualBase(of id: String, _ library: RubricLibrary) -> String {
    var counts: [String: Int] = [:]
    for requirement in library.requirements.values where group(of: requirement.id) == group(of: id)
    {
      if let base = requirement.exampleBase { counts[base, default: 0] += 1 }
    }
    let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
    return most?.key ?? "ordinary-penalty"
  }

  // MARK: The file

  /// The whole file.
  public var xml: String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <!-- 写完各处的\(Placeholder.chinese)、\(Placeholder.english)，再把本项列入评查标准；rubric lint 指出还缺什么。 -->
    <requirement id="\(id)" severity="\(severity.rawValue)" judge="\(judge.rawValue)" system="\(system.rawValue)">
      <title lang="zh">\(Placeholder.chinese)名称：应当怎样，如“决定书七日内送达”</title>
      <title lang="en">\(Placeholder.english) what must hold</title>
      <!-- 总是适用的，删去 when 和结论为 notApplicable 的示例。 -->
      <when>\(Placeholder.chinese)适用条件（XPath）</when>
    \(check)\(question)  <!-- 写明 article（条）、paragraph（款）、item（项）；可以有几条依据。 -->
      <basis law="\(Placeholder.chinese)法律简称，如 行政处罚法"/>
      <remedy lang="zh">\(Placeholder.chinese)怎样整改</remedy>
      <remedy lang="en">\(Placeholder.english) how to put it right</remedy>
      <!-- yes 可补正，no 不可补正，partly 可部分补正 -->
      <curable>yes</curable>
      <!-- 示例逐个改动基准案卷；结论须与实际评查一致，rubric test \(id) 试跑，它的选项 changes 指出改动还使哪些项目不符合，须写入属性 changes。 -->
      <examples base="\(base)">
    \(examples.joined(separator: "\n"))
      </examples>
    </requirement>

    """
  }

  /// A person alone needs no check.
  private var check: String {
    guard judge != .person else { return "" }
    return """
        <check id="main" each="\(Placeholder.chinese)检查对象（XPath）" test="\(Placeholder.chinese)应当成立的条件（XPath）">
          <message lang="zh">\(Placeholder.chinese)问题是什么</message>
          <message lang="en">\(Placeholder.english) what is wrong</message>
          <value label-zh="\(Placeholder.chinese)比对的是什么" label-en="\(Placeholder.english) value compared" select="\(Placeholder.chinese)比对的值（XPath）"/>
        </check>

      """
  }

  private var question: String {
    guard judge != .engine else { return "" }
    return """
        <question lang="zh">\(Placeholder.chinese)请评查人认定什么</question>
        <question lang="en">\(Placeholder.english) what a person is asked</question>

      """
  }

  private var examples: [String] {
    let edit =
      #"<set select="\#(Placeholder.chinese)改哪里（XPath）" value="\#(Placeholder.chinese)改成什么"/>"#
    let removal = #"<remove select="\#(Placeholder.chinese)删去什么（XPath）"/>"#
    let passed = example(#"verdict="passed""#, "符合的情形", nil)
    let failed = example(#"verdict="failed" occurrences="1""#, "不符合的情形", edit)
    let notApplicable = example(#"verdict="notApplicable""#, "合理缺项的情形", removal)
    let pending = example(#"verdict="pending" reason="person""#, "待评查人认定的情形", edit)
    switch judge {
    case .engine: return [passed, failed, notApplicable]
    case .confirm: return [passed, pending, notApplicable]
    case .person: return [pending, notApplicable]
    }
  }

  private func example(_ attributes: String, _ title: String, _ edit: String?) -> String {
    let head = #"    <example \#(attributes) title="\#(Placeholder.chinese)\#(title)""#
    return edit.map { "\(head)>\n      \($0)\n    </example>" } ?? "\(head)/>"
  }
}
