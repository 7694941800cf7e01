package import Settings
internal import Tables

/// Registrations that are, or may be, one person's: a card for each case, and all cases in the workbook.
package struct MatchesBlock: Block {
  private enum Show: String, CaseIterable { case clusters, collisions, questions }

  package static let name = "matches"
  package static let summary =
    "Cases of 'dataset' with their evidence: 'show' clusters, collisions or questions, 'limit' cards on the page."
  private let dataset: String
  private let show: Show
  private let limit: Int
  private let title: LocalizedText
  private let sheet: LocalizedText
  private let empty: LocalizedText

  package init(_ settings: Settings, known: KnownTables) throws {
    try settings.allow(only: ["dataset", "show", "limit", "title", "sheet", "empty"])
    dataset = try settings.required("dataset").word
    show = try settings.required("show").choice(of: Show.self, called: "kind of case")
    let limit = try settings["limit"]?.number ?? 500
    guard 1...5000 ~= limit else {
      throw try settings.required("limit").expected("a number from 1 to 5000")
    }
    self.limit = limit
    title = try settings.required("title").localizedText
    sheet = try settings.required("sheet").localizedText
    empty = try settings.required("empty").localizedText
  }

  package func nodes(_ context: BlockContext) throws -> [Node] {
    guard context.audience != .public else {
      return [.paragraph(Phrase(context.matching[.notShown]))]
    }
    guard let index = context.figures.linked.clean.index(of: dataset) else {
      return [.paragraph(Phrase(empty[context.language]))]
    }
    let links = context.figures.linked.links[index]
    let cases = cases(links)
    guard !cases.isEmpty else { return [.paragraph(Phrase(empty[context.language]))] }
    let text = MatchCaseText(context, links.matchNames)
    return [
      .matches(
        MatchCards(
          cards: cases.prefix(limit).map { text.card($0) },
          more: cases.count > limit
            ? context.matching[.more, NumberText.grouped(limit), NumberText.grouped(cases.count)]
            : nil,
          sumLabel: context.matching[.sum], differs: context.matching[.differs],
          resultLabel: context.matching[.result],
          list: text.list(
            cases, title: title[context.language], sheet: sheet[context.language])))
    ]
  }

  private func cases(_ links: Links) -> [MatchCase] {
    if show == .questions {
      return links.questions.enumerated().map { MatchCase($0.element, number: $0.offset + 1) }
    }
    let clusters = links.clusters.filter { $0.isOnePerson == (show == .clusters) }
    let numbered = clusters.map { MatchCase($0) }
    // Each further registration is money that may be reclaimed; what is confirmed need not be looked at.
    return numbered.sorted {
      ($0.isConfirmed ? 1 : 0, $1.worth, $0.number) < ($1.isConfirmed ? 1 : 0, $0.worth, $1.number)
    }
  }
}

/// What a card is about: a cluster, or a pair that a person should decide.
struct MatchCase: Sendable {
  let number: Int
  /// Nil for a pair that is to be decided.
  let cluster: Cluster?
  let members: [Cluster.Member]
  let links: [MatchEvidence]
  let probability: Double

  init(_ cluster: Cluster) {
    number = cluster.number
    self.cluster = cluster
    members = cluster.members
    links = cluster.links
    probability = cluster.score
  }

  init(_ question: MatchQuestion, number: Int) {
    self.number = number
    cluster = nil
    members = [
      (question.evidence.left, question.record), (question.evidence.right, question.other),
    ].map { row, record in
      Cluster.Member(
        dataset: row.dataset, row: row.row, suggestion: .check, score: question.probability,
        record: record)
    }
    links = [question.evidence]
    probability = question.probability
  }

  var isConfirmed: Bool { cluster?.resolution == .confirmed }

  /// How many registrations too many are to be expected, as exactly as a reader is told the probability.
  var worth: Double { (probability * 10_000).rounded(.down) * Double(members.count - 1) }
}
