internal import Archive
import RubricKit

/// A paper to be printed: what stands on it, apart from how a format sets it.
struct Paper: Sendable {
  /// How the page is set.
  enum Layout: String, Sendable {
    /// An official letter by GB/T 9704-2012: A4 upright, 仿宋 三号.
    case letter
    /// A form, A4 upright, small type.
    case form
    /// A wide table, A4 across.
    case wide
  }

  enum Block: Sendable {
    /// 发文机关标志, in red at the head of a letter that is issued.
    case letterhead(String)
    /// A mark at the head: 征求意见稿, 内部.
    case mark(String)
    /// The line for 发文字号, with the red rule of a letter under it.
    case number(String)
    /// The title, in parts between which a line may break.
    case title([String])
    /// A centred line under the title.
    case subtitle(String)
    /// 主送机关.
    case addressee(String)
    /// 一、 (level 1) or （一） (level 2).
    case heading(level: Int, String)
    case paragraph(String)
    /// Labels with their values, two pairs a line where they are short.
    case facts([Fact])
    case table(Table)
    /// Lines of arithmetic.
    case lines([String])
    case attachments([String])
    /// 落款: sender and date, to the right.
    case closing(sender: String, date: String)
    /// Labels with room to sign.
    case signatures([String])
    case footnote(String)
  }

  struct Fact: Sendable {
    var label: String
    var value: String
    /// True where the value needs a line of its own.
    var isWide = false
  }

  var language: Language
  var layout: Layout
  var name: String
  var blocks: [Block]
}

/// A table on a paper.
struct Table: Sendable {
  struct Column: Sendable {
    var title: String
    /// Share of the width, in per cent.
    var share: Int
    var alignment: Alignment = .leading
  }

  enum Row: Sendable {
    case cells([String])
    /// A heading across the table.
    case section(String)
    /// A subtotal or total.
    case total([String])
  }

  var columns: [Column]
  var rows: [Row]
}

/// A format in which papers are written.
public enum PaperFormat: String, Sendable, Hashable, CaseIterable {
  /// One self-contained page that prints on A4.
  case html
  /// Plain text.
  case text
  /// Office Open XML, for a letter by GB/T 9704-2012.
  case docx

  /// Ending of the file's name, without the dot.
  var fileExtension: String {
    switch self {
    case .html: "html"
    case .text: "txt"
    case .docx: "docx"
    }
  }

  /// The file's bytes.
  func render(_ paper: Paper) throws(ArchiveError) -> [UInt8] {
    switch self {
    case .html: Array(PaperHTML.render(paper).utf8)
    case .text: Array(PaperText.render(paper).utf8)
    case .docx: try PaperDOCX.render(paper)
    }
  }
}
