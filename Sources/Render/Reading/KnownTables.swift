internal import Settings

/// The tables that a run will make, as far as they are known before it.
///
/// With it a misspelt name in a report is told before any data is read.
package struct KnownTables: Sendable {
  package struct Table: Sendable {
    package let id: String
    /// nil where the rows follow from the data, as schools do.
    package let rows: [String]?
    /// nil where the columns follow from the data.
    package let columns: [String]?

    package init(id: String, rows: [String]? = nil, columns: [String]? = nil) {
      self.id = id
      self.rows = rows
      self.columns = columns
    }
  }

  private let tables: [Table]?
  /// The datasets whose rows a report may show; nil where nothing is known of them.
  let datasets: [KnownDataset]?

  package init(_ tables: [Table]?, datasets: [KnownDataset]? = nil) {
    self.tables = tables
    self.datasets = datasets
  }

  private init() {
    tables = nil
    datasets = nil
  }

  /// Nothing is known, everything passes.
  package static let unknown = KnownTables()

  func check(_ id: String, at place: Place) throws {
    guard let tables, !tables.contains(where: { $0.id == id }) else { return }
    throw SettingsError.unknownTable(id, among: tables.map { $0.id }, at: place)
  }

  func check(_ reference: FigureReference) throws {
    guard let tables else { return }
    try check(reference.table, at: reference.place)
    guard let table = tables.first(where: { $0.id == reference.table }) else { return }
    try check(reference.row, among: table.rows, called: "row", of: table, at: reference.place)
    if let column = reference.column {
      try check(column, among: table.columns, called: "column", of: table, at: reference.place)
    }
  }

  private func check(
    _ key: String, among keys: [String]?, called what: String, of table: Table, at place: Place
  ) throws {
    guard let keys, !keys.contains(key) else { return }
    throw SettingsError(
      "the table '\(table.id)' has no \(what) '\(key)'" + Suggestion.clause(for: key, among: keys),
      at: place)
  }
}

extension SettingsError {
  static func unknownTable(_ id: String, among known: [String], at place: Place) -> Self {
    SettingsError(
      "unknown table of figures '\(id)'" + Suggestion.clause(for: id, among: known), at: place)
  }
}
