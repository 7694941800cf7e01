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
    "dataset", "where", "rows", "columns", "count", "quantities", "sort", "labels", "public",
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
  /// What its readers may not see; nil when they may see everything.
  private let suppression: TableSuppression?
  /// Its readers may see nothing of it, for beside another table of the same pupils it would tell what is hidden there.
  private let closed: SuppressionRule?

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
    closed = try settings["public"]?.flag == false ? round.suppression : nil
    suppression = TableSuppression(
      quantities, lines: lines, columns: columns, conditions: conditions, round)
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

  package var hidesFigures: Bool { suppression != nil || closed != nil }

  package func hiddenFigures(of material: Material) throws -> Set<String> {
    guard let suppression, let counts = try counts(of: material) else { return [] }
    return suppression.names(counts, material.hiddenFigures)
  }

  package func figures(of material: Material) throws -> TracedFigures {
    if closed != nil { return oneLine(.suppressed).figures(of: material) }
    if quantities.contains(where: { $0.rates.areAsked && $0.rates.plan == nil }) {
      return oneLine(.notComputed).figures(of: material)
    }
    guard var counts = try counts(of: material) else {
      return TracedRows(frame.table(stubs: [], columns: [])).figures(of: material)
    }
    counts.hidden = suppression?.hidden(counts, material.hiddenFigures)
    let lines = sort.map { sorted(counts, $0) } ?? Array(counts.lines.indices)
    var result = frame.table(
      stubs: stubs,
      columns: counts.columns.flatMap { column in quantities.map { head(column, $0) } },
      more: denominators + rateSources.map { Words.rates(from: $0) }, datasets: datasets,
      suppression: suppression?.rule)
    for line in lines {
      let head = counts.lines[line]
      result.append(
        FigureTable.RowHead(key: head.key, labels: head.labels, role: head.role),
        counts.columns.indices.flatMap { column in
          quantities.indices.map { figure($0, line, column, counts) }
        })
    }
    return TracedFigures(result) { [result, counts] row, column in
      // Of what is not known, or hidden, no part is told.
      if [.noData, .suppressed].contains(result[row, column].value) { return FigureTrace([]) }
      let (span, quantity) = column.quotientAndRemainder(dividingBy: quantities.count)
      return try trace(
        quantity, counts.lines[lines[row]], counts.columns[span], counts, material)
    }
  }

  /// A table of which nothing is told: of money where the pipeline names no rates, or one that is not for the public.
  private func oneLine(_ value: Figure.Value) -> TracedRows {
    let all = TableSpan(key: "", labels: [], choice: [], role: .detail)
    var rows = TracedRows(
      frame.table(
        stubs: [stubs.last ?? Words.total], columns: quantities.map { head(all, $0) },
        suppression: closed))
    rows.append(
      .init(key: "total", labels: [Words.total], role: .total),
      quantities.map { _ in TracedFigure(Figure(value, rows: 0)) { _ in [] } })
    return rows
  }

  /// What the shares are of, in one note; a percentage without its denominator says nothing.
  private var denominators: [LocalizedText] {
    let all = quantities.compactMap { quantity -> LocalizedText? in
      guard case .share(let part, let whole) = quantity.kind else { return nil }
      let of =
        switch whole {
        case .quantity(let place): quantities[place].title ?? Words.both
        case .lines: Words.wholeTotal
        case .columns: Words.wholeLine
        }
      return Words.share(
        quantity.title ?? Words.both, of: quantities[part].title ?? Words.both, in: of)
    }
    guard !all.isEmpty else { return [] }
    return [
      LocalizedText(
        thai: all.map { $0.thai }.joined(separator: " · "),
        english: all.map { $0.english }.joined(separator: " · "))
    ]
  }

  /// Where the rates come from by which is paid, each source once.
  private var rateSources: [String] {
    quantities.reduce(into: []) { sources, quantity in
      for source in quantity.rates.plan?.sources ?? [] where !sources.contains(source) {
        sources.append(source)
      }
    }
  }

  private func counts(of material: Material) throws -> TableCounts? {
    let sources = datasets.compactMap { name in
      material.dataset(name).map { DimensionPlan.Source(table: $0.table, links: $0.links) }
    }
    guard sources.count == datasets.count, !sources.isEmpty else { return nil }
    var counts: TableCounts?
    for (name, source) in zip(datasets, sources) {
      let dimensions = try ((lines[name] ?? []) + (columns[name] ?? [])).map {
        try $0.dimension(of: source, beside: sources, in: material, at: place)
      }
      if counts == nil {
        counts = TableCounts(
          grid: try CellGrid(dimensions, at: place), dimensions: dimensions,
          lineDimensions: lines[name]?.count ?? 0)
      }
      guard let grid = counts?.grid else { continue }
      counts?.all[name] = TallyRows(
        table: source.table, links: source.links, grid: grid, dimensions: dimensions,
        counted: counted(source.table, conditions[name]))
      counts?.silent[name] = dimensions.first?.silent ?? []
    }
    guard var counts else { return nil }
    let read = Set(
      material.linked.clean.inputs.filter { $0.refusal == nil }.map { $0.dataset })
    counts.absent = Set(datasets + quantities.compactMap { $0.companion }).subtracting(read)
    let all = counts.all
    counts.rows = quantities.map { quantity in
      all[quantity.dataset].map { quantity.narrowed($0, in: material) }
    }
    counts.tallies = try zip(quantities, counts.rows).map { quantity, rows in
      try rows.flatMap { try quantity.tally($0, in: material) }
    }
    let tallies = counts.tallies.compactMap { $0 }
    let grid = counts.grid
    let (shown, lineCount) = (counts.dimensions, counts.lineDimensions)
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

  private func figure(
    _ quantity: Int, _ line: Int, _ column: Int, _ counts: TableCounts
  ) -> Figure {
    let asked = quantities[quantity]
    // The last line and the last column are of everything.
    let (all, across) = (counts.lines.count - 1, counts.columns.count - 1)
    switch asked.kind {
    case .share(let part, let whole):
      let numerator = figure(part, line, column, counts)
      let denominator =
        switch whole {
        case .quantity(let place): figure(place, line, column, counts)
        case .lines: figure(part, all, column, counts)
        case .columns: figure(part, line, across, counts)
        }
      return Self.joined(numerator, denominator) { .share($0, of: $1) }
    case .ratio(let one, let other):
      return Self.joined(
        figure(one, line, column, counts), figure(other, line, column, counts)
      ) { .ratio($0, to: $1) }
    default:
      // Of what was not handed in nothing was counted, which is not 0.
      let needed = [asked.dataset] + [asked.companion].compactMap { $0 }
      if needed.contains(where: counts.absent.contains) { return Figure(.noData, rows: 0) }
      if let silent = counts.silent[asked.dataset],
        let members = counts.lines[line].choice.first ?? nil,
        !silent.isEmpty, members.allSatisfy(silent.contains)
      {
        return Figure(.noData, rows: 0)
      }
      guard let tally = counts.tallies[quantity] else { return Figure(.noData, rows: 0) }
      if counts.hidden?.hides(quantity, line: line, column: column) ?? false {
        return Figure(.suppressed, rows: 0)
      }
      let cells = counts.grid.cells(counts.lines[line].choice + counts.columns[column].choice)
      return Figure(tally.value(cells) ?? .noData, rows: tally.rows(cells))
    }
  }

  /// What follows from two figures; nothing that is hidden shows through it.
  private static func joined(
    _ one: Figure, _ other: Figure, _ join: (Int, Int) -> Figure.Value
  ) -> Figure {
    if one.value == .suppressed || other.value == .suppressed {
      return Figure(.suppressed, rows: 0)
    }
    guard let part = one.value.count, let whole = other.value.count else {
      return Figure(.noData, rows: 0)
    }
    return Figure(join(part, whole), rows: one.rows)
  }

  // MARK: Tracing

  private func trace(
    _ quantity: Int, _ line: TableSpan, _ column: TableSpan, _ counts: TableCounts,
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
    _ quantity: Int, _ line: TableSpan, _ column: TableSpan, _ counts: TableCounts,
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

  /// The lines by a quantity of the whole line, as far as it may be seen; sums stay where they are, below.
  private func sorted(_ counts: TableCounts, _ sort: (quantity: Int, descends: Bool)) -> [Int] {
    let details = counts.lines.indices.filter { counts.lines[$0].role == .detail }.map { line in
      let figure = figure(sort.quantity, line, counts.columns.count - 1, counts)
      return (line: line, value: figure.value.number ?? -.infinity)
    }
    let sorted = details.sorted { one, other in
      if one.value == other.value { return one.line < other.line }
      return sort.descends ? one.value > other.value : one.value < other.value
    }
    return sorted.map { $0.line } + counts.lines.indices.filter { counts.lines[$0].role != .detail }
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
