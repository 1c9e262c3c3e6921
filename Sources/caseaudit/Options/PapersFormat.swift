internal import ArgumentParser
internal import Reports
internal import RubricKit

/// `--format` of what an office signs.
enum PapersFormat: String, ExpressibleByArgument, CaseIterable {
  case html, text, docx, pdf

  /// The format in which we write; PDF is made of it.
  var paper: PaperFormat {
    switch self {
    case .html: .html
    case .text: .text
    case .docx, .pdf: .docx
    }
  }

  /// What turns the papers into this format; nil where nothing has to be done. To be asked for before
  /// anything is entered or written.
  ///
  /// - Throws: `Failure` where the machine cannot write it.
  func export(_ language: Language) throws -> PDFExport? {
    self == .pdf ? try PDFExport(language) : nil
  }
}
