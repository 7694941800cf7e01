internal import Settings
internal import Tables

/// Which rows are counted: comparisons of columns with values, joined by `and`, `or` and `not`.
///
/// `nationality != ไทย and grade in (ม.1, ม.2)`, `weight < 10`, `birth_date is missing`, `citizen_id
/// starts G`. A row that says nothing in a column is neither equal to a value nor unlike it, so that it
/// holds neither a comparison nor its contrary; only `is missing` and `is present` ask for that.
struct RowCondition: Sendable {
  /// Kleene's three values, so that `and` is the least, `or` the greatest and `not` the mirror image.
  enum Verdict {
    static let breaks: UInt8 = 0
    static let silent: UInt8 = 1
    static let holds: UInt8 = 2
  }

  indirect enum Part: Sendable {
    case comparison(ColumnComparison)
    case all([Part])
    case any([Part])
    case none(Part)
  }

  let part: Part

  /// Reads a condition on a table with this schema; a mistake is told with the word that it stands at.
  init(_ settings: Settings, schema: Schema) throws {
    var parser = try ConditionParser(settings, schema: schema)
    part = try parser.condition()
  }

  /// The columns that it compares.
  var columns: Set<Int> { Self.columns(part) }

  private static func columns(_ part: Part) -> Set<Int> {
    switch part {
    case .comparison(let comparison): [comparison.column]
    case .none(let part): columns(part)
    case .all(let parts), .any(let parts): parts.reduce(into: []) { $0.formUnion(columns($1)) }
    }
  }

  /// What must hold, each part in words that are the same for the same part.
  func predicates(of schema: Schema) -> Set<String> {
    guard case .all(let parts) = part else { return [Self.predicate(part, schema)] }
    return Set(parts.map { Self.predicate($0, schema) })
  }

  private static func predicate(_ part: Part, _ schema: Schema) -> String {
    let joined = { (word: String, parts: [Part]) in
      word + "(" + parts.map { predicate($0, schema) }.sorted().joined(separator: ", ") + ")"
    }
    return switch part {
    case .comparison(let comparison):
      Predicate.text(schema.columns[comparison.column].name, comparison.test)
    case .none(let part): joined("not", [part])
    case .all(let parts): joined("all", parts)
    case .any(let parts): joined("any", parts)
    }
  }

  /// The rows for which it holds; O(rows) for each comparison.
  func rows(of table: CleanTable) -> Bitmap {
    var rows = Bitmap(count: table.count)
    for (row, verdict) in Self.verdicts(part, table).enumerated() where verdict == Verdict.holds {
      rows[row] = true
    }
    return rows
  }

  private static func verdicts(_ part: Part, _ table: CleanTable) -> [UInt8] {
    switch part {
    case .comparison(let comparison): return comparison.verdicts(on: table)
    case .none(let part): return verdicts(part, table).map { Verdict.holds - $0 }
    case .all(let parts): return joined(parts, table) { min($0, $1) }
    case .any(let parts): return joined(parts, table) { max($0, $1) }
    }
  }

  private static func joined(
    _ parts: [Part], _ table: CleanTable, _ join: (UInt8, UInt8) -> UInt8
  ) -> [UInt8] {
    var result = verdicts(parts[0], table)
    for part in parts.dropFirst() {
      let others = verdicts(part, table)
      for row in result.indices { result[row] = join(result[row], others[row]) }
    }
    return result
  }
}
