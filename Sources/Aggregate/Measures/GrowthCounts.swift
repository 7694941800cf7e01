internal import Growth
package import Settings
package import Tables

/// Counts pupils by level and by how they grow, each pupil in one class of every part.
///
/// The first part says who could be measured and needs no table of growth. A part that is a measure
/// sorts by z-score; a part whose classes name those of other parts joins them, the first that fits. The
/// classes of a part and its "not assessed" add up to all pupils. Without a table of growth their
/// figures are "not computed", which is neither 0 nor "no data".
package struct GrowthCounts: Measure {
  package static let name = "growth"
  package static let summary =
    "Pupils by level and class of growth: measured or not, by z-score, and joined; each adds up."

  private let frame: TableFrame
  private let dataset: String
  private let columns: GrowthColumns
  private let levels: DimensionPlan
  private let place: Place
  private let measuring: MeasuringPart
  private let parts: [GrowthPart]
  private let assessed: LocalizedText
  private let notAssessed: LocalizedText

  package init(
    _ frame: TableFrame, _ settings: Settings, _ round: AggregateRound, shelf: Shelf
  ) throws {
    try settings.allow(
      only: TableFrame.keys + GrowthColumns.keys + [
        "dataset", "levels", "measuring", "parts", "assessed", "not-assessed",
      ])
    self.frame = frame
    let (name, schema) = try round.dataset(settings.required("dataset"))
    dataset = name
    columns = try GrowthColumns(settings, schema: schema)
    let levels = try settings.required("levels")
    _ = try levels.required("groups")
    self.levels = try DimensionPlan(levels, schema: schema, round: round)
    place = levels.place
    measuring = try MeasuringPart(settings.required("measuring"))
    parts = try settings.required("parts").entries.reduce(into: []) { parts, entry in
      parts.append(try GrowthPart(entry.key, at: entry.keyPlace, entry.value, after: parts))
    }
    assessed = try settings.required("assessed").localizedText
    notAssessed = try settings.required("not-assessed").localizedText
  }

  package func table(of material: Material) throws -> FigureTable {
    guard let (table, links) = material.dataset(dataset) else {
      return frame.table(stubs: [], columns: [])
    }
    let source = DimensionPlan.Source(table: table, links: links)
    let dimension = try levels.dimension(of: source, beside: [source], in: material, at: place)
    let rows = GrowthRows(columns, of: table, on: material.round.asOf)
    let tally = GrowthTally(
      rows, measuring.states(of: rows), parts, by: material.growth, levels: dimension,
      accepted: table.accepted, further: links.further)
    let spans = spans(dimension, tally)
    var result = frame.table(
      stubs: [
        LocalizedText(thai: "เรื่อง", english: "Part"), LocalizedText(thai: "กลุ่ม", english: "Class"),
      ],
      columns: spans.map {
        .init(key: $0.key, headings: [$0.label], unit: Words.Unit.persons.rawValue, role: $0.role)
      } + [.init("share", "ร้อยละ", "Share", unit: .share)])
    for (place, state) in measuring.classes.enumerated() {
      append(
        "measuring/\(state.key)", [place == 0 ? measuring.label : .init(""), state.label],
        spans.map { tally.count($0.levels) { $0.state == place } },
        of: tally.persons, to: &result)
    }
    for (index, part) in parts.enumerated() { append(part, index, spans, tally, to: &result) }
    append(
      "total", [.init(""), Words.total], as: .total,
      spans.map { tally.count($0.levels) { _ in true } }, of: tally.persons, to: &result)
    return result
  }

  // MARK: Rows

  private func append(
    _ part: GrowthPart, _ index: Int, _ spans: [Span], _ tally: GrowthTally,
    to result: inout FigureTable
  ) {
    let isComputed = tally.isComputed[index]
    let count = { (isWanted: @escaping (Int?) -> Bool) in
      spans.map { span -> Int? in
        isComputed ? tally.count(span.levels) { isWanted($0.classes[index]) } : nil
      }
    }
    let sums = count { $0 != nil }
    // The classes are shares of those assessed, these of all pupils.
    let whole = sums.last.flatMap { $0 } ?? 0
    let persons = tally.persons
    for (place, name) in part.classes.enumerated() {
      append(
        "\(part.key)/\(name.key)", [place == 0 ? part.label : .init(""), name.label],
        count { $0 == place }, of: whole, to: &result)
    }
    append(
      "\(part.key)/assessed", [.init(""), assessed], as: .subtotal, sums, of: persons, to: &result)
    append(
      "\(part.key)/not-assessed", [.init(""), notAssessed], count { $0 == nil }, of: persons,
      to: &result)
  }

  /// A row of counts and the share of the last of them; nil stands for "not computed".
  private func append(
    _ key: String, _ labels: [LocalizedText], as role: FigureTable.Role = .detail, _ counts: [Int?],
    of whole: Int, to result: inout FigureTable
  ) {
    let figures = counts.map { count in
      count.map { Figure(.count($0), rows: $0) } ?? Figure(.notComputed, rows: 0)
    }
    let share: Figure =
      if let count = counts.last.flatMap({ $0 }) {
        Figure(.share(count, of: whole), rows: count)
      } else {
        Figure(.notComputed, rows: 0)
      }
    result.append(.init(key: key, labels: labels, role: role), figures + [share])
  }

  // MARK: Columns

  private struct Span {
    let key: String
    let label: LocalizedText
    /// The places of its levels; nil takes all pupils.
    let levels: Set<Int>?
    let role: FigureTable.Role
  }

  /// The levels that have pupils, those of no level when there are any, and all.
  private func spans(_ dimension: Dimension, _ tally: GrowthTally) -> [Span] {
    let unknown = dimension.groups.count
    let members =
      dimension.groups.enumerated().map {
        Span(key: $1.key, label: $1.label, levels: [$0], role: .detail)
      } + [Span(key: "unknown", label: Words.unknown, levels: [unknown], role: .detail)]
    return members.filter { tally.count($0.levels) { _ in true } > 0 }
      + [Span(key: "all", label: Words.both, levels: nil, role: .total)]
  }
}
