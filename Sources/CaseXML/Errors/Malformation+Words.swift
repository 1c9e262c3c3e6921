extension Malformation {
  var message: XMLWords {
    switch self {
    case .mismatchedTag(let open, let openedAt, let found):
      let zh = openedAt.map { "（第\($0.line)行）" } ?? ""
      let en = openedAt.map { " (line \($0.line))" } ?? ""
      return XMLWords(
        zh: "结束标记</\(found)>与开始标记<\(open)>\(zh)不匹配",
        en: "the end tag </\(found)> does not match the start tag <\(open)>\(en)")
    case .unclosedElement(let name, let openedAt):
      let zh = openedAt.map { "（第\($0.line)行）" } ?? ""
      let en = openedAt.map { " (line \($0.line))" } ?? ""
      return XMLWords(
        zh: "文件在元素<\(name)>\(zh)结束之前就中断了",
        en: "the file breaks off before the element <\(name)>\(en) is closed")
    case .contentAfterRoot:
      return XMLWords(
        zh: "最外层元素结束之后还有内容", en: "there is content after the outermost element")
    case .noRoot:
      return XMLWords(
        zh: "这里应当是最外层元素的开始标记“<”，文件不是XML",
        en: "the outermost element should start here with “<”; this is not XML")
    case .unknownEntity(let name):
      return XMLWords(
        zh: "实体“&\(name);”没有定义", en: "the entity “&\(name);” is not defined")
    case .strayAmpersand:
      return XMLWords(
        zh: "“&”后面不是有效的实体或字符引用",
        en: "“&” begins no valid entity or character reference")
    case .strayLessThan:
      return XMLWords(zh: "“<”后面不是标记名称", en: "“<” is not followed by the name of a tag")
    case .repeatedAttribute(let name):
      return XMLWords(
        zh: "属性“\(name)”在同一个标记中出现了两次",
        en: "the attribute “\(name)” stands twice in one tag")
    case .attributeSyntax:
      return XMLWords(
        zh: "属性书写有误：缺少等号、引号或属性之间的空格",
        en:
          "an attribute is written wrongly: an equals sign, a quotation mark or a space is missing")
    case .unboundPrefix(let prefix):
      return XMLWords(
        zh: "命名空间前缀“\(prefix)”没有声明",
        en: "the namespace prefix “\(prefix)” is not declared")
    case .markupInAttribute:
      return XMLWords(
        zh: "属性值中出现“<”，前面很可能缺少引号",
        en: "“<” stands in an attribute value; most likely a quotation mark is missing before it")
    case .unfinishedTag:
      return XMLWords(zh: "标记没有写完，缺少“>”", en: "the tag is not completed by “>”")
    case .unfinishedSection:
      return XMLWords(
        zh: "注释、CDATA或处理指令没有写完，或写法有误",
        en: "a comment, CDATA section or processing instruction is unfinished or written wrongly")
    case .forbiddenCharacter:
      return XMLWords(
        zh: "有XML不允许的字符", en: "there is a character that XML does not allow")
    case .declaration:
      return XMLWords(
        zh: "XML声明有误，或不在文件的最前面",
        en: "the XML declaration is wrong or not at the very beginning")
    case .other:
      return XMLWords(zh: "不是格式正确的XML", en: "this is not well-formed XML")
    }
  }

  var advice: XMLWords {
    switch self {
    case .mismatchedTag:
      XMLWords(
        zh: "请补上缺少的结束标记，或改正标记名称",
        en: "add the missing end tag or correct the name")
    case .unclosedElement:
      XMLWords(
        zh: "文件可能没有传完；请重新导出", en: "the file may be cut off; export it again")
    case .contentAfterRoot:
      XMLWords(
        zh: "一个文件只能有一个最外层元素；请分成几个文件或删去多余内容",
        en: "a file has one outermost element; split the file or remove the rest")
    case .noRoot:
      XMLWords(
        zh: "请确认导出格式是XML", en: "make sure that the file was exported as XML")
    case .unknownEntity, .strayAmpersand:
      XMLWords(
        zh: "文字中的“&”要写成“&amp;”；其他字符请直接写",
        en: "write “&amp;” for “&” in text, and other characters as they are")
    case .strayLessThan, .markupInAttribute:
      XMLWords(
        zh: "文字中的“<”要写成“&lt;”，属性值要用引号括住",
        en: "write “&lt;” for “<” in text, and put attribute values in quotation marks")
    case .repeatedAttribute:
      XMLWords(zh: "请删去一个", en: "remove one of them")
    case .attributeSyntax:
      XMLWords(
        zh: "请写成：名称=\"值\"，属性之间留空格",
        en: "write name=\"value\", with a space between attributes")
    case .unboundPrefix(let prefix):
      XMLWords(
        zh: "请补上xmlns:\(prefix)=\"…\"，或去掉前缀",
        en: "add xmlns:\(prefix)=\"…\" or drop the prefix")
    case .unfinishedTag, .unfinishedSection:
      XMLWords(zh: "请补写完整", en: "complete it")
    case .forbiddenCharacter:
      XMLWords(
        zh: "请删去控制字符等不可见字符",
        en: "remove control characters and other invisible ones")
    case .declaration:
      XMLWords(
        zh: "首行应为<?xml version=\"1.0\" encoding=\"UTF-8\"?>，之前不能有空格或空行",
        en:
          "the first line should be <?xml version=\"1.0\" encoding=\"UTF-8\"?> with nothing before")
    case .other:
      XMLWords(zh: "请用XML编辑器检查并改正", en: "check and correct it in an XML editor")
    }
  }
}
