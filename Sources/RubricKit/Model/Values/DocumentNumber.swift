/// The number of an official document: `示环罚〔2024〕12号`.
///
/// Prefix (机关代字 and 文种代字), year in 〔〕, sequence without leading zeros, 号; no 字, no 第
/// (党政机关公文格式 GB/T 9704: 年份应标全称，用六角括号“〔〕”括入；发文顺序号不加“第”字，不编虚位).
public struct DocumentNumber: Hashable, Sendable {
  /// A way to write the number that can be read but is not the form.
  public enum Flaw: String, Sendable, Hashable, CaseIterable, Comparable {
    /// `[2024]`
    case squareBrackets
    /// `【2024】`
    case lenticularBrackets
    /// `（2024）`
    case roundBrackets
    /// Brackets that look like 〔〕 but are other characters, such as ﹝﹞.
    case otherBrackets
    /// `罚字〔2024〕第12号`: 字 or 第
    case wordsZiDi
    /// `〔2024〕012号`
    case leadingZeros
    /// `〔２０２４〕１２号`
    case fullWidthDigits
    /// Blanks inside.
    case blanks

    /// In the order of the declaration.
    public static func < (left: Flaw, right: Flaw) -> Bool {
      (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }

    /// The flaw in words.
    public var text: LocalizedText {
      switch self {
      case .squareBrackets:
        LocalizedText(zh: "年份用了方括号，应用六角括号〔〕", en: "year in [ ] instead of 〔〕")
      case .lenticularBrackets:
        LocalizedText(zh: "年份用了方头括号，应用六角括号〔〕", en: "year in 【】 instead of 〔〕")
      case .roundBrackets:
        LocalizedText(zh: "年份用了圆括号，应用六角括号〔〕", en: "year in （） instead of 〔〕")
      case .otherBrackets:
        LocalizedText(zh: "年份括号不是六角括号〔〕", en: "year in brackets other than 〔〕")
      case .wordsZiDi: LocalizedText(zh: "不应有“字”“第”", en: "must not contain 字 or 第")
      case .leadingZeros:
        LocalizedText(zh: "序号不应编虚位", en: "sequence must not have leading zeros")
      case .fullWidthDigits:
        LocalizedText(zh: "数字应为半角阿拉伯数字", en: "digits must be half-width")
      case .blanks: LocalizedText(zh: "文号中不应有空格", en: "must not contain blanks")
      }
    }
  }

  /// What stands before the year, without a trailing 字.
  public let prefix: String
  /// The year, four digits.
  public let year: Int
  /// The number within the year, from 1.
  public let sequence: Int
  /// How the form was missed; empty for a valid number.
  public let flaws: Set<Flaw>

  /// Whether the number has exactly the form.
  public var isValid: Bool { flaws.isEmpty }

  /// The number in its right form.
  public var normalized: String { "\(prefix)〔\(CivilDate.padded(year, 4))〕\(sequence)号" }

  /// Reads a number, tolerant of the known flaws; anything else is `malformed`.
  public init(_ text: String) throws(ValueError) {
    var flaws: Set<Flaw> = []
    let characters = text.unicodeScalars.filter { !$0.properties.isWhitespace }
    if characters.count != text.unicodeScalars.count { flaws.insert(.blanks) }
    let scalars = Array(characters)
    guard scalars.last == "号",
      let open = scalars.lastIndex(where: { Self.brackets[$0] != nil }),
      let bracket = scalars[..<scalars.index(before: scalars.endIndex)].indices.contains(open)
        ? Self.brackets[scalars[open]] : nil,
      scalars.indices.contains(open + 5), scalars[open + 5] == bracket.close,
      let year = Self.number(scalars[(open + 1)...(open + 4)], &flaws)
    else { throw .malformed(.documentNumber, text: text) }
    if let flaw = bracket.flaw { flaws.insert(flaw) }

    var prefix = scalars[..<open]
    if prefix.last == "字" {
      flaws.insert(.wordsZiDi)
      prefix = prefix.dropLast()
    }
    guard !prefix.isEmpty, prefix.allSatisfy(Self.standsInPrefix),
      prefix.contains(where: Self.isHan)
    else { throw .malformed(.documentNumber, text: text) }

    var digits = scalars[(open + 6)...].dropLast()
    if digits.first == "第" {
      flaws.insert(.wordsZiDi)
      digits = digits.dropFirst()
    }
    if digits.first == "0" || digits.first == "０" { flaws.insert(.leadingZeros) }
    guard (1...9).contains(digits.count), let sequence = Self.number(digits, &flaws), sequence > 0
    else { throw .malformed(.documentNumber, text: text) }

    self.prefix = String(String.UnicodeScalarView(prefix))
    self.year = year
    self.sequence = sequence
    self.flaws = flaws
  }

  private static let brackets: [Unicode.Scalar: (close: Unicode.Scalar, flaw: Flaw?)] = [
    "〔": ("〕", nil), "[": ("]", .squareBrackets), "［": ("］", .squareBrackets),
    "【": ("】", .lenticularBrackets), "（": ("）", .roundBrackets), "(": (")", .roundBrackets),
    "﹝": ("﹞", .otherBrackets), "〘": ("〙", .otherBrackets), "「": ("」", .otherBrackets),
  ]

  private static func number(_ digits: ArraySlice<Unicode.Scalar>, _ flaws: inout Set<Flaw>)
    -> Int?
  {
    var value = 0
    for digit in digits {
      switch digit {
      case "0"..."9": value = value * 10 + Int(digit.value - 0x30)
      case "０"..."９":
        value = value * 10 + Int(digit.value - 0xFF10)
        flaws.insert(.fullWidthDigits)
      default: return nil
      }
    }
    return value
  }

  /// Han characters, and the round brackets of 查(扣), 解查（扣）.
  private static func standsInPrefix(_ scalar: Unicode.Scalar) -> Bool {
    isHan(scalar) || ["(", ")", "（", "）"].contains(scalar)
  }

  private static func isHan(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isIdeographic
  }
}
