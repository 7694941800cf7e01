internal import Growth
package import Settings
internal import Tables

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
  /// How a child grows is nobody's business but its school's and its offices'.
  private let suppression: SuppressionRule?

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
    let isSensitive = [columns.weight, columns.height].contains {
      schema.columns[$0].privacy != .open
    }
    suppression = isSensitive ? round.suppression : nil
  }

  package func figures(of material: Material) throws -> TracedFigures {
    guard let place = material.linked.clean.index(of: dataset) else {
      return TracedRows(frame.table(stubs: [], columns: [])).figures(of: material)
    }
    let (table, links) = (material.linked.clean.tables[place], material.linked.links[place])
    let source = DimensionPlan.Source(table: table, links: links)
    let dimension = try levels.dimension(of: source, beside: [source], in: material, at: self.place)
    let rows = GrowthRows(columns, of: table, on: material.round.asOf)
    let tally = GrowthTally(
      rows, measuring.states(of: rows), parts, by: material.growth, levels: dimension,
      accepted: table.accepted, further: links.further)
    let spans = spans(dimension, tally)
    let counted = Counted(
      tally: tally, dataset: place, spans: spans,
      suppression: suppression.map { GrowthSuppression(counts(tally, spans), $0) })
    var result = TracedRows(
      frame.table(
        stubs: [
          LocalizedText(thai: "เรื่อง", english: "Part"),
          LocalizedText(thai: "กลุ่ม", english: "Class"),
        ],
        columns: spans.map {
          .init(key: $0.key, headings: [$0.label], unit: Words.Unit.persons.rawValue, role: $0.role)
        } + [.init("share", "ร้อยละ", "Share", unit: .share)], datasets: [dataset],
        suppression: suppression))
    for (place, state) in measuring.classes.enumerated() {
      result.append(
        .init(
          key: "measuring/\(state.key)",
          labels: [place == 0 ? measuring.label : .init(""), state.label]),
        counted.figures({ $0.state == place }, of: { _ in true }))
    }
    for (index, part) in parts.enumerated() { append(part, index, counted, to: &result) }
    result.append(
      .init(key: "total", labels: [.init(""), Words.total], role: .total),
      counted.figures({ _ in true }, of: { _ in true }))
    return result.figures(of: material)
  }

  /// By part, class and level how many pupils there are.
  private func counts(_ tally: GrowthTally, _ spans: [Span]) -> [[[Int]]] {
    parts.indices.filter { tally.isComputed[$0] }.map { part in
      parts[part].classes.indices.map { place in
        spans.dropLast().map { tally.count($0.levels) { $0.classes[part] == place } }
      }
    }
  }

  // MARK: Rows

  private func append(
    _ part: GrowthPart, _ index: Int, _ counted: Counted, to result: inout TracedRows
  ) {
    let isComputed = counted.tally.isComputed[index]
    let shown = { (figures: [TracedFigure]) in counted.suppression?.shown(figures) ?? figures }
    // The classes are shares of those assessed, these of all pupils.
    for (place, name) in part.classes.enumerated() {
      result.append(
        .init(
          key: "\(part.key)/\(name.key)", labels: [place == 0 ? part.label : .init(""), name.label]),
        shown(
          counted.figures(
            { $0.classes[index] == place }, of: { $0.classes[index] != nil },
            isComputed: isComputed)))
    }
    result.append(
      .init(key: "\(part.key)/assessed", labels: [.init(""), assessed], role: .subtotal),
      shown(
        counted.figures(
          { $0.classes[index] != nil }, of: { _ in true }, isComputed: isComputed)))
    result.append(
      .init(key: "\(part.key)/not-assessed", labels: [.init(""), notAssessed]),
      shown(
        counted.figures(
          { $0.classes[index] == nil }, of: { _ in true }, isComputed: isComputed)))
  }

  /// The pupils of a dataset, and the columns that they are counted in.
  private struct Counted {
    typealias Condition = @Sendable (GrowthTally.Cell) -> Bool

    let tally: GrowthTally
    let dataset: Int
    let spans: [Span]
    let suppression: GrowthSuppression?

    /// A row of counts, and the share that all of them have in a whole.
    func figures(
      _ isWanted: @escaping Condition, of isWhole: @escaping Condition, isComputed: Bool = true
    ) -> [TracedFigure] {
      guard isComputed else {
        return [TracedFigure](
          repeating: TracedFigure(Figure(.notComputed, rows: 0)) { _ in [] }, count: spans.count + 1
        )
      }
      let counts = spans.map { span in
        let count = tally.count(span.levels, where: isWanted)
        return TracedFigure(Figure(.count(count), rows: count)) { _ in
          lines(span.levels, .value, isWanted)
        }
      }
      let (part, whole) = (tally.count(nil, where: isWanted), tally.count(nil, where: isWhole))
      return counts + [
        TracedFigure(Figure(.share(part, of: whole), rows: part)) { _ in
          lines(nil, .numerator, isWanted) + lines(nil, .denominator, isWhole)
        }
      ]
    }

    private func lines(
      _ levels: Set<Int>?, _ part: FigureTrace.Part, _ isWanted: Condition
    ) -> [FigureTrace.Line] {
      tally.rows(levels, where: isWanted).map {
        FigureTrace.Line(part, .row(RowReference(dataset: dataset, row: $0)), 1)
      }
    }
  }

  // MARK: Columns

  private struct Span: Sendable {
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
