import CaseXML
import XPath

extension CaseFunctions {
  /// What texts say.
  static let textFunctions: [CaseFunction] = [
    CaseFunction(
      "matches", [.string, .string], result: .boolean,
      zh: "文字中是否有一处符合正则表达式（PCRE2）。匹配代价超过上限时出错。",
      en: "Whether the regular expression (PCRE2) matches somewhere in the text. An error past the "
        + "cost limit."
    ) { (call) throws(FunctionError) in
      let text = try call.text(0)
      let pattern = try call.text(1).string
      do throws(RegularExpressionError) {
        let found = try call.services.patterns.expression(pattern).matches(Array(text.utf8))
        // What is illegible or not transcribed might have matched.
        if !found { call.restsOnWhole(0) }
        return .boolean(found)
      } catch {
        if case .limit = error { throw .limit(pattern) }
        throw .other(zh: error.message.zh, en: error.message.en)
      }
    },
    CaseFunction(
      "similarity", [.string, .string], result: .number,
      zh: "两段文字的相似度，0至100：共有的五字片段占全部片段的百分比，不计空白。",
      en: "How alike two texts are, 0 to 100: the share of common runs of five characters, blanks "
        + "aside."
    ) { (call) throws(FunctionError) in
      let (a, b) = (try call.text(0), try call.text(1))
      call.restsOnWhole(0)
      call.restsOnWhole(1)
      let percent = TextSimilarity.percent(a.utf8, b.utf8)
      call.note(LocalizedText(zh: "相似度\(percent)%", en: "similarity \(percent)%"))
      return .number(Double(percent))
    },
    CaseFunction(
      "filled", [.nodes], result: .boolean,
      zh: "是否至少有一个节点填写了内容（书写有误的也算填写）。只有无法辨认或未录入的节点时，结果待定。",
      en: "Whether some node has content, wrongly written content included. Undecided where the "
        + "only candidates are illegible or not transcribed.",
      settler: { document, node in !document.stringValue(node).isBlank }
    ) { (call) throws(FunctionError) in
      let set = try call.nodes(0)
      var unknown: (node: NodeID, reason: PendingCode)?
      for node in set.nodes {
        switch FieldContent(of: node, in: call.document) {
        case .text, .asWritten: return .boolean(true)
        case .blank: break
        case .illegible: unknown = unknown ?? (node, .person)
        case .notTranscribed: unknown = unknown ?? (node, .notTranscribed)
        }
      }
      call.doubt.formUnion(set.doubt)
      if let unknown {
        throw .pending(reason: unknown.reason.rawValue, detail: call.document.path(unknown.node))
      }
      return .boolean(false)
    },
  ]
}
