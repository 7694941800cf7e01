/// Which figures of a counted table are hidden, by quantity, line and column.
struct HiddenFigures: Sendable {
  /// By quantity the place of its cells; nil for one of which everything may be seen.
  private let family: [Int?]
  private let cells: [SuppressedCells]
  /// The place of every column.
  private let columns: [(first: Int, second: Int)]

  init(family: [Int?], cells: [SuppressedCells]) {
    self.family = family
    self.cells = cells
    columns =
      cells.first.map { cells in
        zip(cells.first.places, cells.second.places).map { ($0, $1) }
      } ?? []
  }

  func hides(_ quantity: Int, line: Int, column: Int) -> Bool {
    guard let cells = family[quantity].map({ cells[$0] }) else { return false }
    return cells.isHidden[
      cells.box(cells.lines.places[line], columns[column].first, columns[column].second)]
  }
}
