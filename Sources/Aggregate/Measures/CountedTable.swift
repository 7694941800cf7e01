package import Settings
internal import Tables

/// Counts the rows of datasets by lines and columns, with subtotals, grand totals and what follows from them.
///
/// Subtotals and totals are counted from the cells themselves, so that a roll-up is never counted twice.
/// Members that nobody has are left out, but a school's line is not: of a school that has handed in nothing
/// the figures are not 0, they are not known.
package struct CountedTable: Measure {
  package static let name = "table"
  package static let summary =
    "Counts, sums, means, shares and ratios by rows × columns, with subtotals by group and grand totals."

  private static let keys = [
    "dataset", "where", "rows", "columns", "count", "quantities", "sort", "labels",
  ]

  private let frame: TableFrame
  private let place: Place
  private let lines: [String: [DimensionPlan]]
  private let columns: [String: [DimensionPlan]]
  private let conditions: [String: RowCondition]
  private let quantities: [Quantity]
  /// Whether the columns say which quantity they hold.
  private let isNamed: Bool
  private let sort: (quantity: Int, descends: Bool)?
  private let datasets: [String]
  /// Only the grand total is shown: the table tells what is sensitive of children, and its readers are the public.
  private let hidesDetails: Bool

  package init(
    _ frame: TableFrame, _ settings: Settings, _ round: AggregateRound, shelf: Shelf
  ) throws {
    try settings.allow(only: TableFrame.keys + Self.keys)
    self.frame = frame
    place = settings.place
    let usual = try round.dataset(settings.required("dataset")).name
    var quantities: [Quantity] = []
    for (name, _, value) in try settings["quantities"]?.entries ?? [] {
      quantities.append(try Quantity(named: name, value, before: quantities, usual: usual, round))
    }
    isNamed = !quantities.isEmpty
    if quantities.isEmpty {
      let count = try settings.required("count")
      quantities.append(
        try Quantity(
          named: "count",
          Settings(
            .map([(key: "count", keyPlace: count.place, value: count)]), at: settings.place),
          before: [], usual: usual, round))
    } else if let count = settings["count"] {
      throw SettingsError("a table has 'count' or 'quantities', not both", at: count.place)
    }
    self.quantities = quantities
    var datasets: [String] = []
    for quantity in quantities where quantity.isCounted && !datasets.contains(quantity.dataset) {
      datasets.append(quantity.dataset)
    }
    self.datasets = datasets
    let rows = try settings.required("rows")
    guard 1...2 ~= rows.items.count else { throw rows.expected("one or two dimensions") }
    let across = settings["columns"]
    if let across, across.items.count > 2 { throw across.expected("at most two dimensions") }
    lines = try Self.plans(rows, datasets, round)
    columns = try across.map { try Self.plans($0, datasets, round) } ?? [:]
    var conditions: [String: RowCondition] = [:]
    if let condition = settings["where"] {
      for dataset in datasets {
        guard let schema = round.schemas[dataset] else { continue }
        conditions[dataset] = try RowCondition(condition, schema: schema)
      }
    }
    self.conditions = conditions
    sort = try settings["sort"].map { try Self.sort($0, quantities) }
    let plans = [lines, columns]
    hidesDetails =
      round.isPublic
      && datasets.contains { name in
        guard let schema = round.schemas[name] else { return false }
        var read = conditions[name]?.columns ?? []
        for plan in plans.flatMap({ $0[name] ?? [] }) {
          read.formUnion([plan.column].compactMap { $0 })
        }
        for quantity in quantities where quantity.dataset == name {
          read.formUnion(quantity.condition?.columns ?? [])
          read.formUnion(quantity.rates.plan?.columns ?? [])
        }
        return read.contains { schema.columns[$0].privacy != .open }
      }
  }

  private static func plans(
    _ settings: Settings, _ datasets: [String], _ round: AggregateRound
  ) throws -> [String: [DimensionPlan]] {
    var plans: [String: [DimensionPlan]] = [:]
    for dataset in datasets {
      guard let schema = round.schemas[dataset] else { continue }
      plans[dataset] = try settings.items.map {
        try DimensionPlan($0, schema: schema, round: round)
      }
    }
    return plans
  }

  private static func sort(
    _ settings: Settings, _ quantities: [Quantity]
  ) throws -> (quantity: Int, descends: Bool) {
    try settings.allow(only: ["by", "descending"])
    let name = try settings.required("by")
    guard let place = quantities.firstIndex(where: { $0.name == (try? name.word) }) else {
      throw name.unknown("quantity", among: quantities.map { $0.name })
    }
    return (place, try settings["descending"]?.flag ?? false)
  }

  // MARK: Counting

  package func figures(of material: Material) throws -> TracedFigures {
    if quantities.contains(where: { $0.rates.areAsked && $0.rates.plan == nil }) {
      return withoutRates.figures(of: material)
    }
    guard let counts = try counts(of: material) else {
      return TracedRows(frame.table(stubs: [], columns: [])).figures(of: material)
    }
    let lines = sort.map { sorted(counts.lines, counts, $0) } ?? counts.lines
    var result = frame.table(
      stubs: stubs,
      columns: counts.columns.flatMap { column in quantities.map { head(column, $0) } },
      more: rateSources.map { Words.rates(from: $0) })
    for line in lines {
      result.append(
        FigureTable.RowHead(key: line.key, labels: line.labels, role: line.role),
        counts.columns.flatMap { column in
          quantities.indices.map { shown(figure($0, line, column, counts), line, column) }
        })
    }
    return TracedFigures(result) { [result] row, column in
      // Of what is not known, or hidden, no part is told.
      if [.noData, .suppressed].contains(result[row, column].value) { return FigureTrace([]) }
      let (span, quantity) = column.quotientAndRemainder(dividingBy: quantities.count)
      return try trace(quantity, lines[row], counts.columns[span], counts, material)
    }
  }

  /// Where the pipeline names no rates, a table of money has one line, which says that it was not computed.
  private var withoutRates: TracedRows {
    let all = TableSpan(key: "", labels: [], choice: [], role: .detail)
    var rows = TracedRows(
      frame.table(stubs: [stubs.last ?? Words.total], columns: quantities.map { head(all, $0) }))
    rows.append(
      .init(key: "total", labels: [Words.total], role: .total),
      quantities.map { _ in TracedFigure(Figure(.notComputed, rows: 0)) { _ in [] } })
    return rows
  }

  /// Where the rates come from by which is paid, each source once.
  private var rateSources: [String] {
    quantities.reduce(into: []) { sources, quantity in
      for source in quantity.rates.plan?.sources ?? [] where !sources.contains(source) {
        sources.append(source)
      }
    }
  }

  /// What was added up, and the lines and columns of it that are shown.
  private struct Counts {
    var tallies: [(any Tally)?] = []
    /// By quantity.
    var rows: [TallyRows?] = []
    let grid: CellGrid
    var lines: [TableSpan] = []
    var columns: [TableSpan] = []
    /// By dataset: the members of the first dimension of which nothing was collected.
    var silent: [String: Set<Int>] = [:]

    /// The place of a quantity's dataset among the tables.
    func place(of quantity: Int, _ material: Material) -> Int {
      rows[quantity].flatMap { material.linked.clean.index(of: $0.table.name) } ?? 0
    }
  }

  private func counts(of material: Material) throws -> Counts? {
    let sources = datasets.compactMap { name in
      material.dataset(name).map { DimensionPlan.Source(table: $0.table, links: $0.links) }
    }
    guard sources.count == datasets.count, !sources.isEmpty else { return nil }
    var counts: Counts?
    var rowsOf: [String: TallyRows] = [:]
    var shown: [Dimension] = []
    for (name, source) in zip(datasets, sources) {
      let dimensions = try ((lines[name] ?? []) + (columns[name] ?? [])).map {
        try $0.dimension(of: source, beside: sources, in: material, at: place)
      }
      if counts == nil {
        counts = Counts(grid: try CellGrid(dimensions, at: place))
        shown = dimensions
      }
      guard let grid = counts?.grid else { continue }
      rowsOf[name] = TallyRows(
        table: source.table, links: source.links, grid: grid, dimensions: dimensions,
        counted: counted(source.table, conditions[name]))
      counts?.silent[name] = dimensions.first?.silent ?? []
    }
    guard var counts else { return nil }
    counts.rows = quantities.map { quantity in
      rowsOf[quantity.dataset].map { rows in
        quantity.condition.map { rows.narrowed(to: $0.rows(of: rows.table)) } ?? rows
      }
    }
    counts.tallies = try zip(quantities, counts.rows).map { quantity, rows in
      try rows.flatMap { try quantity.tally($0, in: material) }
    }
    let tallies = counts.tallies.compactMap { $0 }
    let grid = counts.grid
    let lineCount = lines[datasets[0]]?.count ?? 0
    let width = shown.count - lineCount
    counts.lines = TableSpan.lines(Array(shown.prefix(lineCount))) { choice in
      let cells = grid.cells(choice + Array(repeating: nil, count: width))
      return tallies.contains { $0.rows(cells) > 0 }
    }
    counts.columns = TableSpan.columns(Array(shown.dropFirst(lineCount))) { choice in
      let cells = grid.cells(Array(repeating: nil, count: lineCount) + choice)
      return tallies.contains { $0.rows(cells) > 0 }
    }
    return counts
  }

  private func counted(_ table: CleanTable, _ condition: RowCondition?) -> Bitmap {
    condition.map { table.accepted.intersection($0.rows(of: table)) } ?? table.accepted
  }

  // MARK: Figures

  /// Fewer are easily recognised; no official Thai minimum was found, so this is an assumption.
  private static let fewest = 5

  /// The figure, or that it is hidden.
  private func shown(_ figure: Figure, _ line: TableSpan, _ column: TableSpan) -> Figure {
    guard hidesDetails else { return figure }
    let isOfAll = (line.choice + column.choice).allSatisfy { $0 == nil }
    guard isOfAll, case .count(let count) = figure.value, count == 0 || count >= Self.fewest else {
      return Figure(.suppressed, rows: 0)
    }
    return figure
  }

  private func figure(
    _ quantity: Int, _ line: TableSpan, _ column: TableSpan, _ counts: Counts
  ) -> Figure {
    let (asked, cells) = (quantities[quantity], line.choice + column.choice)
    switch asked.kind {
    case .share(let part, let whole):
      let numerator = figure(part, line, column, counts)
      let denominator =
        switch whole {
        case .quantity(let place): figure(place, line, column, counts)
        case .lines: figure(part, .everything(line), column, counts)
        case .columns: figure(part, line, .everything(column), counts)
        }
      guard let part = numerator.value.count, let whole = denominator.value.count else {
        return Figure(.noData, rows: 0)
      }
      return Figure(.share(part, of: whole), rows: numerator.rows)
    case .ratio(let one, let other):
      let parts = [one, other].map { figure($0, line, column, counts) }
      guard let one = parts[0].value.count, let other = parts[1].value.count else {
        return Figure(.noData, rows: 0)
      }
      return Figure(.ratio(one, to: other), rows: parts[0].rows)
    default:
      if let silent = counts.silent[asked.dataset], let members = line.choice.first ?? nil,
        !silent.isEmpty, members.allSatisfy(silent.contains)
      {
        return Figure(.noData, rows: 0)
      }
      guard let tally = counts.tallies[quantity] else { return Figure(.noData, rows: 0) }
      let leaves = counts.grid.cells(cells)
      let rows = tally.rows(leaves)
      return Figure(tally.value(leaves) ?? .noData, rows: rows)
    }
  }

  // MARK: Tracing

  private func trace(
    _ quantity: Int, _ line: TableSpan, _ column: TableSpan, _ counts: Counts,
    _ material: Material
  ) throws -> FigureTrace {
    let rows = { (quantity: Int, line: TableSpan, column: TableSpan, part: FigureTrace.Part) in
      try amounts(quantity, line, column, counts, material).map { row, amount in
        FigureTrace.Line(
          part, .row(RowReference(dataset: counts.place(of: quantity, material), row: row)), amount)
      }
    }
    switch quantities[quantity].kind {
    case .share(let part, let whole):
      let denominator =
        switch whole {
        case .quantity(let place): try rows(place, line, column, .denominator)
        case .lines: try rows(part, .everything(line), column, .denominator)
        case .columns: try rows(part, line, .everything(column), .denominator)
        }
      return FigureTrace(try rows(part, line, column, .numerator) + denominator)
    case .ratio(let one, let other):
      return FigureTrace(
        try rows(one, line, column, .numerator) + rows(other, line, column, .denominator))
    case .mean(let number):
      let numerator = try rows(quantity, line, column, .numerator)
      return FigureTrace(
        numerator + numerator.map { FigureTrace.Line(.denominator, $0.place, 1) },
        scale: counts.rows[quantity]?.table.columns[number].number?.scale ?? 1)
    case .sum(let number), .median(let number):
      let isMedian = if case .median = quantities[quantity].kind { true } else { false }
      return FigureTrace(
        try rows(quantity, line, column, .value),
        scale: counts.rows[quantity]?.table.columns[number].number?.scale ?? 1,
        isMedian: isMedian)
    case .money:
      return FigureTrace(try rows(quantity, line, column, .value), scale: 100)
    case .count, .distinct, .noRate: return FigureTrace(try rows(quantity, line, column, .value))
    }
  }

  /// The rows behind some cells of a quantity, and what each gives, which may be 0.
  private func amounts(
    _ quantity: Int, _ line: TableSpan, _ column: TableSpan, _ counts: Counts,
    _ material: Material
  ) throws -> [(row: Int, amount: Int)] {
    guard let rows = counts.rows[quantity] else { return [] }
    var isWanted = Bitmap(count: counts.grid.count)
    for cell in counts.grid.cells(line.choice + column.choice) { isWanted[cell] = true }
    let amount = try quantities[quantity].amount(rows, in: material)
    var amounts: [(row: Int, amount: Int)] = []
    rows.forEach { row, cell in
      if isWanted[cell], let amount = amount(row) { amounts.append((row, amount)) }
    }
    guard case .distinct = quantities[quantity].kind else { return amounts }
    // Of rows with one value the first counts.
    var seen = Set<Int>()
    return amounts.map { row, value in (row, seen.insert(value).inserted ? 1 : 0) }
  }

  // MARK: Heads

  private var stubs: [LocalizedText] {
    (lines[datasets[0]] ?? []).flatMap {
      $0.isSchool ? [Words.number, Words.code, Words.school] : [$0.label]
    }
  }

  private func head(_ column: TableSpan, _ quantity: Quantity) -> FigureTable.ColumnHead {
    let keys = [column.key, isNamed ? quantity.name : ""].filter { !$0.isEmpty }
    let title = isNamed ? [quantity.title ?? LocalizedText(quantity.name)] : []
    return FigureTable.ColumnHead(
      key: keys.joined(separator: "/"),
      headings: column.labels + title, unit: quantity.unit, role: column.role)
  }

  /// The lines by a quantity of the whole line; subtotals and totals stay where they are, below.
  private func sorted(
    _ lines: [TableSpan], _ counts: Counts, _ sort: (quantity: Int, descends: Bool)
  ) -> [TableSpan] {
    guard let all = counts.columns.last else { return lines }
    let details = lines.filter { $0.role == .detail }.map { line in
      (line: line, value: figure(sort.quantity, line, all, counts).value.number ?? -.infinity)
    }
    let sorted = details.enumerated().sorted { one, other in
      let (left, right) = (one.element.value, other.element.value)
      if left == right { return one.offset < other.offset }
      return sort.descends ? left > right : left < right
    }
    return sorted.map { $0.element.line } + lines.filter { $0.role != .detail }
  }
}

extension Figure.Value {
  /// The whole number that a share or a ratio is made of.
  fileprivate var count: Int? {
    if case .count(let count) = self { count } else { nil }
  }

  /// What lines are sorted by.
  fileprivate var number: Double? {
    switch self {
    case .count(let count): Double(count)
    case .amount(let hundredths): Double(hundredths) / 100
    case .share(let part, let whole), .ratio(let part, let whole):
      whole == 0 ? nil : Double(part) / Double(whole)
    case .mean(let sum, let count, let scale):
      count == 0 ? nil : Double(sum) / Double(count * scale)
    // A table that is counted holds no change.
    case .change, .noData, .notComputed, .suppressed: nil
    }
  }
}
