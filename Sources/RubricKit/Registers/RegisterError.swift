public import CaseXML

/// Why a register cannot be used. The program stops with it: a register that is half read would
/// make findings out of its gaps.
public enum RegisterError: Error, Hashable, Sendable {
  /// The file or folder cannot be read.
  case unreadable(file: String)
  /// The file is no XML that we accept.
  case xml(file: String, XMLError)
  /// The content is wrong at a place.
  case invalid(file: String, SourcePosition, Fault)
  /// Two files of one folder hold the same kind.
  case repeatedKind(kind: String, file: String, other: String)

  /// What is wrong with the content.
  public enum Fault: Hashable, Sendable {
    /// The root is not `<register>`.
    case notARegister(root: String)
    /// An attribute that is needed is not there or empty.
    case missingAttribute(String)
    /// An element or attribute that does not belong here.
    case unexpected(String)
    /// A date cannot be read.
    case date(ValueError)
    /// A period ends before it begins.
    case endsBeforeStart
    /// A field stands twice in one row.
    case repeatedField(String)
    /// Two rows with one key are in force on one day.
    case overlappingRows(key: String)
    /// The calendar does not cover whole years, or a year between is not there or out of order.
    case years
    /// A year of the calendar names no source.
    case noSource(year: Int)
    /// A day stands twice in the calendar, or outside its year.
    case misplacedDay(CivilDate)
    /// A make-up working day that is no weekend day.
    case notAWeekend(CivilDate)
    /// A holiday without an English name.
    case unknownHoliday(String)
  }

  /// The file.
  public var file: String {
    switch self {
    case .unreadable(let file), .xml(let file, _), .invalid(let file, _, _),
      .repeatedKind(_, let file, _):
      file
    }
  }

  /// The place, where there is one.
  public var position: SourcePosition? {
    if case .invalid(_, let position, _) = self { return position }
    return nil
  }

  /// What is wrong.
  public var message: LocalizedText {
    switch self {
    case .unreadable(let file):
      LocalizedText(zh: "无法读取登记册 \(file)", en: "cannot read the register \(file)")
    case .xml(let file, _):
      LocalizedText(
        zh: "登记册 \(file) 不是可用的XML文件", en: "the register \(file) is not usable XML")
    case .invalid(_, _, let fault): fault.message
    case .repeatedKind(let kind, let file, let other):
      LocalizedText(
        zh: "登记册“\(kind)”重复：\(other) 与 \(file)，只能保留一个",
        en: "two registers of kind “\(kind)”: \(other) and \(file); keep one")
    }
  }
}

extension RegisterError.Fault {
  /// The fault in words.
  public var message: LocalizedText {
    switch self {
    case .notARegister(let root):
      LocalizedText(
        zh: "根元素应为<register>，实为<\(root)>", en: "the root must be <register>, not <\(root)>")
    case .missingAttribute(let name):
      LocalizedText(zh: "缺少属性 \(name)", en: "the attribute \(name) is missing")
    case .unexpected(let name):
      LocalizedText(zh: "此处不应有 \(name)", en: "\(name) does not belong here")
    case .date(let error): error.message
    case .endsBeforeStart:
      LocalizedText(zh: "截止日期早于起始日期", en: "the period ends before it begins")
    case .repeatedField(let name):
      LocalizedText(zh: "同一行中字段 \(name) 重复", en: "the field \(name) stands twice in a row")
    case .overlappingRows(let key):
      LocalizedText(
        zh: "“\(key)”有两行的有效期重叠", en: "two rows of “\(key)” are in force on one day")
    case .years:
      LocalizedText(
        zh: "日历应逐年连续，起止为首年1月1日至末年12月31日",
        en: "the calendar must cover whole years without a gap, in order")
    case .noSource(let year):
      LocalizedText(zh: "\(year)年未注明来源", en: "the year \(year) names no source")
    case .misplacedDay(let date):
      LocalizedText(
        zh: "\(date.text(.zh))重复，或不在所属年份", en: "\(date) stands twice or outside its year")
    case .notAWeekend(let date):
      LocalizedText(
        zh: "\(date.text(.zh))不是周末，不能作为调休上班日",
        en: "\(date) is no weekend day and cannot be a make-up day")
    case .unknownHoliday(let name):
      LocalizedText(zh: "节日“\(name)”没有英文名", en: "the holiday “\(name)” has no English name")
    }
  }
}
