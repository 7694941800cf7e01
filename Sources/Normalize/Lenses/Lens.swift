import Tables

/// Gathers what each distinct value of a column means, in the order of the raw codes.
protocol Lens {
  /// Takes the clean text of the next value; false when it has no meaning of this kind.
  mutating func take(_ text: [UInt8]) -> Bool

  /// The column, once every value was taken.
  func values(rows: Codes) -> CleanColumn.Values
}
