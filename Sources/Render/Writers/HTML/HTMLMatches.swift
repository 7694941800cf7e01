/// Prints cases as cards: the registrations, and for every pair a waterfall of what speaks for and against.
struct HTMLMatches {
  private let matches: MatchCards

  init(_ matches: MatchCards) { self.matches = matches }

  func print(into markup: inout Markup) {
    markup.raw("<div class=\"matches\">\n")
    for card in matches.cards { print(card, into: &markup) }
    markup.raw("</div>\n")
    if let more = matches.more {
      markup.raw("<p class=\"note\">")
      markup.text(more)
      markup.raw("</p>\n")
    }
  }

  private func print(_ card: MatchCards.Card, into markup: inout Markup) {
    markup.raw("<article class=\"match\">\n<h3><span class=\"no\">")
    markup.text(card.number)
    markup.raw("</span> ")
    markup.text(card.kind)
    if let (word, tone) = card.certainty {
      markup.raw(" <span class=\"tag \(tone.rawValue)\">")
      markup.text(word)
      markup.raw("</span>")
    }
    if let (word, tone) = card.resolution {
      markup.raw(" <span class=\"tag \(tone.rawValue)\">")
      markup.text(word)
      markup.raw("</span>")
    }
    for text in [card.chance, card.evidence].compactMap({ $0 }) where !text.isEmpty {
      markup.raw(" <span class=\"quiet\">")
      markup.text(text)
      markup.raw("</span>")
    }
    markup.raw("</h3>\n<table class=\"sides\">\n<thead><tr><td></td>")
    for registration in card.registrations { print(registration, into: &markup) }
    markup.raw("</tr></thead>\n<tbody>\n")
    if card.registrations.contains(where: { !$0.result.isEmpty }) {
      print(
        matches.resultLabel, card.registrations.map { ($0.result, false) }, into: &markup)
    }
    for side in card.sides { print(side.label, side.values, into: &markup) }
    markup.raw("</tbody></table>\n")
    for fall in card.falls { print(fall, into: &markup) }
    markup.raw("</article>\n")
  }

  private func print(_ registration: MatchCards.Registration, into markup: inout Markup) {
    markup.raw(registration.isKept ? "<th scope=\"col\" class=\"kept\">" : "<th scope=\"col\">")
    markup.text("\(registration.number) ")
    markup.raw("<b>")
    markup.text(registration.suggestion)
    markup.raw("</b>")
    for text in [registration.school, registration.place, registration.reason] where !text.isEmpty {
      markup.raw("<span class=\"quiet\">")
      markup.text(text)
      markup.raw("</span>")
    }
    markup.raw("</th>")
  }

  /// One row of the registrations side by side; what differs is marked, and said to be.
  private func print(
    _ label: String, _ values: [(text: String, differs: Bool)], into markup: inout Markup
  ) {
    markup.raw("<tr><th scope=\"row\">")
    markup.text(label)
    markup.raw("</th>")
    for value in values {
      markup.raw("<td>")
      if value.differs {
        markup.raw("<mark title=\"")
        markup.text(matches.differs)
        markup.raw("\">≠ ")
      }
      markup.text(value.text)
      markup.raw(value.differs ? "</mark></td>" : "</td>")
    }
    markup.raw("</tr>\n")
  }

  // MARK: Waterfalls

  private func print(_ fall: MatchCards.Fall, into markup: inout Markup) {
    let waterfall = fall.waterfall
    let scale = Scale(waterfall)
    markup.raw("<div class=\"fall\">\n<p>")
    markup.text(fall.between + " · " + waterfall.rival)
    markup.raw("</p>\n<table>\n")
    for step in waterfall.steps {
      print(
        label: step.label, detail: step.detail, from: step.start, to: step.end, scale,
        into: &markup)
    }
    markup.raw("<tr class=\"sum\"><th scope=\"row\" colspan=\"2\">")
    markup.text(matches.sumLabel)
    markup.raw("</th>")
    printBar(from: 0, to: waterfall.sum, scale, into: &markup)
    markup.raw("</table>\n")
    for text in [waterfall.apart].compactMap({ $0 }) {
      markup.raw("<p class=\"apart\">")
      markup.text(text)
      markup.raw("</p>\n")
    }
    if let silent = waterfall.silentSentence {
      markup.raw("<p class=\"quiet\">")
      markup.text(silent)
      markup.raw("</p>\n")
    }
    markup.raw("</div>\n")
  }

  private func print(
    label: String, detail: String, from start: Int, to end: Int, _ scale: Scale,
    into markup: inout Markup
  ) {
    markup.raw(detail.isEmpty ? "<tr><th scope=\"row\" colspan=\"2\">" : "<tr><th scope=\"row\">")
    markup.text(label)
    if !detail.isEmpty {
      markup.raw("</th><td class=\"what\">")
      markup.text(detail)
      markup.raw("</td>")
    } else {
      markup.raw("</th>")
    }
    printBar(from: start, to: end, scale, into: &markup)
  }

  /// The weight in figures and as a bar that begins where the one above ends; closes the row.
  private func printBar(
    from start: Int, to end: Int, _ scale: Scale, into markup: inout Markup
  ) {
    let (left, right) = (min(start, end), max(start, end))
    markup.raw("<td>")
    markup.text(NumberText.bits(end - start))
    let zero = scale.place(0)
    markup.raw("</td><td class=\"way\"><svg aria-hidden=\"true\">")
    markup.raw("<line x1=\"\(zero)\" x2=\"\(zero)\" y1=\"0\" y2=\"100%\"/>")
    markup.raw("<rect class=\"\(end < start ? "less" : "more")\" x=\"\(scale.place(left))\"")
    markup.raw(" width=\"\(scale.width(right - left))\" y=\"18%\" height=\"64%\"/>")
    markup.raw("</svg></td></tr>\n")
  }

  /// Where points lie between the lowest and the highest of a waterfall.
  private struct Scale {
    private let low: Int
    private let range: Int

    init(_ waterfall: Waterfall) {
      let ends = waterfall.steps.map { $0.end } + [0]
      low = ends.min() ?? 0
      range = max(1, (ends.max() ?? 0) - low)
    }

    func place(_ points: Int) -> String { width(points - low) }

    /// In percent with one decimal.
    func width(_ points: Int) -> String {
      let tenths = points * 1000 / range
      return "\(tenths / 10).\(tenths % 10)%"
    }
  }
}
