internal import Tables

/// Prints a document as one HTML file that needs nothing else.
package struct HTMLWriter {
  private let frame: PageFrame
  private let words: Words

  package init(frame: PageFrame, words: Words) {
    self.frame = frame
    self.words = words
  }

  package func page(of document: Document) -> [UInt8] {
    let head = document.masthead
    let sections = Self.headings(of: document).enumerated().map { index, heading in
      ["id": "s\(index + 1)", "title": Self.escaped(heading)]
    }
    let values: [String: any Sendable] = [
      "language": document.language.rawValue,
      "title": Self.escaped(head.title),
      "office": Self.escaped(head.office),
      "subtitle": Self.escaped(head.subtitle),
      "facts": head.facts.map { Self.escaped($0) },
      "audience": Self.escaped(head.audience),
      "contents": Self.escaped(words[.contents]),
      "sections": sections,
      "numerals": document.numerals == .thai ? "thai" : "latn",
      "find": Self.escaped(words[.find]),
      "all": Self.escaped(words[.findAll]),
      "shown": Self.escaped(words[.findShown, "{0}", "{1}"]),
      "totals": Self.escaped(words[.findTotals]),
      "print": Self.escaped(words[.print]),
      "colours": Self.escaped(words[.colours]),
      "body": String(decoding: body(of: document), as: UTF8.self),
    ]
    return Array(frame.page(values).utf8)
  }

  /// The sections of the page, without its frame.
  package func body(of document: Document) -> [UInt8] {
    var printing = Printing(document: document, words: words)
    for node in document.nodes { printing.print(node) }
    printing.closeSection()
    return printing.markup.bytes
  }

  private static func headings(of document: Document) -> [String] {
    document.nodes.compactMap { node in
      if case .heading(let text) = node { text } else { nil }
    }
  }

  private static func escaped(_ text: String) -> String {
    var markup = Markup(.replaced)
    markup.text(text)
    return String(decoding: markup.bytes, as: UTF8.self)
  }
}

/// The state of printing a document: what is written, and how many sections and tables.
private struct Printing {
  var markup = Markup(.replaced)
  private let document: Document
  private let words: Words
  private var sections = 0
  private var tables = 0
  private var lists = 0
  private var charts = 0
  private var isOpen = false
  private var beginsPage = false
  /// Before the first new page, which what stands on it fills as well as it can.
  private var isFront: Bool

  init(document: Document, words: Words) {
    self.document = document
    self.words = words
    isFront = document.nodes.contains { if case .newPage = $0 { true } else { false } }
  }

  mutating func print(_ node: Node) {
    switch node {
    case .heading(let text): open(text)
    case .contents: printContents()
    case .newPage: (beginsPage, isFront) = (true, false)
    case .paragraph(let phrase):
      markup.raw("<p>")
      print(phrase)
      markup.raw("</p>\n")
    case .cards(let cards): print(cards)
    case .callouts(let callouts): print(callouts)
    case .table(let table), .listed(let table, _):
      tables += 1
      HTMLTable(table, id: "t\(tables)", words: words, numerals: document.numerals)
        .print(into: &markup)
    case .chart(let chart):
      charts += 1
      HTMLChart(chart, id: "c\(charts)", words: words).print(into: &markup, behind: link(to: chart))
    case .matches(let matches): HTMLMatches(matches).print(into: &markup)
    case .rows(let rows):
      lists += 1
      HTMLRows(rows, number: lists, words: words).print(into: &markup)
    case .notes(let notes): print(notes)
    case .letter(let title, let lines): printLetter(title, lines)
    }
  }

  mutating func closeSection() {
    if isOpen { markup.raw("</section>\n") }
    isOpen = false
  }

  private mutating func open(_ heading: String) {
    closeSection()
    sections += 1
    isOpen = true
    markup.raw(
      beginsPage
        ? "<section class=\"new-page\"" : isFront ? "<section class=\"front\"" : "<section")
    beginsPage = false
    markup.raw(" aria-labelledby=\"s\(sections)\">\n<h2 id=\"s\(sections)\">")
    markup.text(heading)
    markup.raw("</h2>\n")
  }

  private mutating func print(_ phrase: Phrase) { markup.phrase(phrase, document.numerals) }

  private mutating func print(_ cards: [Card]) {
    markup.raw("<dl class=\"cards\">\n")
    for card in cards {
      markup.raw(card.leads ? "<div class=\"card lead\"><dt>" : "<div class=\"card\"><dt>")
      markup.text(card.label)
      markup.raw("</dt><dd class=\"figure\"")
      // Cards are few: the keyboard may stop at each of them.
      if card.id != nil { markup.raw(" tabindex=\"0\"") }
      markup.name(card.id)
      markup.raw(">")
      markup.text(document.numerals.text(card.figure))
      markup.raw("</dd>")
      if !card.detail.isEmpty {
        markup.raw("<dd>")
        print(card.detail)
        markup.raw("</dd>")
      }
      if !card.changes.isEmpty {
        markup.raw("<dd class=\"change\">")
        for (index, change) in card.changes.enumerated() {
          markup.raw(index > 0 ? " · <span>" : "<span>")
          print(change)
          markup.raw("</span>")
        }
        markup.raw("</dd>")
      }
      markup.raw("</div>\n")
    }
    markup.raw("</dl>\n")
  }

  private mutating func print(_ callouts: [Callout]) {
    markup.raw("<ul class=\"callouts\">\n")
    for callout in callouts {
      markup.raw("<li class=\"\(callout.tone.rawValue)\"><p><strong>")
      markup.text(callout.toneWord)
      markup.raw("</strong> ")
      print(callout.text)
      markup.raw("</p>")
      if !callout.detail.isEmpty {
        markup.raw("<p class=\"detail\">")
        print(callout.detail)
        markup.raw("</p>")
      }
      printLink(to: callout.table)
      markup.raw("</li>\n")
    }
    markup.raw("</ul>\n")
  }

  /// The table of the page that holds the figures of a chart.
  private func link(to chart: Chart) -> HTMLChart.Link? {
    document.tables.firstIndex { $0.covers(chart.table) }.map { index in
      HTMLChart.Link(id: "t\(index + 1)", title: document.tables[index].title)
    }
  }

  private mutating func printLink(to id: String?) {
    guard let id, let index = document.tables.firstIndex(where: { $0.id == id }) else { return }
    markup.raw("<p class=\"more\"><a href=\"#t\(index + 1)\">")
    markup.text(document.tables[index].title)
    markup.raw("</a></p>")
  }

  private mutating func printLetter(_ title: String, _ lines: [LetterLine]) {
    markup.raw("<div class=\"letter\">\n<p>")
    markup.text(title)
    markup.raw("</p>\n<dl>\n")
    for line in lines {
      markup.raw("<div><dt>")
      markup.text(line.label)
      markup.raw("</dt><dd>")
      markup.text(line.text)
      markup.raw("</dd></div>\n")
    }
    markup.raw("</dl>\n</div>\n")
  }

  private mutating func printContents() {
    markup.raw("<ol class=\"contents\">\n")
    for (index, table) in document.tables.enumerated() {
      markup.raw("<li><a href=\"#t\(index + 1)\">")
      markup.text(table.title)
      markup.raw("</a></li>\n")
    }
    markup.raw("</ol>\n")
  }

  private mutating func print(_ notes: [Phrase]) {
    markup.raw("<ul class=\"notes\">\n")
    for note in notes {
      markup.raw("<li>")
      print(note)
      markup.raw("</li>\n")
    }
    markup.raw("</ul>\n")
  }
}

extension Markup {
  /// Running text, its figures marked.
  mutating func phrase(_ phrase: Phrase, _ numerals: Numerals) {
    for run in phrase.runs {
      switch run {
      case .text(let words): text(words)
      case .figure(let value, let id):
        raw("<b")
        name(id)
        raw(">")
        text(numerals.text(value))
        raw("</b>")
      }
    }
  }

  /// The attribute by which a page shows a figure's name to whoever points at it.
  mutating func name(_ id: FigureID?) {
    guard let id else { return }
    raw(" data-figure=\"")
    text(id.text)
    raw("\"")
  }
}
