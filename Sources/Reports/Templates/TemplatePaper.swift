import RubricKit

extension Paper {
  /// A template filled in.
  init(_ template: PaperTemplate, _ values: TemplateValues, language: Language) {
    let blocks = Paper.joined(
      Paper.blocks(template.bodies[language] ?? [], values, values.texts))
    let title = blocks.compactMap { block -> String? in
      guard case .title(let parts) = block else { return nil }
      return parts.joined()
    }.first
    self.init(
      language: language, layout: .letter, name: title ?? template.kind.rawValue, blocks: blocks)
  }

  /// Attachments that follow each other are one list.
  private static func joined(_ blocks: [Block]) -> [Block] {
    blocks.reduce(into: []) { result, block in
      if case .attachments(let more) = block, case .attachments(let lines)? = result.last {
        result[result.count - 1] = .attachments(lines + more)
      } else {
        result.append(block)
      }
    }
  }

  private static func blocks(
    _ blocks: [PaperTemplate.Block], _ values: TemplateValues, _ texts: [String: String]
  ) -> [Block] {
    func fill(_ text: String) -> String { PaperTemplate.filled(text, texts) }
    return blocks.flatMap { block -> [Block] in
      switch block {
      case .mark(let text): return [.mark(fill(text))]
      case .letterhead(let text): return [.letterhead(fill(text))]
      case .subtitle(let text): return [.subtitle(fill(text))]
      case .insert(let name): return values.inserts[name] ?? []
      case .when(let state, let inner):
        return values.states.contains(state) ? self.blocks([inner], values, texts) : []
      case .number(let text): return [.number(fill(text))]
      case .title(let parts): return [.title(parts.map(fill))]
      case .addressee(let text): return [.addressee(fill(text))]
      case .heading(let level, let text): return [.heading(level: level, fill(text))]
      case .paragraph(let text): return [.paragraph(fill(text))]
      case .table(let name): return values.tables[name].map { [.table($0)] } ?? []
      case .attachment(let text): return [.attachments([fill(text)])]
      case .closing(let sender, let date):
        return [.closing(sender: fill(sender), date: fill(date))]
      case .footnote(let text): return [.footnote(fill(text))]
      case .each(let name, let inner):
        return (values.lists[name] ?? []).flatMap { entry in
          self.blocks(inner, values, texts.merging(entry) { _, own in own })
        }
      }
    }
  }
}
