internal import XPath

/// Where a rule looks: a pattern that every engine can match, of child steps without predicates. It
/// takes in all nodes that an expression selects, and perhaps more.
struct RuleContext {
  let pattern: String
  private let paths: [String]
  /// Whether the pattern takes in no more.
  let isExact: Bool

  init(_ expression: Expression, _ scope: PlainScope) {
    if let found = RuleContext.find(expression, scope) {
      var paths: [String] = []
      for path in found.paths where !paths.contains(path) { paths.append(path) }
      self.paths = paths
      pattern = paths.joined(separator: " | ")
      isExact = found.isExact
    } else {
      paths = []
      pattern = "* | @* | text()"
      isExact = false
    }
  }

  /// Whether some node may fit both.
  func meets(_ other: RuleContext) -> Bool {
    if paths.isEmpty || other.paths.isEmpty { return true }
    return paths.contains { path in
      let steps = path.split(separator: "/")
      return other.paths.contains { candidate in
        let others = candidate.split(separator: "/")
        return steps.count == others.count
          && zip(steps, others).allSatisfy { $0 == $1 || $0.hasSuffix("*") || $1.hasSuffix("*") }
      }
    }
  }

  /// Paths from the root, and whether all they find is selected.
  typealias Found = (paths: [String], isExact: Bool)

  static func find(_ expression: Expression, _ scope: PlainScope) -> Found? {
    switch expression.kind {
    case .variable(let name): return scope.context(of: name)
    case .binary(.union, let left, let right):
      guard let one = find(left, scope), let other = find(right, scope) else { return nil }
      return (one.paths + other.paths, one.isExact && other.isExact)
    case .filter(let primary, _): return find(primary, scope).map { ($0.paths, false) }
    case .path(let path): return find(path, scope)
    default: return nil
    }
  }

  private static func find(_ path: LocationPath, _ scope: PlainScope) -> Found? {
    var found: Found
    switch path.start {
    case .root, .context: found = ([""], true)
    case .expression(let primary):
      guard let start = find(primary, scope) else { return nil }
      found = start
    }
    guard !path.steps.isEmpty else { return nil }
    for step in path.steps {
      let name: String
      switch (step.axis, step.test) {
      case (.child, .name), (.child, .any): name = "\(step.test)"
      case (.attribute, .name), (.attribute, .any): name = "@\(step.test)"
      default: return nil
      }
      found = (found.paths.map { "\($0)/\(name)" }, found.isExact && step.predicates.isEmpty)
    }
    return found
  }
}
