internal import CaseXML

/// What the evaluator runs: names, variables and functions are numbers.
indirect enum Code: Sendable {
  case or(Code, Code)
  case and(Code, Code)
  case compare(Comparison, Code, Code)
  case arithmetic(Arithmetic, Code, Code)
  case negate(Code)
  case union(Code, Code)
  case string(TextSlice)
  case number(Double)
  case variable(Int)
  case core(CoreFunction, [Code])
  case host(Int, [Code])
  case key(Int, Code)
  case path(CompiledPath)
  case filter(Code, [Predicate])
  /// `count(nodes) > 0` and its like, or their opposite: no need to count. `written` is the
  /// comparison as it stands in the source.
  case holdsAny(Code, Bool, written: Code)

  enum Comparison: Sendable { case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual }

  enum Arithmetic: Sendable { case plus, minus, multiply, divide, modulo }
}

/// A location path; an object, so that the nodes of a fixed one can be told from those of another.
final class CompiledPath: Sendable {
  enum Start: Sendable {
    case context, root
    /// `current()` (XSLT 1.0 §12.4).
    case current
    case code(Code)
  }

  let start: Start
  let steps: [CompiledStep]
  /// The steps once more, each with the rest: a walk need not copy them.
  let first: Stage?
  /// Where an evaluator keeps the nodes of a path that gives the same ones wherever and whenever it
  /// is evaluated in a document: it begins at the root and asks for no variable, current node or
  /// function of the host. Nil for other paths.
  let slot: Int?
  /// True where going down step by step, node by node, meets few nodes twice, so that a search may
  /// stop at the first node found.
  let isSearchable: Bool
  /// True where such a search from one node meets the nodes in document order.
  let isSearchedInOrder: Bool

  /// True where the path begins at one node as well, so that each node is met once.
  let isFoundInOrder: Bool

  init(start: Start, steps: [CompiledStep], slot: Int? = nil) {
    self.start = start
    self.steps = steps
    self.slot = slot
    first = steps.reversed().reduce(nil) { next, step in Stage(step, next: next) }
    let axes = steps.map(\.axis)
    isSearchable = axes.enumerated().allSatisfy { place, axis in
      switch axis {
      case .child, .attribute, .namespace, .self: true
      case .descendant, .descendantOrSelf: !axes[..<place].contains { $0.isDescending }
      default: place == 0
      }
    }
    isSearchedInOrder = axes.enumerated().allSatisfy { place, axis in
      switch axis {
      case .child, .attribute, .namespace, .self: true
      case .descendant, .descendantOrSelf: place == axes.count - 1
      default: false
      }
    }
    if case .code = start { isFoundInOrder = false } else { isFoundInOrder = isSearchedInOrder }
  }
}

extension Axis {
  fileprivate var isDescending: Bool { self == .descendant || self == .descendantOrSelf }
}

/// A step with those that come after it.
final class Stage: Sendable {
  let step: CompiledStep
  let next: Stage?

  init(_ step: CompiledStep, next: Stage?) {
    self.step = step
    self.next = next
  }
}

/// One step; an object, so that a walk need not copy it.
final class CompiledStep: Sendable {
  let axis: Axis
  let test: CompiledTest
  let predicates: [Predicate]
  /// True where some predicate is.
  let isPositional: Bool

  init(axis: Axis, test: CompiledTest, predicates: [Predicate]) {
    self.axis = axis
    self.test = test
    self.predicates = predicates
    isPositional = predicates.contains(where: \.isPositional)
  }
}

struct Predicate: Sendable {
  let code: Code
  /// True where the result may depend on the place of the node among the others (§2.4).
  let isPositional: Bool
}

enum CompiledTest: Sendable {
  case node, text, comment
  /// With its target, if one is asked for.
  case processingInstruction(NameID?)
  case any
  /// Any name in the namespace of this one.
  case namespace(NameID)
  case name(NameID)
  /// No node at all.
  case never
}

/// The core library (§4) and XSLT's `current`.
enum CoreFunction: String, Sendable, CaseIterable {
  case last, position, count, id
  case localName = "local-name"
  case namespaceURI = "namespace-uri"
  case name, string, concat
  case startsWith = "starts-with"
  case contains
  case substringBefore = "substring-before"
  case substringAfter = "substring-after"
  case substring
  case stringLength = "string-length"
  case normalizeSpace = "normalize-space"
  case translate, boolean, not
  case `true`, `false`
  case lang, number, sum, floor, ceiling, round, current

  /// Least and most arguments; nil: any number.
  var arity: (least: Int, most: Int?) {
    switch self {
    case .last, .position, .true, .false, .current: (0, 0)
    case .count, .id, .boolean, .not, .lang, .sum, .floor, .ceiling, .round: (1, 1)
    case .localName, .namespaceURI, .name, .string, .stringLength, .normalizeSpace, .number: (0, 1)
    case .concat: (2, nil)
    case .startsWith, .contains, .substringBefore, .substringAfter: (2, 2)
    case .substring: (2, 3)
    case .translate: (3, 3)
    }
  }

  /// True where the arguments must be node-sets.
  var takesNodes: Bool {
    switch self {
    case .count, .sum, .localName, .namespaceURI, .name: true
    default: false
    }
  }

  var result: ValueKind {
    switch self {
    case .last, .position, .count, .stringLength, .number, .sum, .floor, .ceiling, .round: .number
    case .id, .current: .nodes
    case .startsWith, .contains, .boolean, .not, .true, .false, .lang: .boolean
    default: .string
    }
  }
}
