import RubricKit

/// A paper as one HTML page with everything in it: no script, no picture, nothing fetched.
enum PaperHTML {
  static func render(_ paper: Paper) -> String {
    let language = paper.language == .zh ? "zh-CN" : "en"
    var html = "<!DOCTYPE html>\n<html lang=\"\(language)\">\n<head>\n<meta charset=\"utf-8\">\n"
    html +=
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
      + "style-src 'unsafe-inline'\">\n"
    html += "<title>\(escape(paper.name))</title>\n<style>\n"
    html += PaperCSS.text(paper.layout) + "</style>\n</head>\n"
    html += "<body class=\"\(paper.layout.rawValue)\">\n<main>\n"
    for block in paper.blocks { html += render(block) }
    return html + "</main>\n</body>\n</html>\n"
  }

  /// Text safe as content and in a quoted attribute.
  static func escape(_ text: String) -> String {
    var escaped = ""
    escaped.reserveCapacity(text.utf8.count)
    for character in Printable.clean(text) {
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.append(character)
      }
    }
    return escaped
  }

  private static func render(_ block: Paper.Block) -> String {
    switch block {
    case .letterhead(let office): element("p", "letterhead", office)
    case .mark(let text): element("p", "mark", text)
    case .number(let text): element("p", "number", text) + "<hr class=\"red\">\n"
    case .title(let parts):
      "<h1>"
        + parts.map { "<span>\(escape($0.trimmed))</span>" + ($0.hasSuffix(" ") ? " " : "") }
        .joined()
        + "</h1>\n"
    case .subtitle(let text): element("p", "subtitle", text)
    case .addressee(let text): element("p", "addressee", text)
    case .heading(let level, let text): element(level == 1 ? "h2" : "h3", nil, text)
    case .paragraph(let text): element("p", nil, text)
    case .facts(let facts): render(facts)
    case .table(let table): render(table)
    case .lines(let lines):
      "<ul class=\"lines\">\n" + lines.map { element("li", nil, $0) }.joined() + "</ul>\n"
    case .attachments(let lines):
      "<div class=\"attachments\">\n" + lines.map { element("p", nil, $0) }.joined() + "</div>\n"
    case .closing(let sender, let date):
      "<div class=\"closing\">\n" + element("p", nil, sender) + element("p", nil, date) + "</div>\n"
    case .signatures(let labels):
      "<div class=\"signatures\">\n" + labels.map { element("p", nil, $0) }.joined() + "</div>\n"
    case .footnote(let text): element("p", "footnote", text)
    }
  }

  private static func element(_ name: String, _ style: String?, _ text: String) -> String {
    let style = style.map { " class=\"\($0)\"" } ?? ""
    return "<\(name)\(style)>\(escape(text))</\(name)>\n"
  }

  private static func render(_ facts: [Paper.Fact]) -> String {
    var html = "<table class=\"facts\">\n"
    var pair: [Paper.Fact] = []
    func cells(_ fact: Paper.Fact, span: Int) -> String {
      "<th>\(escape(fact.label))</th><td colspan=\"\(span)\">\(escape(fact.value))</td>"
    }
    func flush() {
      guard let first = pair.first else { return }
      html += "<tr>" + cells(first, span: pair.count == 2 ? 1 : 3)
      if pair.count == 2 { html += cells(pair[1], span: 1) }
      html += "</tr>\n"
      pair = []
    }
    for fact in facts {
      if fact.isWide { flush() }
      pair.append(fact)
      if fact.isWide || pair.count == 2 { flush() }
    }
    flush()
    return html + "</table>\n"
  }

  private static func render(_ table: Table) -> String {
    var html = "<table>\n<colgroup>"
    for column in table.columns { html += "<col style=\"width:\(column.share)%\">" }
    html += "</colgroup>\n<thead><tr>"
    for column in table.columns { html += "<th>\(escape(column.title))</th>" }
    html += "</tr></thead>\n<tbody>\n"
    for row in table.rows {
      switch row {
      case .section(let title):
        html += "<tr class=\"section\"><td colspan=\"\(table.columns.count)\">\(escape(title))</td>"
      case .cells(let cells): html += "<tr>" + self.cells(cells, table)
      case .total(let cells): html += "<tr class=\"total\">" + self.cells(cells, table)
      }
      html += "</tr>\n"
    }
    return html + "</tbody>\n</table>\n"
  }

  private static func cells(_ cells: [String], _ table: Table) -> String {
    zip(cells, table.columns).map { cell, column in
      let style = column.alignment == .leading ? "" : " class=\"mid\""
      return "<td\(style)>\(escape(cell))</td>"
    }.joined()
  }
}
