/// A table that is written row by row.
package protocol Sheet {
  /// The name that findings give it; empty for a text file.
  var name: String { get }
  /// Appends a row and gives its number, from 1, as a spreadsheet shows it.
  mutating func append(_ row: Row) -> Int
  mutating func finish() -> [UInt8]
}
