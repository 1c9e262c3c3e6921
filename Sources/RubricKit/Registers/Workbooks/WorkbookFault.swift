public import Archive
public import CaseXML

/// Why a workbook (XLSX) cannot be read.
public enum WorkbookFault: Error, Hashable, Sendable {
  /// The container is not one that we accept.
  case container(ArchiveError)
  /// The file is a compound document: a workbook with a password, or one of the format XLS.
  case compound
  /// A part of the container is not XML that we accept.
  case part(String, XMLError)
  /// A part that must be there is not in the container, or not what it should be.
  case missingPart(String)
  /// There is no sheet of this name.
  case missingSheet(String, known: [String])
  /// There is no sheet that is not hidden.
  case noSheet
  /// A row or cell stands where no sheet has one.
  case place(String)
  /// The used range is larger than this many cells.
  case tooManyCells(limit: Int)
}

extension WorkbookFault {
  /// The fault in words, with what to do.
  public var message: LocalizedText {
    switch self {
    case .container(let error): error.message
    case .compound:
      LocalizedText(
        zh: "是设有密码的工作簿或者旧版XLS文件；请取消密码，另存为XLSX格式",
        en: "this is a workbook with a password or an old XLS file; remove the password and save "
          + "it as XLSX")
    case .part(let name, let error):
      LocalizedText(
        zh: "工作簿中的 \(name) 不是可用的XML文件：\(error.diagnostic.message.zh)。"
          + "请用表格软件打开后重新保存",
        en: "\(name) in the workbook is not usable XML: \(error.diagnostic.message.en). "
          + "Open it in a spreadsheet program and save it again")
    case .missingPart(let name):
      LocalizedText(
        zh: "工作簿中没有可用的 \(name)；请用表格软件打开后另存为XLSX格式",
        en: "the workbook has no usable \(name); open it in a spreadsheet program and save it "
          + "as XLSX")
    case .missingSheet(let name, let known):
      LocalizedText(
        zh: "工作簿中没有工作表“\(name)”；有：\(known.joined(separator: "、"))",
        en: "the workbook has no sheet “\(name)”; it has: \(known.joined(separator: ", "))")
    case .noSheet:
      LocalizedText(
        zh: "工作簿中没有可见的工作表；请取消隐藏，或者用 sheet 属性指明",
        en: "the workbook has no sheet that is not hidden; show one, or name it in the attribute "
          + "sheet")
    case .place(let place):
      LocalizedText(
        zh: "工作表中的位置“\(place)”有误；请用表格软件打开后重新保存",
        en: "“\(place)” is no place in a sheet; open it in a spreadsheet program and save it again")
    case .tooManyCells(let limit):
      LocalizedText(
        zh: "工作表的使用范围超过\(limit)个单元格；请删除多余的行和列",
        en: "the used range of the sheet is over \(limit) cells; delete the rows and columns that "
          + "are too much")
    }
  }
}

extension ArchiveError {
  fileprivate var message: LocalizedText {
    switch self {
    case .tooLarge(let limit):
      LocalizedText(
        zh: "文件超过\(limit)字节；请删除图片等与名册无关的内容",
        en: "the file is over \(limit) bytes; delete pictures and whatever is not the register")
    case .notAnArchive:
      LocalizedText(
        zh: "不是XLSX文件；请用表格软件另存为XLSX格式，不要只改扩展名",
        en: "this is no XLSX file; save it as XLSX in a spreadsheet program, do not just rename it")
    case .damaged(let detail):
      LocalizedText(
        zh: "文件已损坏或不完整（\(detail)）；请重新取得该文件",
        en: "the file is damaged or cut short (\(detail)); get it again")
    case .encrypted(let entry):
      LocalizedText(
        zh: "\(entry) 已加密；请取消密码后重新保存",
        en: "\(entry) is encrypted; remove the password and save the file again")
    case .tooManyEntries(let limit):
      LocalizedText(
        zh: "压缩包内超过\(limit)个文件，不是正常的工作簿，拒绝读取",
        en: "more than \(limit) files in the container: no normal workbook, refused")
    case .entryTooLarge(let entry, let limit):
      LocalizedText(
        zh: "\(entry) 解压后超过\(limit)字节，拒绝读取；请删除多余的行和列",
        en: "\(entry) unpacks to more than \(limit) bytes, refused; delete rows and columns that "
          + "are too much")
    case .tooMuchContent(let limit):
      LocalizedText(
        zh: "解压后的内容超过\(limit)字节，拒绝读取；请只保留名册的工作表",
        en: "the content unpacks to more than \(limit) bytes, refused; keep the register's sheet "
          + "only")
    case .repeatedEntry(let entry):
      LocalizedText(
        zh: "压缩包内有两个 \(entry)，无法确定以哪个为准；请用表格软件打开后重新保存",
        en: "\(entry) is in the container twice; open it in a spreadsheet program and save it "
          + "again")
    }
  }
}
