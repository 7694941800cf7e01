internal import Render
package import Settings
internal import Tables

/// A comparison of rounds as a page or a workbook.
package struct ComparisonPages: Sendable {
  private let words: ComparisonWords
  private let pageWords: Words
  private let frame: PageFrame

  package init(_ shelf: Shelf, _ words: ComparisonWords) throws {
    let named = { (path: String) in Settings(.word(path), at: Place(file: path)) }
    self.words = words
    pageWords = try Words(
      shelf.settings(named: named("pages/words.yaml")), language: words.language)
    let template = "pages/page.mustache"
    frame = try PageFrame(shelf.text(named: named(template)), file: template)
  }

  package func html(_ comparison: RoundComparison) -> [UInt8] {
    HTMLWriter(frame: frame, words: pageWords).page(of: document(comparison))
  }

  package func workbook(_ comparison: RoundComparison) -> [UInt8] {
    XLSXWriter(words: pageWords).workbook(of: document(comparison))
  }

  private func document(_ comparison: RoundComparison) -> Document {
    let (before, now) = (comparison.before.name, comparison.now.name)
    let title = words[.title, before, now]
    let versions = [comparison.before, comparison.now].compactMap { round in
      round.facts.map { round.name + " · " + pageWords[.madeBy, $0.version] }
    }
    let facts = comparison.now.facts ?? comparison.before.facts
    let head = PageHead(
      office: facts?.office ?? "", title: title, subtitle: comparison.pipeline, facts: versions,
      audience: pageWords[facts?.audience ?? .director])
    let changed = comparison.tables.filter { $0.presence == .both && !$0.isEqual }
    return Document(
      language: words.language, masthead: head,
      nodes: warnings(comparison)
        + (changed.isEmpty ? [.paragraph(Phrase(words[.nothing]))] : [])
        + changed.flatMap { nodes($0, before, now) }
        + others(comparison, before, now))
  }

  private func warnings(_ comparison: RoundComparison) -> [Node] {
    guard !comparison.warnings.isEmpty else { return [] }
    return [
      .heading(words[.warning]),
      .callouts(
        comparison.warnings.map {
          Callout(
            tone: .attention, toneWord: pageWords[Tone.attention],
            text: Phrase(words.sentence($0)), detail: Phrase([]), table: nil)
        }),
    ]
  }

  private func nodes(_ table: TableComparison, _ before: String, _ now: String) -> [Node] {
    let title = table.title(words.language)
    let lone = words.lone(table, before, now).map { Phrase($0) }
    let notes: [Node] = lone.isEmpty ? [] : [.notes(lone)]
    guard !table.differences.isEmpty else { return [.heading(title)] + notes }
    let hasPoints = table.differences.contains {
      if case .change(_, _, .points) = $0.change { true } else { false }
    }
    let drawn = DocumentTable(
      id: table.id, title: title, sheet: title, stubs: [words[.row], words[.column]],
      namingStub: 0,
      columns: [("a", before), ("b", now), ("change", words[.change])].map {
        DocumentTable.Column(key: $0, headings: [$1])
      },
      rows: table.differences.map { difference in
        DocumentTable.Row(
          key: difference.row + ":" + difference.column,
          labels: [
            table.row(difference.row, words.language),
            table.column(difference.column, words.language),
          ], cells: [difference.before, difference.now, difference.change])
      },
      notes: [
        words[
          .changedFigures, NumberText.grouped(table.differences.count),
          NumberText.grouped(table.equal)]
      ] + (hasPoints ? [words[.points]] : []))
    return [.heading(title), .table(drawn)] + notes
  }

  /// The tables of which there is nothing to show, a line each.
  private func others(_ comparison: RoundComparison, _ before: String, _ now: String) -> [Node] {
    let lines = comparison.tables.compactMap { table -> Phrase? in
      let title = table.title(words.language) + ": "
      switch table.presence {
      case .onlyBefore: return Phrase(title + words[.onlyTable, before])
      case .onlyNow: return Phrase(title + words[.onlyTable, now])
      case .both:
        return table.isEqual
          ? Phrase(title + words[.equal, NumberText.grouped(table.equal)]) : nil
      }
    }
    return lines.isEmpty ? [] : [.heading(words[.equalTables]), .notes(lines)]
  }
}
