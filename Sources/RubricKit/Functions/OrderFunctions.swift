import CaseXML
import XPath

extension CaseFunctions {
  /// Which of two days or times comes first.
  static let orderFunctions: [CaseFunction] = [
    CaseFunction(
      "is-before", [.date, .date], result: .boolean,
      zh: "甲是否确定早于乙。只有日期没有时间的，与同一日的时间先后不明，结果为否。",
      en: "Whether a is certainly before b. A date without a time is neither before nor after a "
        + "time of the same day."
    ) { (call) throws(FunctionError) in
      let (a, b) = (try call.moment(0), try call.moment(1))
      let result = a.isBefore(b)
      call.note(comparison(a, "早于", "before", b, result))
      return .boolean(result)
    },
    CaseFunction(
      "is-after", [.date, .date], result: .boolean,
      zh: "甲是否确定晚于乙。只有日期没有时间的，与同一日的时间先后不明，结果为否。",
      en: "Whether a is certainly after b. A date without a time is neither before nor after a "
        + "time of the same day."
    ) { (call) throws(FunctionError) in
      let (a, b) = (try call.moment(0), try call.moment(1))
      let result = a.isAfter(b)
      call.note(comparison(a, "晚于", "after", b, result))
      return .boolean(result)
    },
    CaseFunction(
      "same-day", [.date, .date], result: .boolean,
      zh: "是否同一日，不看时间。", en: "Whether both fall on one day, whatever the time."
    ) { (call) throws(FunctionError) in
      let (a, b) = (try call.moment(0), try call.moment(1))
      let result = a.date == b.date
      call.note(comparison(a, "同日于", "on the same day as", b, result))
      return .boolean(result)
    },
    CaseFunction(
      "later-than", [.date, .date], result: .boolean,
      zh: "实际日期是否超过到期日，按日比较：到期日当天不算超过。",
      en: "Whether the actual day is past the due day; the due day itself is in time."
    ) { (call) throws(FunctionError) in
      let (actual, due) = (try call.moment(0), try call.moment(1))
      let result = actual.date > due.date
      call.note(comparison(actual, "超过", "past", due, result))
      return .boolean(result)
    },
    CaseFunction(
      "earliest", [.nodes], result: .date,
      zh: "最早的一个日期所在的节点；同样早的取文件中靠前者。节点集为空或有一个读不出时出错。",
      en: "The node with the earliest date, the first in the file where several are. An error if "
        + "there is none or one cannot be read."
    ) { (call) throws(FunctionError) in
      var best: (node: NodeID, second: Int)?
      for node in try call.allNodes(0) {
        let second = try call.moment(of: node, 0).earliestSecond
        if best.map({ second < $0.second }) ?? true { best = (node, second) }
      }
      return .nodes(NodeSet(best.map { [$0.node] } ?? []))
    },
    CaseFunction(
      "latest", [.nodes], result: .date,
      zh: "最晚的一个日期所在的节点；同样晚的取文件中靠前者。节点集为空或有一个读不出时出错。",
      en: "The node with the latest date, the first in the file where several are. An error if "
        + "there is none or one cannot be read."
    ) { (call) throws(FunctionError) in
      var best: (node: NodeID, second: Int)?
      for node in try call.allNodes(0) {
        let second = try call.moment(of: node, 0).latestSecond
        if best.map({ second > $0.second }) ?? true { best = (node, second) }
      }
      return .nodes(NodeSet(best.map { [$0.node] } ?? []))
    },
  ]

  private static func comparison(
    _ a: CivilMoment, _ zh: String, _ en: String, _ b: CivilMoment, _ result: Bool
  ) -> LocalizedText {
    LocalizedText(
      zh: "\(a.text(.zh))\(zh)\(b.text(.zh))：\(result ? "是" : "否")",
      en: "\(a.text(.en)) \(en) \(b.text(.en)): \(result ? "yes" : "no")")
  }
}
