internal import Settings
internal import Tables

/// The columns of a table that say what has become of its figures since earlier rounds.
///
///     change: previous                                         of every column
///     change: [previous, last-year]
///     change: { since: previous, of: [persons, rooms] }        of some columns, or quantities
///
/// They are there where the pipeline compares with the round, and the table was counted in its run.
struct ChangePlan: Sendable {
  private let kinds: [EarlierRound.Kind]
  /// The columns, or the quantities of which each is one; nil for all.
  private let columns: [String]?

  init(_ settings: Settings) throws {
    var since = settings
    var columns: [String]?
    if case .map = settings.value {
      try settings.allow(only: ["since", "of"])
      since = try settings.required("since")
      columns = try settings["of"]?.words
    }
    self.columns = columns
    kinds = try since.items.reduce(into: []) { kinds, item in
      let kind = try item.choice(of: EarlierRound.Kind.self, called: "round to compare with")
      guard !kinds.contains(kind) else {
        throw SettingsError("'\(kind.rawValue)' stands there twice", at: item.place)
      }
      kinds.append(kind)
    }
    guard !kinds.isEmpty else { throw since.expected("previous, last-year or both") }
  }

  /// A table with its columns of change behind its own.
  ///
  /// - Parameter source: the figure that stands in an earlier round for one of the table.
  func figures(
    _ traced: TracedFigures, beside earlier: [EarlierRound], _ source: (FigureID) -> FigureID
  ) -> TracedFigures {
    let table = traced.table
    let compared = table.columns.indices.filter { isWanted(table.columns[$0].key) }
    let tables = Set(
      table.rows.indices.flatMap { row in
        // A line repeats figures of one table.
        compared.prefix(1).map { source(table.id(row, $0)).table }
      })
    let rounds = earlier.filter { round in
      round.kind.map { kinds.contains($0) } ?? false && tables.contains { round.holds($0) }
    }
    guard !rounds.isEmpty, !compared.isEmpty else { return traced }
    let heads = rounds.flatMap { round in
      compared.map { head(table.columns[$0], since: round) }
    }
    var result = FigureTable(
      id: table.id, title: table.title, stubs: table.stubs, columns: table.columns + heads,
      notes: table.notes, datasets: table.datasets)
    for (row, head) in table.rows.enumerated() {
      let changes = rounds.flatMap { round in
        compared.map { column in
          let now = table[row, column]
          return Figure(
            now.value.change(since: round[source(table.id(row, column))]), rows: now.rows)
        }
      }
      result.append(head, table.columns.indices.map { table[row, $0] } + changes)
    }
    return TracedFigures(result) { [result] row, column in
      guard column < table.columns.count else { return try .ofOtherRounds(result[row, column]) }
      return try traced.trace(row: row, column: column)
    }
  }

  private func isWanted(_ key: String) -> Bool {
    columns?.contains { key == $0 || key.hasSuffix("/" + $0) } ?? true
  }

  private func head(
    _ column: FigureTable.ColumnHead, since round: EarlierRound
  ) -> FigureTable.ColumnHead {
    let kind = round.kind?.changeColumn ?? ""
    return FigureTable.ColumnHead(
      key: column.key + "/" + kind, headings: [Words.change(since: round)] + column.headings,
      unit: column.unit, role: column.role)
  }
}

extension FigureTrace {
  /// Of a figure that is of another run, or the change since, no rows can be told; of what is not known there are none.
  static func ofOtherRounds(_ figure: Figure) throws -> FigureTrace {
    guard [.noData, .notComputed, .suppressed].contains(figure.value) else {
      throw UntracedFigure(
        "it is of an earlier round, or the change since; trace the column of this round, and that of the earlier round on its own files"
      )
    }
    return FigureTrace([])
  }
}
