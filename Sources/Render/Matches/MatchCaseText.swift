internal import Tables

/// Cases of registrations in words: as cards, and as the lines of a worklist.
struct MatchCaseText: Sendable {
  private let words: MatchWords
  private let language: Language
  private let names: MatchNames
  private let rows: RegistrationText
  private let results: ChoiceWords
  private let linked: LinkedTables

  init(_ context: BlockContext, _ names: MatchNames) {
    words = context.matching
    language = context.language
    linked = context.figures.linked
    self.names = names
    results = context.results
    rows = RegistrationText(
      linked, for: context.audience, context.language, moved: context.movedRows)
  }

  // MARK: Cards

  func card(_ match: MatchCase) -> MatchCards.Card {
    let numbers = Dictionary(
      uniqueKeysWithValues: match.members.enumerated().map {
        (RowReference(dataset: $0.element.dataset, row: $0.element.row), $0.offset + 1)
      })
    return MatchCards.Card(
      number: String(match.number), kind: kind(match), certainty: certainty(match),
      chance: isClaimed(match)
        ? words[.probability, NumberText.chance(match.probability)] : nil,
      evidence: evidence(match), resolution: resolution(match),
      registrations: match.members.enumerated().map {
        registration($0.element, of: match, number: $0.offset + 1)
      },
      sides: comparison(match).sides,
      falls: match.links.map { evidence in
        let between = [evidence.left, evidence.right].map { row in
          numbers[row].map { String($0) } ?? rows.place(row)
        }
        return MatchCards.Fall(
          between: between.joined(separator: " ↔ "),
          waterfall: Waterfall(evidence, names, words))
      })
  }

  /// What was suggested, unless a check has found the child in two places or in none.
  private func suggestion(_ member: Cluster.Member, of match: MatchCase) -> Cluster.Suggestion {
    switch match.cluster?.resolution {
    case .contested, .nowhere: .check
    case .open, .confirmed, nil: member.suggestion
    }
  }

  private func registration(
    _ member: Cluster.Member, of match: MatchCase, number: Int
  ) -> MatchCards.Registration {
    let suggestion = suggestion(member, of: match)
    let row = RowReference(dataset: member.dataset, row: member.row)
    let school = rows.school(row)
    return MatchCards.Registration(
      number: number, suggestion: words[suggestion], isKept: suggestion == .keep,
      reason: suggestion == .keep ? words.reason(member.reason) : "",
      school: [school?.name, school?.code].compactMap { $0 }.filter { !$0.isEmpty }
        .joined(separator: " · "), place: rows.place(row), result: result(member))
  }

  /// What a check has found of a registration, or what was decided about it.
  private func result(_ member: Cluster.Member) -> String {
    if let presence = member.presence { return results[presence.result.rawValue] }
    guard let verdict = member.verdict, verdict != .later else { return "" }
    return results[verdict.rawValue]
  }

  private func resolution(_ match: MatchCase) -> (word: String, tone: Tone)? {
    guard let cluster = match.cluster, cluster.isOnePerson, let word = words[cluster.resolution]
    else { return nil }
    return (word, cluster.resolution == .confirmed ? .good : .bad)
  }

  private func comparison(_ match: MatchCase) -> RegistrationComparison {
    RegistrationComparison(
      match.members.map { RowReference(dataset: $0.dataset, row: $0.row) }, rows, linked,
      compared: names.columns, language)
  }

  private func kind(_ match: MatchCase) -> String {
    match.cluster.map { words[$0.kind] } ?? words.question
  }

  /// A collision claims that the rows are several persons', and of that there is no probability.
  private func isClaimed(_ match: MatchCase) -> Bool { match.cluster?.isOnePerson ?? true }

  private func certainty(_ match: MatchCase) -> (word: String, tone: Tone)? {
    guard let cluster = match.cluster, cluster.isOnePerson else { return nil }
    let tone: Tone =
      switch cluster.certainty {
      case .certain: .good
      case .probable: .attention
      case .review: .bad
      }
    return (words[cluster.certainty], tone)
  }

  private func evidence(_ match: MatchCase) -> String {
    match.cluster.map { names.evidence[$0.evidence]?[language] ?? "" } ?? ""
  }

  // MARK: Lines

  /// One line for each registration.
  func list(_ cases: [MatchCase], title: String, sheet: String) -> DocumentList {
    // On paper all up to the result stand on one page.
    let fields = cases.first.map { comparison($0) }
    let columns =
      [
        DocumentList.Column(words[.number], width: 8), .init(words[.certainty], width: 12),
        .init(words[.chance], width: 9), .init(words[.suggestion], width: 13),
        .init(words[.schoolCode], width: 11), .init(words[.school], width: 20),
      ] + (fields?.called ?? []).map { .init($0.label, width: $0.width) } + [
        .init(words[.result], width: 20, choices: results.labels),
        .init(words[.checkedOn], width: 11), .init(words[.note], width: 24),
      ] + (fields?.further ?? []).map { .init($0.label, width: $0.width) } + [
        .init(words[.kind], width: 24), .init(words[.reason], width: 34),
        .init(words[.evidence], width: 30), .init(words[.agree], width: 46),
        .init(words[.differ], width: 36), .init(words[.file], width: 34),
        .init(words[.sheet], width: 12), .init(words[.line], width: 8),
        .init(words[.record], width: 26),
      ]
    return DocumentList(
      title: title, sheet: sheet, heads: [words[.how]], columns: columns, frozen: 1,
      groups: cases.count
    ) {
      lines(cases[$0])
    }
  }

  private func lines(_ match: MatchCase) -> [[DocumentList.Cell]] {
    let falls = match.links.map { Waterfall($0, names, words) }
    let told = falls.map { fall in
      (
        agreeing: fall.agreeing.joined(separator: "; "),
        differing: (fall.differing + [fall.apart].compactMap { $0 }).joined(separator: "; ")
      )
    }
    let fields = comparison(match)
    return match.members.enumerated().map { place, member in
      let row = RowReference(dataset: member.dataset, row: member.row)
      let school = rows.school(row)
      let suggestion = suggestion(member, of: match)
      // The likeliest of the pairs that tie this row to the others.
      let link = match.links.firstIndex { $0.left == row || $0.right == row }
      let head: [DocumentList.Cell] = [
        .number(match.number), .text(certainty(match)?.word ?? ""),
        .text(isClaimed(match) ? NumberText.chance(member.score) : ""),
        .text(words[suggestion]), .text(school?.code ?? ""), .text(school?.name ?? ""),
      ]
      let answer: [DocumentList.Cell] = [
        .answer(result(member)), .answer(""), .answer(member.presence?.note ?? ""),
      ]
      let tail: [DocumentList.Cell] = [
        .text(kind(match)), .text(suggestion == .keep ? words.reason(member.reason) : ""),
        .text(evidence(match)), .text(link.map { told[$0].agreeing } ?? ""),
        .text(link.map { told[$0].differing } ?? ""),
        .text(rows.file(row)), .text(rows.sheet(row)), .number(rows.origin(row).row),
        .text(member.record),
      ]
      return head + fields.called.map { $0.cell(place) } + answer
        + fields.further.map { $0.cell(place) } + tail
    }
  }
}
