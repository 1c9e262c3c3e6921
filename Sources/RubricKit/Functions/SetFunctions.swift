import CaseXML
import XPath

extension CaseFunctions {
  /// Sets of nodes compared by their text, white space at its ends aside. Blank nodes equal nothing
  /// and are left out.
  static let setFunctions: [CaseFunction] = [
    CaseFunction(
      "distinct", [.nodes], result: .nodes,
      zh: "内容各不相同的节点：同样内容只留文件中最前的一个，空白的除外。",
      en: "The first node of each different text; blank ones left out."
    ) { (call) throws(FunctionError) in
      let set = try call.nodes(0)
      var seen: Set<TextSlice> = []
      let kept = try call.filled(set, 0).filter { seen.insert($0.text).inserted }
      return .nodes(NodeSet(kept.map(\.node), doubt: set.doubt))
    },
    CaseFunction(
      "intersection", [.nodes, .nodes], result: .nodes,
      zh: "甲中内容也出现在乙中的节点，空白的除外。",
      en: "The nodes of a whose text also occurs in b; blank ones left out."
    ) { (call) throws(FunctionError) in
      let (a, b) = (try call.nodes(0), try call.nodes(1))
      let other = Set(try call.filled(b, 1).map(\.text))
      let kept = try call.filled(a, 0).filter { other.contains($0.text) }
      return .nodes(NodeSet(kept.map(\.node), doubt: a.doubt.union(b.doubt)))
    },
    CaseFunction(
      "difference", [.nodes, .nodes], result: .nodes,
      zh: "甲中内容没有出现在乙中的节点，空白的除外。",
      en: "The nodes of a whose text does not occur in b; blank ones left out."
    ) { (call) throws(FunctionError) in
      let (a, b) = (try call.nodes(0), try call.nodes(1))
      let other = Set(try call.filled(b, 1).map(\.text))
      let kept = try call.filled(a, 0).filter { !other.contains($0.text) }
      // What b may hold unseen could take nodes away, which a set's own doubt does not say.
      if !kept.isEmpty { call.doubt.formUnion(b.doubt) }
      return .nodes(NodeSet(kept.map(\.node), doubt: a.doubt))
    },
  ]
}

extension ArgumentReader {
  /// The nodes with their texts, blank ones left out; pending where a text cannot be known.
  fileprivate func filled(_ set: NodeSet, _ index: Int) throws(FunctionError)
    -> [(node: NodeID, text: TextSlice)]
  {
    var filled: [(node: NodeID, text: TextSlice)] = []
    for node in set.nodes {
      if case .blank = FieldContent(of: node, in: document) { continue }
      filled.append((node, try text(of: node, index)))
    }
    return filled
  }
}
