extension XMLError {
  /// What is wrong, where, and what to do, in both languages.
  public var diagnostic: XMLDiagnostic {
    let (message, advice) = words
    return XMLDiagnostic(
      severity: .error, code: code, position: position, byteOffset: byteOffset,
      message: message, advice: advice, detail: detail)
  }

  /// A stable name for the kind of error.
  public var code: String {
    switch self {
    case .empty: "xml.empty"
    case .tooLarge: "xml.too-large"
    case .undecodable: "xml.undecodable"
    case .probablyGBK: "xml.probably-gbk"
    case .unsupportedEncoding: "xml.unsupported-encoding"
    case .nullCharacter: "xml.null-character"
    case .documentType: "xml.document-type"
    case .unsupportedVersion: "xml.version"
    case .overLimit: "xml.over-limit"
    case .malformed: "xml.malformed"
    case .schemaUnusable: "xml.schema-unusable"
    case .internalFailure: "xml.internal"
    }
  }

  /// Where in the text, if the error has a place there.
  public var position: SourcePosition? {
    switch self {
    case .nullCharacter(let position), .documentType(let position),
      .unsupportedVersion(_, let position), .overLimit(_, let position),
      .malformed(_, let position, _):
      position
    default: nil
    }
  }

  /// Where in the file, in bytes from 0, if the text could not be read at all.
  public var byteOffset: Int? {
    switch self {
    case .undecodable(_, let offset), .probablyGBK(_, let offset): offset
    default: nil
    }
  }

  private var detail: String? {
    switch self {
    case .malformed(_, _, let detail), .schemaUnusable(let detail), .internalFailure(let detail):
      detail
    default: nil
    }
  }

  private var words: (message: XMLWords, advice: XMLWords) {
    switch self {
    case .empty:
      return (
        XMLWords(zh: "文件是空的", en: "the file is empty"),
        XMLWords(zh: "请重新导出或重新报送该文件", en: "export or submit the file again")
      )
    case .tooLarge(let bytes, let limit):
      return (
        XMLWords(
          zh: "文件有\(bytes)字节，超过上限\(limit)字节",
          en: "the file has \(bytes) bytes, more than the \(limit) allowed"),
        XMLWords(
          zh: "请检查是否把附件写进了文件；附件应另存，只在案卷中登记",
          en: "keep attachments outside the file and only register them in it")
      )
    case .undecodable(let encoding, let offset):
      return (
        XMLWords(
          zh: "文件第\(offset)字节（从0计）起不是有效的\(encoding.rawValue)文字",
          en: "from byte \(offset) (from 0) on the file is not \(encoding.rawValue) text"),
        XMLWords(
          zh: "文件可能已损坏，或编码声明与实际不符；请以UTF-8重新保存",
          en: "the file may be damaged or declare the wrong encoding; save it again as UTF-8")
      )
    case .probablyGBK(let declared, let offset):
      let zh = declared.map { "声明为\($0)" } ?? "没有声明编码"
      let en = declared.map { "declares \($0)" } ?? "declares no encoding"
      return (
        XMLWords(
          zh: "文件\(zh)，但第\(offset)字节（从0计）起不是UTF-8，很可能是GBK",
          en: "the file \(en), but from byte \(offset) (from 0) on it is not UTF-8; "
            + "most likely it is GBK"),
        XMLWords(
          zh: "请以UTF-8重新保存，或在首行写明encoding=\"GBK\"",
          en: "save it as UTF-8, or declare encoding=\"GBK\" in the first line")
      )
    case .unsupportedEncoding(let label):
      return (
        XMLWords(zh: "不支持编码“\(label)”", en: "the encoding “\(label)” is not supported"),
        XMLWords(
          zh: "请以UTF-8重新保存；也可以用UTF-16、GBK、GB2312、GB18030",
          en: "save it as UTF-8; UTF-16, GBK, GB2312 and GB18030 are read too")
      )
    case .nullCharacter:
      return (
        XMLWords(zh: "文件中有空字符（U+0000）", en: "there is a null character (U+0000)"),
        XMLWords(
          zh: "文件可能已损坏；请重新导出", en: "the file may be damaged; export it again")
      )
    case .documentType:
      return (
        XMLWords(
          zh: "文件中有文档类型声明（DOCTYPE），为安全起见不予读取",
          en: "there is a document type declaration (DOCTYPE), which is refused for safety"),
        XMLWords(
          zh: "请删去DOCTYPE及其中的实体定义后重新报送",
          en: "remove the DOCTYPE and the entities it defines")
      )
    case .unsupportedVersion(let version, _):
      return (
        XMLWords(zh: "不支持XML \(version)", en: "XML \(version) is not supported"),
        XMLWords(zh: "请改为version=\"1.0\"", en: "write version=\"1.0\"")
      )
    case .overLimit(let limit, _): return (limit.words, Limit.advice)
    case .malformed(let malformation, _, _): return (malformation.message, malformation.advice)
    case .schemaUnusable:
      return (
        XMLWords(zh: "结构定义（XSD）不能使用", en: "the schema (XSD) cannot be used"),
        XMLWords(zh: "请改正XSD文件", en: "correct the XSD file")
      )
    case .internalFailure:
      return (
        XMLWords(zh: "解析程序内部出错", en: "the parser failed internally"),
        XMLWords(
          zh: "该文件未评查；请把文件和本信息交给维护人员",
          en: "the file was not judged; report it with this message")
      )
    }
  }
}

extension XMLError.Limit {
  static let advice = XMLWords(
    zh: "正常案卷达不到这一上限；请检查文件是否损坏或内容有误",
    en: "no real case file comes near this; check whether the file is damaged")

  var words: XMLWords {
    switch self {
    case .depth(let limit):
      XMLWords(
        zh: "元素嵌套超过\(limit)层", en: "elements nest deeper than \(limit) levels")
    case .textBytes(let limit):
      XMLWords(
        zh: "一段文字（或注释）超过\(limit)字节", en: "a text or comment is longer than \(limit) bytes")
    case .attributeBytes(let limit):
      XMLWords(
        zh: "一个属性值超过\(limit)字节", en: "an attribute value is longer than \(limit) bytes")
    case .attributes(let limit):
      XMLWords(zh: "一个元素的属性超过\(limit)个", en: "an element has more than \(limit) attributes")
    case .namespaces(let limit):
      XMLWords(
        zh: "同时有效的命名空间声明超过\(limit)个",
        en: "more than \(limit) namespace declarations are in scope")
    case .nodes(let limit):
      XMLWords(zh: "节点总数超过\(limit)个", en: "there are more than \(limit) nodes")
    }
  }
}
