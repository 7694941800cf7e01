/// Which physical column holds which column of the schema, and where the table starts.
package struct HeaderMatch: Sendable, Equatable {
  /// The header's last row, from 1; all rows above it are titles.
  package let row: Int
  /// For each column of the schema its place in the file, from 0.
  package let fields: [Int?]
  /// The number of columns of the header, without empty ones at its end.
  package let width: Int
  /// Headers that the schema does not know, with their place.
  package let unknown: [(header: String, field: Int)]
  /// Headers that were taken for a column although they are written otherwise.
  package let renamed: [(header: String, column: Int)]
  /// For each physical column: whether the schema's column holds numbers.
  let numbers: [Bool]

  package var found: Int { fields.count { $0 != nil } }

  package static func == (left: HeaderMatch, right: HeaderMatch) -> Bool {
    left.row == right.row && left.fields == right.fields && left.width == right.width
  }
}
