package import Tables

/// What a report says, in one language and in the order of reading.
///
/// Blocks make it from figures; every writer prints it. It knows no file format and no school.
package struct Document: Sendable {
  package let language: Language
  package let masthead: PageHead
  package let nodes: [Node]
  /// How figures are written; the texts of the document have these digits already.
  package let numerals: Numerals

  package init(
    language: Language, masthead: PageHead, nodes: [Node], numerals: Numerals = .arabic
  ) {
    self.language = language
    self.masthead = numerals == .arabic ? masthead : numerals.head(masthead)
    self.nodes = numerals == .arabic ? nodes : nodes.map { numerals.node($0) }
    self.numerals = numerals
  }

  package var charts: [Chart] {
    nodes.compactMap { node in
      if case .chart(let chart) = node { chart } else { nil }
    }
  }

  /// The tables of a page.
  package var tables: [DocumentTable] {
    nodes.compactMap { node in
      switch node {
      case .table(let table), .listed(let table, _): table
      default: nil
      }
    }
  }
}

/// The parts of a document; a new kind of part is a new case and a branch in each writer.
package enum Node: Sendable {
  case heading(String)
  /// The next section begins a new page of paper.
  case newPage
  /// The titles of the document's tables, each with a link.
  case contents
  case paragraph(Phrase)
  case cards([Card])
  case callouts([Callout])
  case table(DocumentTable)
  case chart(Chart)
  /// A table on a page, and in a workbook a list to be worked through.
  case listed(DocumentTable, DocumentList)
  /// Cards on a page, a long list in a workbook.
  case matches(MatchCards)
  case rows(RowsTable)
  case notes([Phrase])
  /// The head of a memorandum.
  case letter(title: String, lines: [LetterLine])
}

/// One line of a memorandum's head: `เรื่อง  สรุปข้อมูลนักเรียน`.
package struct LetterLine: Sendable {
  package let label: String
  package let text: String
}

/// Whose figures these are and of which day; stands above the first node.
package struct PageHead: Sendable {
  package let office: String
  package let title: String
  package let subtitle: String
  /// As-of date, stamps of the exports, the program's version: one sentence each.
  package let facts: [String]
  /// For whose eyes the document is.
  package let audience: String

  package init(office: String, title: String, subtitle: String, facts: [String], audience: String) {
    self.office = office
    self.title = title
    self.subtitle = subtitle
    self.facts = facts
    self.audience = audience
  }
}

/// One key figure with what it counts.
package struct Card: Sendable {
  package let label: String
  package let figure: Figure.Value
  /// The figure's name, where figures.csv has one for it.
  package let id: FigureID?
  package let detail: Phrase
  /// What has become of the figure since earlier rounds; empty when there is none to compare with.
  package let changes: [Phrase]
  /// The figures that the page is about are drawn larger.
  package let leads: Bool

  package init(
    label: String, figure: Figure.Value, id: FigureID? = nil, detail: Phrase,
    changes: [Phrase] = [], leads: Bool
  ) {
    self.label = label
    self.figure = figure
    self.id = id
    self.detail = detail
    self.changes = changes
    self.leads = leads
  }
}

/// How bad the news of a callout is; the order is the order of reading.
package enum Tone: String, Sendable, CaseIterable { case bad, attention, good }

/// Something to be decided, or the relief that nothing is.
package struct Callout: Sendable {
  package let tone: Tone
  /// The tone in a word, for whoever sees no colour.
  package let toneWord: String
  package let text: Phrase
  package let detail: Phrase
  /// The id of the table that shows more.
  package let table: String?

  package init(tone: Tone, toneWord: String, text: Phrase, detail: Phrase, table: String?) {
    self.tone = tone
    self.toneWord = toneWord
    self.text = text
    self.detail = detail
    self.table = table
  }
}
