internal import CaseXML

extension Expression: CustomStringConvertible {
  /// The expression in full syntax, with brackets where precedence needs them.
  public var description: String {
    switch kind {
    case .literal(let text): quoted(text)
    case .number(let number): NumberText.text(number).string
    case .variable(let name): "$\(name)"
    case .negate(let operand): "-\(operand.grouped)"
    case .binary(let op, let left, let right): "\(left.grouped) \(op.rawValue) \(right.grouped)"
    case .call(let name, let arguments):
      "\(name)(\(arguments.map(\.description).joined(separator: ", ")))"
    case .filter(let primary, let predicates):
      primary.groupedPrimary + predicates.map { "[\($0)]" }.joined()
    case .path(let path): path.description
    }
  }

  private var grouped: String {
    switch kind {
    case .binary, .negate: "(\(description))"
    // `/ or x` would be read as the path `/or`.
    case .path(let path) where path.steps.isEmpty: "(\(description))"
    default: description
    }
  }

  /// A predicate after a bare path would belong to its last step.
  private var groupedPrimary: String {
    switch kind {
    case .path, .filter: "(\(description))"
    default: grouped
    }
  }
}

/// A literal has no escapes, so it can hold only one kind of quotation mark.
private func quoted(_ text: String) -> String {
  text.contains("'") ? "\"\(text)\"" : "'\(text)'"
}

extension LocationPath: CustomStringConvertible {
  /// The path in full syntax.
  public var description: String {
    let steps = self.steps.map(\.description).joined(separator: "/")
    switch start {
    case .context: return steps
    case .root: return "/\(steps)"
    case .expression(let primary): return "(\(primary))/\(steps)"
    }
  }
}

extension Step: CustomStringConvertible {
  /// The step in full syntax.
  public var description: String {
    "\(axis.rawValue)::\(test)" + predicates.map { "[\($0)]" }.joined()
  }
}

extension NodeTest: CustomStringConvertible {
  /// As written.
  public var description: String {
    switch self {
    case .node: "node()"
    case .text: "text()"
    case .comment: "comment()"
    case .processingInstruction(let target):
      "processing-instruction(\(target.map(quoted) ?? ""))"
    case .any: "*"
    case .namespace(let prefix): "\(prefix):*"
    case .name(let prefix, let local): prefix.map { "\($0):\(local)" } ?? local
    }
  }
}
