internal import Settings

/// A table that is asked for on the command line, in the grammar of the files of tables.
package struct AdHocTable: Sendable {
  package let dataset: String
  /// One or two dimensions.
  package let rows: [String]
  package let columns: [String]
  package let condition: String?
  /// `persons`, `registrations`, `further`, `rows`, or `KIND:COLUMN` with sum, mean, median or distinct;
  /// or `money` and `no-rate` with one of the first three.
  package let measures: [String]
  package let sort: String?
  package let descends: Bool
  package let limit: Int?

  package init(
    dataset: String, rows: [String], columns: [String], condition: String?, measures: [String],
    sort: String?, descends: Bool, limit: Int?
  ) {
    self.dataset = dataset
    self.rows = rows
    self.columns = columns
    self.condition = condition
    self.measures = measures
    self.sort = sort
    self.descends = descends
    self.limit = limit
  }

  static let id = "report"
  private static let counts = ["persons", "registrations", "further", "rows"]
  private static let kinds = ["sum", "mean", "median", "distinct"]
  /// What the pipeline's rates pay, and for whom they say nothing.
  private static let paid = ["money", "no-rate"]

  /// What replaces parts of the pipeline file: this one table, a report that shows it, and no gates.
  func overrides() throws -> [Override] {
    let table = try Self.map("--by", [("tables", Self.map("--by", [(Self.id, settings())]))])
    return [
      Override(keys: ["aggregate", "tables"], value: table),
      Override(keys: ["aggregate", "rules"], value: Self.list("--by", [])),
      Override(keys: ["render", "reports"], value: report),
      Override(keys: ["gates"], value: Self.map("--by", [])),
    ]
  }

  private func settings() throws -> Settings {
    var entries: [(String, Settings)] = [
      ("measure", Self.word("--by", "table")),
      ("title", Self.word("--by", (rows + columns).joined(separator: " × "))),
      ("dataset", Self.word("--dataset", dataset)),
      ("rows", Self.list("--by", rows)),
      ("quantities", Self.map("--measure", try measures.map(quantity))),
    ]
    if !columns.isEmpty { entries.append(("columns", Self.list("--across", columns))) }
    if let condition {
      entries.append(("where", Self.word("--where", condition)))
      entries.append(("notes", Self.list("--where", [condition])))
    }
    if let sort {
      entries.append(
        (
          "sort",
          Self.map(
            "--sort",
            [
              ("by", Self.word("--sort", sort)),
              ("descending", Self.word("--sort", descends ? "true" : "false")),
            ])
        ))
    }
    return Self.map("--by", entries)
  }

  private func quantity(_ measure: String) throws -> (String, Settings) {
    let parts = measure.split(separator: ":", maxSplits: 1).map { String($0) }
    let flag = "--measure"
    if parts.count == 1, Self.counts.contains(measure) {
      return (measure, Self.map(flag, [("count", Self.word(flag, measure))]))
    }
    guard parts.count == 2, (Self.kinds + Self.paid).contains(parts[0]) else {
      throw Self.word(flag, parts.first ?? measure).unknown(
        "measure",
        among: Self.counts + Self.kinds.map { $0 + ":COLUMN" } + Self.paid.map { $0 + ":persons" })
    }
    let value =
      parts[0] == "distinct"
      ? Self.list(flag, parts[1].split(separator: "+").map { String($0) })
      : Self.word(flag, parts[1])
    return (measure, Self.map(flag, [(parts[0], value)]))
  }

  private var report: Settings {
    var table: [(String, Settings)] = [("id", Self.word("--by", Self.id))]
    if let limit { table.append(("limit", Self.word("--limit", String(limit)))) }
    if rows.first == "school" { table.append(("name", Self.word("--by", "3"))) }
    return Self.map(
      "--by",
      [
        ("report", Self.word("--by", Self.id)), ("file", Self.word("--by", Self.id)),
        (
          "title",
          Self.map(
            "--by", [("th", Self.word("--by", "ตารางเฉพาะกิจ")), ("en", Self.word("--by", "Table"))])
        ),
        (
          "blocks",
          Settings(
            .list([Self.map("--by", [("table", Self.map("--by", table))])]),
            at: Place(file: "--by"))
        ),
      ])
  }

  // MARK: Settings

  private static func word(_ flag: String, _ word: String) -> Settings {
    Settings(.word(word), at: Place(file: flag))
  }

  private static func list(_ flag: String, _ words: [String]) -> Settings {
    Settings(.list(words.map { word(flag, $0) }), at: Place(file: flag))
  }

  private static func map(_ flag: String, _ entries: [(String, Settings)]) -> Settings {
    let place = Place(file: flag)
    return Settings(
      .map(entries.map { (key: $0.0, keyPlace: place, value: $0.1) }), at: place)
  }
}
