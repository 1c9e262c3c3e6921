public import CaseXML

/// Why a register cannot be used. The program stops with it: a register that is half read would
/// make findings out of its gaps.
public enum RegisterError: Error, Hashable, Sendable {
  /// The file or folder cannot be read.
  case unreadable(file: String)
  /// The file is no XML that we accept.
  case xml(file: String, XMLError)
  /// The content does not follow the schema; never empty.
  case schema(file: String, [SchemaError])
  /// Rows or columns of a table are wrong; never empty.
  case table(file: String, [RubricProblem])
  /// A workbook cannot be read.
  case workbook(file: String, WorkbookFault)
  /// The content is wrong at a place.
  case invalid(file: String, SourcePosition, Fault)
  /// Two files of one folder hold the same kind.
  case repeatedKind(kind: String, file: String, other: String)

  /// What is wrong with the content.
  public enum Fault: Hashable, Sendable {
    /// The root is not `<register>`.
    case notARegister(root: String)
    /// The root of a map of columns is not `<registerColumns>`.
    case notColumns(root: String)
    /// A kind that has no format, so that its table cannot be read.
    case unknownKind(String, known: [String])
    /// A map names a field that the kind does not have.
    case unknownField(String, known: [String])
    /// An attribute that is needed is not there or empty.
    case missingAttribute(String)
    /// An element or attribute that does not belong here.
    case unexpected(String)
    /// A date cannot be read.
    case date(ValueError)
    /// A period ends before it begins.
    case endsBeforeStart
    /// A field that belongs to the key is not there or empty.
    case missingField(String)
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
    case .unreadable(let file), .xml(let file, _), .schema(let file, _), .table(let file, _),
      .workbook(let file, _), .invalid(let file, _, _),
      .repeatedKind(_, let file, _):
      file
    }
  }

  /// The place, where there is one.
  public var position: SourcePosition? {
    switch self {
    case .invalid(_, let position, _): position
    case .schema(_, let errors): errors.first?.position
    case .table(_, let problems): problems.first?.position
    case .xml(_, let error): error.diagnostic.position
    case .unreadable, .workbook, .repeatedKind: nil
    }
  }

  /// Every fault, to be listed with the file and the place.
  public var problems: [RubricProblem] {
    if case .table(_, let problems) = self { return problems }
    if case .schema(let file, let errors) = self {
      return errors.map {
        RubricProblem(
          "schema", file: file, position: $0.position, zh: $0.registerText.zh,
          en: $0.registerText.en)
      }
    }
    return [
      RubricProblem(
        "register", file: file, position: position ?? SourcePosition(line: 1, column: 1),
        zh: message.zh, en: message.en)
    ]
  }

  /// What is wrong.
  public var message: LocalizedText {
    switch self {
    case .unreadable(let file):
      LocalizedText(zh: "无法读取登记册 \(file)", en: "cannot read the register \(file)")
    case .xml(let file, let error):
      LocalizedText(
        zh: "登记册 \(file) 不是可用的XML文件：\(error.diagnostic.text.zh)",
        en: "the register \(file) is not usable XML: \(error.diagnostic.text.en)")
    case .table(let file, let problems):
      problems.first?.message
        ?? LocalizedText(zh: "\(file) 格式不符", en: "\(file) cannot be read")
    case .schema(let file, let errors):
      errors.first?.registerText
        ?? LocalizedText(zh: "\(file) 格式不符", en: "\(file) does not follow the schema")
    case .workbook(let file, let fault):
      LocalizedText(
        zh: "登记册 \(file)：\(fault.message.zh)", en: "the register \(file): \(fault.message.en)")
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
    case .notColumns(let root):
      LocalizedText(
        zh: "根元素应为<registerColumns>，实为<\(root)>",
        en: "the root must be <registerColumns>, not <\(root)>")
    case .unknownKind(let kind, let known):
      LocalizedText(
        zh: "没有“\(kind)”这种登记册，表格应以下列名称之一命名：\(known.joined(separator: "、"))",
        en: "there is no register “\(kind)”; a table is named: \(known.joined(separator: ", "))")
    case .unknownField(let name, let known):
      LocalizedText(
        zh: "没有字段 \(name)；可用的有：\(known.joined(separator: "、"))",
        en: "there is no field \(name); there are: \(known.joined(separator: ", "))")
    case .missingAttribute(let name):
      LocalizedText(zh: "缺少属性 \(name)", en: "the attribute \(name) is missing")
    case .unexpected(let name):
      LocalizedText(zh: "此处不应有 \(name)", en: "\(name) does not belong here")
    case .date(let error): error.message
    case .endsBeforeStart:
      LocalizedText(zh: "截止日期早于起始日期", en: "the period ends before it begins")
    case .missingField(let name):
      LocalizedText(zh: "缺少字段 \(name)", en: "the field \(name) is missing")
    case .repeatedField(let name):
      LocalizedText(zh: "同一行中字段 \(name) 重复", en: "the field \(name) stands twice in a row")
    case .overlappingRows(let key):
      LocalizedText(
        zh: "“\(key)”有两行的有效期重叠；请在前一行注明截止日期",
        en: "two rows of “\(key)” are in force on one day; give the earlier one its last day")
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

extension SchemaError {
  /// What is wrong and what to do. A register is typed in by those who keep it: the advice about
  /// values that stand so on paper is for case files.
  fileprivate var registerText: LocalizedText {
    guard case .badValue = problem else { return diagnostic.text }
    let message = diagnostic.message
    return LocalizedText(
      zh: "\(message.zh)。请按格式填写：日期为YYYY-MM-DD，金额为不带分隔符的元，代码用规定的值",
      en: "\(message.en). Write it as required: days as YYYY-MM-DD, amounts in yuan without "
        + "separators, codes as they are listed")
  }
}
