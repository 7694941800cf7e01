internal import Tables

/// The digits in which a report writes its numbers: 0–9, or ๐–๙ as official letters have them.
///
/// Numbers, dates and the report's own words change; codes, names and values of the data stay as they are, so that
/// they can be searched for.
package enum Numerals: String, Sendable, CaseIterable {
  case arabic, thai

  package func text(_ text: String) -> String {
    guard self == .thai, text.utf8.contains(where: { Self.isDigit($0) }) else { return text }
    var written = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let digit = scalar.isASCII && Self.isDigit(UInt8(scalar.value)) ? scalar.value - 0x30 : nil
      written.append(digit.flatMap { Unicode.Scalar(0x0E50 + $0) } ?? scalar)
    }
    return String(written)
  }

  func text(_ value: Figure.Value) -> String { text(NumberText.of(value)) }

  private static func isDigit(_ byte: UInt8) -> Bool {
    UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
  }

  // MARK: A report's own words

  func node(_ node: Node) -> Node {
    switch node {
    case .heading(let words): .heading(text(words))
    case .paragraph(let words): .paragraph(phrase(words))
    case .cards(let cards): .cards(cards.map { card($0) })
    case .callouts(let callouts): .callouts(callouts.map { callout($0) })
    case .table(let own): .table(table(own))
    case .chart(let chart):
      .chart(
        chart.written(
          in: self, title: text(chart.title), text: chart.text.map { phrase($0) },
          alternative: text(chart.alternative), note: chart.note.map { text($0) },
          table: table(chart.table)))
    case .notes(let notes): .notes(notes.map { phrase($0) })
    case .letter(let title, let lines):
      .letter(
        title: title, lines: lines.map { LetterLine(label: $0.label, text: text($0.text)) })
    case .newPage, .contents, .listed, .matches, .rows: node
    }
  }

  private func phrase(_ phrase: Phrase) -> Phrase {
    Phrase(
      phrase.runs.map { run in
        if case .text(let words) = run { .text(text(words)) } else { run }
      })
  }

  private func card(_ card: Card) -> Card {
    Card(
      label: text(card.label), figure: card.figure, id: card.id, detail: phrase(card.detail),
      changes: card.changes.map { phrase($0) }, leads: card.leads)
  }

  private func callout(_ callout: Callout) -> Callout {
    Callout(
      tone: callout.tone, toneWord: callout.toneWord, text: phrase(callout.text),
      detail: phrase(callout.detail), table: callout.table)
  }

  /// Labels of several stubs are codes and names of schools or files.
  private func table(_ table: DocumentTable) -> DocumentTable {
    DocumentTable(
      id: table.id, title: text(table.title), sheet: table.sheet,
      stubs: table.stubs.map { text($0) }, namingStub: table.namingStub,
      textStubs: table.textStubs,
      columns: table.columns.map {
        DocumentTable.Column(
          key: $0.key, headings: $0.headings.map { text($0) }, role: $0.role, hasBars: $0.hasBars)
      },
      rows: table.rows.map { row in
        DocumentTable.Row(
          key: row.key, labels: table.stubs.count == 1 ? row.labels.map { text($0) } : row.labels,
          role: row.role, cells: row.cells)
      }, notes: table.notes.map { text($0) }, isNamed: table.isNamed)
  }

  func head(_ head: PageHead) -> PageHead {
    PageHead(
      office: text(head.office), title: text(head.title), subtitle: text(head.subtitle),
      facts: head.facts.map { text($0) }, audience: head.audience)
  }
}
