internal import Settings

/// What is asked on the command line, and the one report that answers it.
package enum AdHocQuestion: Sendable {
  /// In the grammar of the files of tables.
  case table(AdHocTable)
  /// In SQL, with so many lines at most.
  case query(String, limit: Int?)

  private static let id = "report"

  /// What replaces parts of the pipeline file: this one table, a report that shows it, and no gates.
  func overrides() throws -> [Override] {
    let table = Settings.map(flag, [("tables", Settings.map(flag, [(Self.id, try settings())]))])
    return [
      Override(keys: ["aggregate", "tables"], value: table),
      Override(keys: ["aggregate", "rules"], value: Settings.list(flag, [])),
      Override(keys: ["render", "reports"], value: report),
      Override(keys: ["gates"], value: Settings.map(flag, [])),
    ]
  }

  private var flag: String {
    switch self {
    case .table: "--by"
    case .query: "--sql"
    }
  }

  private func settings() throws -> Settings {
    switch self {
    case .table(let table): return try table.settings()
    case .query(let sql, _):
      return Settings.map(
        flag,
        [
          ("measure", Settings.word(flag, "result")), ("title", Settings.word(flag, "SQL")),
          ("notes", Settings.list(flag, [sql])), ("query", Settings.word(flag, sql)),
        ])
    }
  }

  private var report: Settings {
    var table: [(String, Settings)] = [("id", Settings.word(flag, Self.id))]
    if let limit { table.append(("limit", Settings.word("--limit", String(limit)))) }
    if let nameStub { table.append(("name", Settings.word(flag, String(nameStub)))) }
    let title = [("th", "ตารางเฉพาะกิจ"), ("en", "Table")].map { ($0, Settings.word(flag, $1)) }
    let block = Settings.map(flag, [("table", Settings.map(flag, table))])
    return Settings.map(
      flag,
      [
        ("report", Settings.word(flag, Self.id)), ("file", Settings.word(flag, Self.id)),
        ("title", Settings.map(flag, title)),
        ("blocks", Settings(.list([block]), at: Place(file: flag))),
      ])
  }

  private var limit: Int? {
    switch self {
    case .table(let table): table.limit
    case .query(_, let limit): limit
    }
  }

  private var nameStub: Int? {
    if case .table(let table) = self { table.nameStub } else { nil }
  }
}
