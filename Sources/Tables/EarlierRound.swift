/// A round before this one, with those of its figures that are compared.
package struct EarlierRound: Sendable {
  /// The raw values name columns of figures.csv.
  package enum Kind: String, Sendable, CaseIterable {
    case previous
    case lastYear = "last-year"

    /// The column of a table that holds the figures of the round.
    package var column: String { rawValue }
    /// The column that holds what has become of them.
    package var changeColumn: String { rawValue + "-change" }
  }

  /// Nil for one that only tables of several years ask for.
  package let kind: Kind?
  package let round: Round
  private let values: [FigureID: Figure.Value]
  private let tables: Set<String>

  package init(kind: Kind?, round: Round, values: [FigureID: Figure.Value]) {
    self.kind = kind
    self.round = round
    self.values = values
    tables = Set(values.keys.map { $0.table })
  }

  /// Whether the round has any figure of a table.
  package func holds(_ table: String) -> Bool { tables.contains(table) }

  package subscript(id: FigureID) -> Figure.Value? { values[id] }
}
