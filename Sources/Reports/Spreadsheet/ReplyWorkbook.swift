internal import CXLSXWriter
internal import FoundationEssentials

/// A workbook could not be written.
public struct WorkbookError: Error, Sendable, Hashable {
  /// What libxlsxwriter says.
  public var detail: String
}

/// The list to be filled in as a workbook: a frozen head, filters, choices for the status, and only the
/// columns of the reply open to writing, so that the fingerprints come back as they went.
struct ReplyWorkbook {
  let list: ReplyList

  /// What may stand in the column of the status.
  static let choices = ["已整改", "正在整改", "不能补正，已作说明"]

  /// The file's bytes; the same list gives the same bytes.
  func bytes() throws(WorkbookError) -> [UInt8] {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "caseaudit-\(UUID().uuidString)")
    let path = folder.appending(path: "list.xlsx")
    defer { try? FileManager.default.removeItem(at: folder) }
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw WorkbookError(detail: "\(error)")
    }
    try write(to: path.path)
    guard let data = FileManager.default.contents(atPath: path.path) else {
      throw WorkbookError(detail: "\(path.path) cannot be read")
    }
    return [UInt8](data)
  }

  /// Everything of the library happens here: its workbook is not to be passed around.
  private func write(to path: String) throws(WorkbookError) {
    guard let book = workbook_new(path), let sheet = workbook_add_worksheet(book, "整改清单"),
      let head = workbook_add_format(book), let locked = workbook_add_format(book),
      let open = workbook_add_format(book), let small = workbook_add_format(book)
    else { throw WorkbookError(detail: "out of memory") }
    var properties = lxw_doc_properties()
    // A time of creation would make each run another file.
    properties.created = 315_532_800
    var errors: [lxw_error] = [workbook_set_properties(book, &properties)]
    for format in [head, locked, open, small] {
      format_set_text_wrap(format)
      format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
      format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
    }
    format_set_bold(head)
    format_set_unlocked(open)
    format_set_font_size(small, 6)
    for (column, title) in ReplyList.heads.enumerated() {
      errors.append(worksheet_write_string(sheet, 0, UInt16(column), title, head))
      errors.append(
        worksheet_set_column(
          sheet, UInt16(column), UInt16(column), ReplyList.widths[column], nil))
    }
    for (index, row) in list.rows.enumerated() {
      // Not every program makes rows as high as their text.
      errors.append(
        worksheet_set_row(
          sheet, UInt32(index + 1), 15 * Double(max(1, ReplyList.lines(row))), nil))
      for (column, text) in row.enumerated() {
        let format =
          ReplyList.isOpen(column) ? open : column == ReplyList.printColumn ? small : locked
        // A cell holds at most 32,767 characters.
        errors.append(
          worksheet_write_string(
            sheet, UInt32(index + 1), UInt16(column), String(text.prefix(32_000)), format))
      }
    }
    let last = UInt32(max(1, list.rows.count))
    errors.append(worksheet_autofilter(sheet, 0, 0, last, UInt16(ReplyList.heads.count - 1)))
    errors.append(
      cx_choices(
        sheet, 1, last, UInt16(ReplyList.statusColumn), Self.choices[0], Self.choices[1],
        Self.choices[2]))
    worksheet_freeze_panes(sheet, 1, 0)
    worksheet_set_landscape(sheet)
    worksheet_set_paper(sheet, 9)
    worksheet_repeat_rows(sheet, 0, 0)
    worksheet_fit_to_pages(sheet, 1, 0)
    cx_protect(sheet)
    errors.append(workbook_close(book))
    if let error = errors.first(where: { $0 != LXW_NO_ERROR }) {
      throw WorkbookError(detail: String(cString: lxw_strerror(error)))
    }
  }
}
