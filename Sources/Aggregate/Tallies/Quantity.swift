internal import Settings
internal import Tables

/// What a column of a counted table holds.
///
///     { count: persons }                  persons, registrations, further registrations or rows
///     { distinct: [school, grade, room] } how many different combinations there are
///     { sum: total }                      also mean and median, of a column of numbers
///     { share: boys, in: persons }        a part of another quantity, or of a `line` or `column` as a whole
///     { ratio: [persons, teachers] }      1 : 17
///     { money: persons }                  what the pipeline's rates pay for them; also registrations, further
///     { no-rate: registrations }          how many of them those rates do not know
///
/// `where` narrows the rows that are counted, `of` takes those of another dataset, and `with` only those of
/// schools that have rows of a further dataset as well: pupils for a teacher are of schools that tell both.
struct Quantity: Sendable {
  enum Whole: Sendable {
    case quantity(Int)
    /// The same column's total.
    case lines
    /// The same line's total.
    case columns
  }

  enum Kind: Sendable {
    case count(CountTally.What)
    case distinct([DimensionPlan])
    case sum(column: Int)
    case mean(column: Int)
    case median(column: Int)
    case share(Int, in: Whole)
    case ratio(Int, Int)
    /// Without a plan the pipeline names no rates.
    case money(CountTally.What, RatePlan?)
    case noRate(CountTally.What, RatePlan?)
  }

  let name: String
  let title: LocalizedText?
  let unit: String
  let kind: Kind
  let dataset: String
  let condition: RowCondition?
  /// The dataset of which a school must have rows, too.
  let companion: String?
  let place: Place

  /// It is made of rows, not of other quantities.
  var isCounted: Bool {
    switch kind {
    case .share, .ratio: false
    default: true
    }
  }

  /// The rates that it asks for: whether it does, and those that the pipeline names.
  var rates: (areAsked: Bool, plan: RatePlan?) {
    switch kind {
    case .money(_, let plan), .noRate(_, let plan): (true, plan)
    default: (false, nil)
    }
  }

  /// The columns that it reads, besides those of the table.
  var columns: Set<Int> {
    var columns = condition?.columns ?? []
    switch kind {
    case .sum(let column), .mean(let column), .median(let column): columns.insert(column)
    case .distinct(let plans): columns.formUnion(plans.compactMap { $0.column })
    case .money(_, let plan), .noRate(_, let plan): columns.formUnion(plan?.columns ?? [])
    case .count, .share, .ratio: break
    }
    return columns
  }

  /// What it makes of its rows, in a word.
  var word: String {
    switch kind {
    case .count(let what): what.rawValue
    case .distinct: "distinct " + columns.sorted().map { String($0) }.joined(separator: "+")
    case .sum(let column): "sum \(column)"
    case .mean(let column): "mean \(column)"
    case .median(let column): "median \(column)"
    case .money(let what, _): "money \(what.rawValue)"
    case .noRate(let what, _): "no rate \(what.rawValue)"
    case .share, .ratio: ""
    }
  }

  private static let kinds = [
    "count", "distinct", "sum", "mean", "median", "share", "ratio", "money", "no-rate",
  ]

  /// - Parameters:
  ///   - before: the quantities that stand above it, of which it may be made.
  ///   - usual: the dataset that is meant where none is named.
  init(
    named name: String, _ settings: Settings, before: [Quantity], usual: String,
    _ round: AggregateRound
  ) throws {
    try settings.allow(only: Self.kinds + ["title", "unit", "where", "of", "with", "in"])
    self.name = name
    place = settings.place
    let (dataset, schema) =
      try settings["of"].map { try round.dataset($0) }
      ?? (usual, round.schemas[usual] ?? round.dataset(Settings(.word(usual), at: place)).schema)
    self.dataset = dataset
    condition = try settings["where"].map { try RowCondition($0, schema: schema) }
    companion = try settings["with"].map { try round.dataset($0).name }
    var title = try settings["title"]?.localizedText
    let given = Self.kinds.filter { settings[$0] != nil }
    guard given.count == 1, let value = settings[given[0]] else {
      throw SettingsError(
        "expected one of \(Self.kinds.joined(separator: ", "))", at: settings.place)
    }
    let numbers = { () throws -> Int in
      let column = try schema.index(of: value, kind: .integer, .decimal)
      title = title ?? schema.columns[column].label
      return column
    }
    let unit: String
    switch given[0] {
    case "count":
      let what = try value.choice(of: CountTally.What.self, called: "count")
      kind = .count(what)
      title = title ?? Words.counts[what]
      unit = what == .further ? Words.Unit.registrations.rawValue : what.rawValue
    case "distinct":
      kind = .distinct(
        try value.items.map { try DimensionPlan($0, schema: schema, round: round) })
      unit = name
    case "sum":
      kind = .sum(column: try numbers())
      unit = "sum"
    case "mean":
      kind = .mean(column: try numbers())
      title = Words.mean(of: title)
      unit = "mean"
    case "median":
      kind = .median(column: try numbers())
      title = Words.median(of: title)
      unit = "median"
    case "share":
      let whole = try settings.required("in")
      kind = .share(try Self.place(of: value, before), in: try Self.whole(whole, before))
      unit = Words.Unit.share.rawValue
    case "money", "no-rate":
      let what = try value.choice(of: CountTally.What.self, called: "count")
      let plan = try round.rates.map { try RatePlan($0, schema: schema, round) }
      kind = given[0] == "money" ? .money(what, plan) : .noRate(what, plan)
      title = title ?? (given[0] == "money" ? Words.money : Words.noRate)
      unit = given[0] == "money" ? Words.Unit.baht.rawValue : what.rawValue
    default:
      let parts = try value.items.map { try Self.place(of: $0, before) }
      guard parts.count == 2 else { throw value.expected("two quantities, as in [persons, rooms]") }
      kind = .ratio(parts[0], parts[1])
      unit = "ratio"
    }
    if given[0] != "share", let whole = settings["in"] {
      throw SettingsError("'in' belongs to a share", at: whole.place)
    }
    self.title = title
    self.unit = try settings["unit"]?.word ?? unit
  }

  private static func place(of name: Settings, _ before: [Quantity]) throws -> Int {
    guard let place = before.firstIndex(where: { $0.name == (try? name.word) }) else {
      throw name.unknown("quantity above it", among: before.map { $0.name })
    }
    return place
  }

  private static func whole(_ name: Settings, _ before: [Quantity]) throws -> Whole {
    switch try name.word {
    case "lines": .lines
    case "columns": .columns
    default: .quantity(try place(of: name, before))
    }
  }

  /// Those of its dataset's rows that it counts.
  func narrowed(_ rows: TallyRows, in material: Material) -> TallyRows {
    let rows = condition.map { rows.narrowed(to: $0.rows(of: rows.table)) } ?? rows
    guard let companion, let (table, links) = material.dataset(companion) else { return rows }
    var tells = Bitmap(count: material.linked.schools.count)
    for row in 0..<table.count where table.accepted[row] {
      if let school = links.schools[row] { tells[Int(school)] = true }
    }
    var kept = Bitmap(count: rows.table.count)
    for row in 0..<rows.table.count {
      kept[row] = rows.links.schools[row].map { tells[Int($0)] } ?? false
    }
    return rows.narrowed(to: kept)
  }

  /// Adds up the rows of its dataset.
  func tally(_ rows: TallyRows, in material: Material) throws -> (any Tally)? {
    switch kind {
    case .count(let what): return CountTally(what, rows)
    case .sum(let column): return SumTally(column, isMean: false, rows)
    case .mean(let column): return SumTally(column, isMean: true, rows)
    case .median(let column):
      let numbers = rows.table.columns[column].number
      return ValueTally(rows, isMedian: true, scale: numbers?.scale ?? 1) { numbers?[$0] }
    case .distinct(let plans):
      return ValueTally(rows, isMedian: false, value: try combination(plans, rows, in: material))
    case .money(let what, let plan):
      return try plan.map {
        MoneyTally(what, rows, rates: try $0.rates(of: rows, in: material))
      }
    case .noRate(let what, let plan):
      return try plan.map { CountTally(what, try withoutRate($0, rows, in: material)) }
    case .share, .ratio: return nil
    }
  }

  /// What a row gives to the quantity: 1 or 0, its number, or of `distinct` the combination it holds.
  ///
  /// Nil for a row that has none.
  func amount(_ rows: TallyRows, in material: Material) throws -> (Int) -> Int? {
    switch kind {
    case .count(let what): return Self.amount(what, rows)
    case .money(let what, let plan):
      let rates = try plan?.rates(of: rows, in: material) ?? []
      let twice = rows.links.further
      return { row in
        guard rates.indices.contains(row), rates[row] >= 0 else { return nil }
        // Who is registered once pays nothing back, and is no part of it.
        guard what != .further || twice[row] else { return nil }
        return MoneyTally.amount(what, rates[row], isFurther: twice[row])
      }
    case .noRate(let what, let plan):
      let unknown = try plan.map { try withoutRate($0, rows, in: material).counted }
      let amount = Self.amount(what, rows)
      return { row in unknown?[row] == true ? amount(row) : nil }
    case .sum(let column), .mean(let column), .median(let column):
      let numbers = rows.table.columns[column].number
      return { numbers?[$0] }
    case .distinct(let plans): return try combination(plans, rows, in: material)
    case .share, .ratio: return { _ in nil }
    }
  }

  private static func amount(_ what: CountTally.What, _ rows: TallyRows) -> (Int) -> Int? {
    let twice = rows.links.further
    return switch what {
    case .rows, .registrations: { _ in 1 }
    case .further: { twice[$0] ? 1 : 0 }
    case .persons: { twice[$0] ? 0 : 1 }
    }
  }

  /// The rows for which the rates do not say what is paid.
  private func withoutRate(
    _ plan: RatePlan, _ rows: TallyRows, in material: Material
  ) throws -> TallyRows {
    let rates = try plan.rates(of: rows, in: material)
    var unknown = Bitmap(count: rates.count)
    for row in rates.indices where rates[row] < 0 { unknown[row] = true }
    return rows.narrowed(to: unknown)
  }

  /// The members that a row has of some dimensions, in one number; nil where one of them is not stated.
  private func combination(
    _ plans: [DimensionPlan], _ rows: TallyRows, in material: Material
  ) throws -> (Int) -> Int? {
    let source = DimensionPlan.Source(table: rows.table, links: rows.links)
    let dimensions = try plans.map {
      try $0.dimension(of: source, beside: [source], in: material, at: place)
    }
    let parts = dimensions.map { (rows: $0.rows, size: $0.members.count) }
    guard parts.reduce(Int?.some(1), { Self.product($0, $1.size) }) != nil else {
      let sizes = parts.map { String($0.size) }.joined(separator: " × ")
      throw SettingsError(
        "there are too many combinations to tell apart (\(sizes)); name fewer columns", at: place)
    }
    return { row in
      var value = 0
      for part in parts {
        guard Int(part.rows[row]) < part.size - 1 else { return nil }
        value = value * part.size + Int(part.rows[row])
      }
      return value
    }
  }

  /// Nil when no Int holds it.
  private static func product(_ left: Int?, _ right: Int) -> Int? {
    guard let (product, overflow) = left?.multipliedReportingOverflow(by: right), !overflow else {
      return nil
    }
    return product
  }
}
