internal import Settings
internal import Tables

/// When two rows are one person, as a model file says it: what is compared, which rows at all, and how
/// a cluster becomes a line of work.
struct MatchModel: Sendable {
  let uses: [ColumnUse]
  let keys: [BlockingKey]
  /// How many pairs a key may propose for each row, so that a name that everyone has does not run away.
  let pairsPerRow: Double
  let comparisons: [Comparison]
  /// Statements about a pair that no weight overrules: the rows are two persons.
  let apart: [PatternTest]
  /// Names for the evidence, the first that holds.
  let evidence: [PatternTest]
  let classes: MatchClasses
  let keep: [KeepRule]
  /// The column of identifiers, if there is one: rows that share one and are not one person are told.
  let identifier: Int?
  /// Whether rows are of schools.
  let hasSchools: Bool
  /// The columns by which a registration is known from one export to the next.
  let record: [String]

  init(_ settings: Settings, schema: Schema, shelf: Shelf) throws {
    var uses = ColumnUses(schema)
    pairsPerRow = try settings["pairs_per_row"]?.decimal ?? 1
    keys = try settings.required("keys").entries.flatMap {
      try BlockingKey.keys(named: $0.key, $0.value, &uses)
    }
    let listed = try settings.required("comparisons")
    guard try listed.entries.count <= Pattern.mostComparisons else {
      throw listed.expected("at most \(Pattern.mostComparisons) comparisons")
    }
    comparisons = try listed.entries.map {
      try Comparison($0.key, $0.value, &uses, shelf: shelf)
    }
    let comparisons = comparisons
    apart =
      try settings["apart"]?.entries.map { try PatternTest($0.key, $0.value, comparisons) } ?? []
    evidence =
      try settings["evidence"]?.items.map {
        try PatternTest($0.required("name").word, $0, comparisons)
      } ?? []
    classes = try MatchClasses(settings["classes"])
    keep = try settings["keep"]?.items.map { try KeepRule($0, schema, shelf: shelf) } ?? []
    identifier = try settings["identifier"].map { try schema.index(of: $0, kind: .identifier) }
    hasSchools = settings["school"] != nil
    if uses.all.contains(.school) { _ = try settings.required("school") }
    record =
      try settings["record"]?.items.map { schema.columns[try schema.index(of: $0)].name } ?? []
    self.uses = uses.all
  }

  static let settingsKeys = [
    "keys", "pairs_per_row", "comparisons", "apart", "evidence", "classes", "keep", "identifier",
    "record",
  ]

  /// What the rows of a table are called; another dataset may lack some of the columns.
  func recordKeys(of table: CleanTable) -> RecordKeys {
    let columns = record.compactMap { table.schema.index(of: $0) }
    // No identifiers: nothing of them may be guessed from a key.
    let compared = uses.filter { $0.reading == .value && $0.kind != .identifier }
    return RecordKeys(
      table, columns: columns.count == record.count ? columns : [],
      compared: compared.compactMap { table.schema.index(of: $0.name) })
  }

  /// The columns whose values are counted, by their place among those used.
  var countedColumns: Set<Int> { Set(comparisons.flatMap { $0.comparator.countedColumns }) }
}

/// From which probability on a cluster is what it is called; what is less likely than `review` is none.
struct MatchClasses: Sendable {
  let certain: Double
  let probable: Double
  let review: Double

  init(_ settings: Settings?) throws {
    try settings?.allow(only: ["certain", "probable", "review"])
    certain = try Self.chance(settings, "certain", 0.999)
    probable = try Self.chance(settings, "probable", 0.9)
    review = try Self.chance(settings, "review", 0.5)
  }

  private static func chance(_ settings: Settings?, _ key: String, _ usual: Double) throws -> Double
  {
    guard let value = settings?[key] else { return usual }
    let chance = try value.decimal
    guard 0.01...0.999999 ~= chance else {
      throw value.expected("a probability between 0.01 and 0.999999")
    }
    return chance
  }
}

/// By what the registration to keep is chosen among several.
enum KeepRule: Sendable {
  /// Not the one whose flag is set.
  case unset(Int)
  /// The one of the latest export.
  case latest
  /// The one that stands furthest in a list, as the highest grade does.
  case highest(Int, [String: Int])
  /// The one whose identifier can be right; a number before a G-code.
  case valid(Int)
  /// The one with the most cells filled.
  case fullest

  init(_ settings: Settings, _ schema: Schema, shelf: Shelf) throws {
    if case .word(let word) = settings.value {
      switch word {
      case "latest": self = .latest
      case "fullest": self = .fullest
      default:
        throw settings.unknown("way to choose", among: ["latest", "fullest", "unset", "valid", "highest"])
      }
      return
    }
    try settings.allow(only: ["unset", "valid", "highest", "order"])
    if let flag = settings["unset"] {
      self = .unset(try schema.index(of: flag, kind: .flag))
      return
    }
    if let identifier = settings["valid"] {
      self = .valid(try schema.index(of: identifier, kind: .identifier))
      return
    }
    let list = try shelf.codeList(named: settings.required("order"))
    var ranks: [String: Int] = [:]
    for (code, step) in zip(list.column("code") ?? [], list.column("step") ?? []) {
      ranks[code] = Int(step)
    }
    self = .highest(try schema.index(of: settings.required("highest"), kind: .text), ranks)
  }

  /// What decided, as `reason` in the files of a run.
  var reason: String {
    switch self {
    case .unset: "attended"
    case .latest: "latest"
    case .highest: "highest"
    case .valid: "valid"
    case .fullest: "fullest"
    }
  }
}
