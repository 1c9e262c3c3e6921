/// What a cell holds, or why that cannot be taken.
enum CellValue {
  case text(String)
  case fault(LocalizedText)

  static let notCalculated = CellValue.fault(
    LocalizedText(
      zh: "公式没有保存计算结果；请用表格软件打开后重新保存",
      en: "the formula's value is not saved; open the file in a spreadsheet program and save it "
        + "again"))

  static func unreadable(_ text: String) -> CellValue {
    .fault(
      LocalizedText(
        zh: "单元格内容“\(text)”无法读取；请重新填写", en: "“\(text)” cannot be read; fill in the cell again"))
  }

  static func error(_ text: String) -> CellValue {
    .fault(
      LocalizedText(
        zh: "单元格是错误值\(text)；请改正公式，或者直接填写内容",
        en: "the cell is the error \(text); correct its formula or fill in what it should say"))
  }

  static func number(_ raw: String) -> CellValue {
    switch CellNumber(raw) {
    case .text(let text): .text(text)
    case .notANumber: unreadable(raw)
    case .tooLong:
      .fault(
        LocalizedText(
          zh: "数字超过15位，末尾几位已被表格软件改为零；请将单元格设为文本格式后重新填写",
          en: "a number of more than 15 digits, the last of which are lost; make the cell text and "
            + "fill it in again"))
    }
  }

  static func day(_ raw: String, uses1904: Bool) -> CellValue {
    guard let number = Double(raw) else { return unreadable(raw) }
    switch CellDay(number, uses1904: uses1904) {
    case .day(let day): return .text("\(day)")
    case .time:
      return .fault(
        LocalizedText(
          zh: "单元格按日期显示，但内容是时间或零；请填写日期，或者改为常规格式",
          en: "the cell is shown as a date but holds a time or nothing; fill in the day or change "
            + "its format"))
    case .none:
      return .fault(
        LocalizedText(
          zh: "单元格按日期显示，但\(raw)不对应任何日期；请重新填写",
          en: "the cell is shown as a date but \(raw) is no day; fill it in again"))
    }
  }
}
