extension SchemaError {
  /// What is wrong, where, and what to do, in both languages.
  public var diagnostic: XMLDiagnostic {
    XMLDiagnostic(
      severity: .error, code: "schema." + name, position: position, message: message,
      advice: advice, detail: detail)
  }

  private var name: String {
    switch problem {
    case .unexpectedElement: "unexpected-element"
    case .unknownRoot: "unknown-root"
    case .missingChildren: "missing-children"
    case .unexpectedText: "unexpected-text"
    case .unexpectedContent: "unexpected-content"
    case .badValue: "value"
    case .unexpectedAttribute: "unexpected-attribute"
    case .missingAttribute: "missing-attribute"
    case .duplicateKey: "duplicate-key"
    case .danglingReference: "dangling-reference"
    case .other: "other"
    }
  }

  /// What is wrong, in both languages.
  public var message: XMLWords {
    let attribute = attribute ?? ""
    switch problem {
    case .unexpectedElement:
      return XMLWords(
        zh: "元素“\(element)”不应出现在这里", en: "the element “\(element)” is not expected here")
    case .unknownRoot:
      return XMLWords(
        zh: "最外层元素“\(element)”不是已知的案卷格式",
        en: "the outermost element “\(element)” is none that the schema knows")
    case .missingChildren(let expected):
      return XMLWords(
        zh: "元素“\(element)”的内容不完整" + Self.list(expected, "，缺少：", "、"),
        en: "the element “\(element)” is not complete" + Self.list(expected, "; missing: ", ", "))
    case .unexpectedText:
      return XMLWords(
        zh: "元素“\(element)”中不应直接写文字",
        en: "no text may stand directly in the element “\(element)”")
    case .unexpectedContent:
      return XMLWords(
        zh: "元素“\(element)”所在的上级元素中不能再有元素",
        en: "the parent of the element “\(element)” may not hold elements")
    case .badValue(let rule, let value):
      let subject = XMLWords(
        zh: self.attribute.map { "元素“\(element)”的属性“\($0)”" } ?? "元素“\(element)”",
        en: self.attribute.map { "the attribute “\($0)” of “\(element)”" }
          ?? "the element “\(element)”")
      let words = rule.words(value.map(Self.shortened))
      return XMLWords(zh: subject.zh + words.zh, en: subject.en + words.en)
    case .unexpectedAttribute:
      return XMLWords(
        zh: "元素“\(element)”不能有属性“\(attribute)”",
        en: "the element “\(element)” may not have the attribute “\(attribute)”")
    case .missingAttribute:
      return XMLWords(
        zh: "元素“\(element)”缺少属性“\(attribute)”",
        en: "the element “\(element)” lacks the attribute “\(attribute)”")
    case .duplicateKey(let key):
      return XMLWords(
        zh: "元素“\(element)”的标识\(Self.plain(key))重复",
        en: "the identifier \(Self.plain(key)) of “\(element)” is used twice")
    case .danglingReference(let key):
      return XMLWords(
        zh: "元素“\(element)”引用的\(Self.plain(key))不存在",
        en: "“\(element)” refers to \(Self.plain(key)), which does not exist")
    case .other:
      return XMLWords(
        zh: "元素“\(element)”不符合结构要求", en: "the element “\(element)” does not follow the schema")
    }
  }

  /// What to do, in both languages.
  public var advice: XMLWords {
    switch problem {
    case .unexpectedElement(let expected) where !expected.isEmpty:
      XMLWords(
        zh: "请检查元素名称和顺序；此处可以是：" + Self.list(expected, "", "、"),
        en: "check the name and the order; possible here: " + Self.list(expected, "", ", "))
    case .unexpectedElement:
      XMLWords(
        zh: "请检查元素名称和位置；此处不能再有元素",
        en: "check the name and the place; no further element is possible here")
    case .unknownRoot:
      XMLWords(zh: "请确认文件是案卷", en: "make sure that the file is a case file")
    case .missingChildren: XMLWords(zh: "请补齐", en: "add what is missing")
    case .unexpectedText, .unexpectedContent:
      XMLWords(zh: "请把内容移到相应的元素中", en: "move the content to the element meant for it")
    case .badValue:
      XMLWords(
        zh: "请按格式填写；纸质材料本身如此的，元素留空并用asWritten记录原文",
        en: "write it as required; if the paper says so, leave the element empty and give the "
          + "wording in asWritten")
    case .unexpectedAttribute: XMLWords(zh: "请改正名称或删去", en: "correct the name or remove it")
    case .missingAttribute: XMLWords(zh: "请补上", en: "add it")
    case .duplicateKey: XMLWords(zh: "请改为不同的标识", en: "use different identifiers")
    case .danglingReference:
      XMLWords(zh: "请改正引用，或补上被引用的内容", en: "correct the reference or add what it names")
    case .other: XMLWords(zh: "请对照格式说明改正", en: "correct it by the description of the format")
    }
  }

  private static func list(_ names: [String], _ opening: String, _ separator: String) -> String {
    names.isEmpty ? "" : opening + names.joined(separator: separator)
  }

  /// A key without libxml2's brackets.
  private static func plain(_ key: String) -> String {
    "“" + key.filter { !"[]'".contains($0) } + "”"
  }

  private static func shortened(_ value: String) -> String {
    value.count > 40 ? value.prefix(40) + "…" : value
  }
}

extension SchemaProblem.ValueRule {
  fileprivate func words(_ value: String?) -> XMLWords {
    let zh = value.map { $0.isEmpty ? "没有填写，" : "的值“\($0)”" } ?? "的值"
    let en = value.map { $0.isEmpty ? " is empty" : " has the value “\($0)”" } ?? " has a value"
    switch self {
    case .type(let type):
      return XMLWords(
        zh: zh + "不符合类型要求" + (type.map { "（\($0)）" } ?? ""),
        en: en + ", which is not of the type required" + (type.map { " (\($0))" } ?? ""))
    case .pattern(let pattern):
      return XMLWords(
        zh: zh + "不符合格式“\(pattern)”", en: en + ", which does not match “\(pattern)”")
    case .enumeration(let values):
      return XMLWords(
        zh: zh + "不在允许的值之内：" + values.joined(separator: "、"),
        en: en + ", which is none of: " + values.joined(separator: ", "))
    case .length(let length):
      return XMLWords(
        zh: zh + "长度不符合要求（\(length)）", en: en + " of a wrong length (\(length))")
    case .bound(let bound):
      return XMLWords(zh: zh + "超出范围（\(bound)）", en: en + ", which is out of bounds (\(bound))")
    case .digits(let digits):
      return XMLWords(
        zh: zh + "位数超过要求（\(digits)）", en: en + ", which has too many digits (\(digits))")
    case .fixed(let fixed):
      return XMLWords(zh: zh + "应为“\(fixed)”", en: en + ", which must be “\(fixed)”")
    }
  }
}
