internal import Settings
internal import Tables

/// One figure as a report file names it: `table:row`, or `table:row:column`.
struct FigureReference: Sendable {
  let table: String
  let row: String
  /// nil for the first column, which is the only one of most tables of key figures.
  let column: String?
  let place: Place

  /// Stands for the row of the school whose page it is.
  private static let ownSchool = "@school"

  init(_ settings: Settings, known: KnownTables) throws {
    try self.init(settings.word, at: settings.place, known: known)
  }

  init(_ word: String, at place: Place, known: KnownTables) throws {
    let parts = word.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count >= 2, !parts.contains(where: { $0.isEmpty }) else {
      throw SettingsError(
        "expected a figure as 'table:row' or 'table:row:column', found '\(word)'", at: place)
    }
    table = String(parts[0])
    row = String(parts[1])
    column = parts.count > 2 ? String(parts[2]) : nil
    self.place = place
    try known.check(self)
  }

  /// The figure with its name; no data and no name when the run made no such row or column.
  ///
  /// Rows and columns follow from the data (a grade that no school teaches has none), so that only
  /// a missing table is a mistake here.
  func figure(in context: BlockContext) throws -> (value: Figure.Value, id: FigureID?) {
    let table = try context.table(table, at: place)
    let key = row == Self.ownSchool ? context.schoolCode : row
    guard let row = table.rows.firstIndex(where: { $0.key == key }),
      let column = column.map({ key in table.columns.firstIndex { $0.key == key } })
        ?? table.columns.indices.first
    else { return (.noData, nil) }
    return (table[row, column].value, table.id(row, column))
  }

  /// What has become of the figure since each earlier round that its table is compared with.
  ///
  /// A table of key figures has a column for it, a table that is asked for `change` one for each of its own.
  /// Where the earlier round has no such figure nothing is said.
  func changes(
    in context: BlockContext
  ) throws -> [(kind: EarlierRound.Kind, value: Figure.Value, id: FigureID)] {
    let table = try context.table(table, at: place)
    let key = row == Self.ownSchool ? context.schoolCode : row
    guard let row = table.rows.firstIndex(where: { $0.key == key }),
      let first = table.columns.first?.key
    else { return [] }
    let own = column ?? first
    return EarlierRound.Kind.allCases.compactMap { kind in
      let keys = [own + "/" + kind.changeColumn] + (own == first ? [kind.changeColumn] : [])
      guard let column = table.columns.firstIndex(where: { keys.contains($0.key) }),
        table[row, column].value != .noData
      else { return nil }
      return (kind, table[row, column].value, table.id(row, column))
    }
  }
}
