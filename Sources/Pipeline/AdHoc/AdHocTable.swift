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

  private static let counts = ["persons", "registrations", "further", "rows"]
  private static let kinds = ["sum", "mean", "median", "distinct"]
  /// What the pipeline's rates pay, and for whom they say nothing.
  private static let paid = ["money", "no-rate"]

  /// The table as a file of tables would say it.
  func settings() throws -> Settings {
    var entries: [(String, Settings)] = [
      ("measure", Settings.word("--by", "table")),
      ("title", Settings.word("--by", (rows + columns).joined(separator: " × "))),
      ("dataset", Settings.word("--dataset", dataset)),
      ("rows", Settings.list("--by", rows)),
      ("quantities", Settings.map("--measure", try measures.map(quantity))),
    ]
    if !columns.isEmpty { entries.append(("columns", Settings.list("--across", columns))) }
    if let condition {
      entries.append(("where", Settings.word("--where", condition)))
      entries.append(("notes", Settings.list("--where", [condition])))
    }
    if let sort {
      entries.append(
        (
          "sort",
          Settings.map(
            "--sort",
            [
              ("by", Settings.word("--sort", sort)),
              ("descending", Settings.word("--sort", descends ? "true" : "false")),
            ])
        ))
    }
    return Settings.map("--by", entries)
  }

  private func quantity(_ measure: String) throws -> (String, Settings) {
    let parts = measure.split(separator: ":", maxSplits: 1).map { String($0) }
    let flag = "--measure"
    if parts.count == 1, Self.counts.contains(measure) {
      return (measure, Settings.map(flag, [("count", Settings.word(flag, measure))]))
    }
    guard parts.count == 2, (Self.kinds + Self.paid).contains(parts[0]) else {
      throw Settings.word(flag, parts.first ?? measure).unknown(
        "measure",
        among: Self.counts + Self.kinds.map { $0 + ":COLUMN" } + Self.paid.map { $0 + ":persons" })
    }
    let value =
      parts[0] == "distinct"
      ? Settings.list(flag, parts[1].split(separator: "+").map { String($0) })
      : Settings.word(flag, parts[1])
    return (measure, Settings.map(flag, [(parts[0], value)]))
  }

  /// Which of the stubs names the line in a page; nil for the first.
  var nameStub: Int? { rows.first == "school" ? 3 : nil }
}
