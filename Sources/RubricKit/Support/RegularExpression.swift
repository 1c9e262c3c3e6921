import CPCRE2
import Synchronization

/// Why a regular expression could not be used.
public enum RegularExpressionError: Error, Hashable, Sendable {
  /// The pattern is not one. `offset` counts UTF-8 bytes from 0; `reason` is PCRE2's own.
  case syntax(pattern: String, offset: Int, reason: String)
  /// A construct that would undo the bounds on cost or depend on where a search starts.
  case notAllowed(pattern: String, construct: String)
  /// Matching would cost more than is allowed.
  case limit(pattern: String)
  /// PCRE2 failed otherwise; its error code.
  case failed(pattern: String, code: Int)

  /// What is wrong and what to do.
  public var message: LocalizedText {
    switch self {
    case .syntax(let pattern, let offset, let reason):
      LocalizedText(
        zh: "正则表达式“\(pattern)”第\(offset + 1)字节处有误：\(reason)",
        en: "regular expression “\(pattern)” is wrong at byte \(offset + 1): \(reason)")
    case .notAllowed(let pattern, let construct):
      LocalizedText(
        zh: "正则表达式“\(pattern)”中不允许使用“\(construct)”",
        en: "regular expression “\(pattern)” must not use “\(construct)”")
    case .limit(let pattern):
      LocalizedText(
        zh: "正则表达式“\(pattern)”匹配代价超过上限，请改写（避免嵌套重复）",
        en: "regular expression “\(pattern)” exceeds the cost limit; rewrite it without "
          + "nested repeats")
    case .failed(let pattern, let code):
      LocalizedText(
        zh: "正则表达式“\(pattern)”无法匹配（错误码\(code)）",
        en: "regular expression “\(pattern)” failed (code \(code))")
    }
  }
}

/// A compiled pattern of PCRE2 in UTF mode, with bounded cost, safe to share between threads.
///
/// `\d` and `\w` mean ASCII (全角 digits are not `\d`); `\p{Han}` works; `$` means the very end.
public final class RegularExpression: Sendable {
  /// The pattern as written.
  public let pattern: String
  /// The address of the compiled code. PCRE2 never changes it after compiling ("thread safe" in
  /// pcre2api(3)); kept as a number because pointers are not Sendable.
  private let address: UInt

  /// Longest pattern, in bytes.
  static let longestPattern = 4096
  /// Longest text, in bytes.
  static let longestText = 4_194_304
  /// Steps that every starting place may cost without being charged.
  private static let freeSteps: UInt32 = 200
  /// Steps tried one after the other at a starting place that needs more, each charged.
  private static let chargedSteps: [UInt32] = [2_000, 20_000, 200_000]
  /// Charged steps that one match may cost over all starting places.
  private static let budget = 5_000_000
  /// Memory that backtracking may take, in KiB.
  private static let heapLimit: UInt32 = 16_384

  /// Compiles a pattern.
  public init(_ pattern: String) throws(RegularExpressionError) {
    let bytes = Array(pattern.utf8)
    guard bytes.count <= Self.longestPattern else {
      throw .syntax(pattern: pattern, offset: Self.longestPattern, reason: "pattern too long")
    }
    // Verbs such as (*COMMIT) act on the search as a whole, which is split up here.
    if pattern.contains("(*") { throw .notAllowed(pattern: pattern, construct: "(*") }
    if pattern.contains("\\G") { throw .notAllowed(pattern: pattern, construct: "\\G") }
    var code: Int32 = 0
    var offset = 0
    let options = PCRE2_UTF | PCRE2_DOLLAR_ENDONLY | PCRE2_NEVER_BACKSLASH_C
    guard
      let compiled = pcre2_compile_8(bytes, bytes.count, UInt32(options), &code, &offset, nil)
    else {
      throw .syntax(pattern: pattern, offset: offset, reason: Self.reason(code))
    }
    self.pattern = pattern
    address = UInt(bitPattern: compiled)
  }

  deinit {
    pcre2_code_free_8(OpaquePointer(bitPattern: address))
  }

  /// Whether the pattern matches somewhere in the text (UTF-8).
  public func matches(_ text: [UInt8]) throws(RegularExpressionError) -> Bool {
    guard text.count <= Self.longestText else { throw .limit(pattern: pattern) }
    let data = pcre2_match_data_create_8(1, nil)
    defer { pcre2_match_data_free_8(data) }
    let context = pcre2_match_context_create_8(nil)
    defer { pcre2_match_context_free_8(context) }
    pcre2_set_heap_limit_8(context, Self.heapLimit)

    // PCRE2 counts its steps anew at each starting place, so its limit alone would allow
    // (limit × length). Nearly all searches stay below the free steps everywhere; the others
    // are run again place by place, and what they need beyond is charged to a budget.
    pcre2_set_match_limit_8(context, Self.freeSteps)
    let code = OpaquePointer(bitPattern: address)
    let whole = pcre2_match_8(code, text, text.count, 0, 0, data, context)
    if whole != PCRE2_ERROR_MATCHLIMIT { return try outcome(whole) }

    let options = PCRE2_ANCHORED | PCRE2_NO_UTF_CHECK
    var left = Self.budget
    var start = 0
    while start <= text.count {
      var result = PCRE2_ERROR_MATCHLIMIT
      for (tier, steps) in ([Self.freeSteps] + Self.chargedSteps).enumerated() {
        if tier > 0 { left -= Int(steps) }
        guard left >= 0 else { throw .limit(pattern: pattern) }
        pcre2_set_match_limit_8(context, steps)
        result = pcre2_match_8(code, text, text.count, start, options, data, context)
        if result != PCRE2_ERROR_MATCHLIMIT { break }
      }
      if try outcome(result) { return true }
      start += 1
      while start < text.count, text[start] & 0xC0 == 0x80 { start += 1 }
    }
    return false
  }

  private func outcome(_ result: Int32) throws(RegularExpressionError) -> Bool {
    switch result {
    case 0...: true
    case PCRE2_ERROR_NOMATCH: false
    case PCRE2_ERROR_MATCHLIMIT, PCRE2_ERROR_HEAPLIMIT, PCRE2_ERROR_DEPTHLIMIT:
      throw .limit(pattern: pattern)
    default: throw .failed(pattern: pattern, code: Int(result))
    }
  }

  private static func reason(_ code: Int32) -> String {
    var buffer = [UInt8](repeating: 0, count: 256)
    let length = pcre2_get_error_message_8(code, &buffer, buffer.count)
    return String(decoding: buffer.prefix(max(0, Int(length))), as: UTF8.self)
  }
}

/// Compiled patterns, each compiled once. Patterns computed from data can not fill it up.
public final class RegularExpressionCache: Sendable {
  private let compiled = Mutex<[String: Result<RegularExpression, RegularExpressionError>]>([:])
  private let capacity: Int

  /// An empty cache for at most `capacity` patterns; more are compiled each time.
  public init(capacity: Int = 512) {
    self.capacity = capacity
  }

  /// The compiled pattern, or why there is none.
  public func expression(_ pattern: String) throws(RegularExpressionError) -> RegularExpression {
    let known = compiled.withLock { $0[pattern] }
    if let known { return try known.get() }
    let result = Result { () throws(RegularExpressionError) in try RegularExpression(pattern) }
    compiled.withLock { if $0.count < capacity { $0[pattern] = result } }
    return try result.get()
  }
}
