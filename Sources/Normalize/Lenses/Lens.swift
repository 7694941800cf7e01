import Tables

/// Gathers what each distinct value of a column means, in the order of the raw codes.
protocol Lens {
  /// Takes the next value, cleaned; false when it has no meaning of this kind.
  mutating func take(_ cell: Cell) -> Bool

  /// The column, once every value was taken.
  func values(rows: Codes) -> CleanColumn.Values
}
