/// A code list as its owner publishes it: a CSV file with a header, one code a line.
package struct CodeList: Sendable {
  package let columns: [String]
  package let rows: [[String]]
  /// The line of the file that the header stands in, and that of each row.
  package let headerLine: Int
  package let lines: [Int]
  private let file: String
  /// The column of the file at which each field begins, of the header and of each row.
  private let starts: [[Int]]

  /// Reads CSV with commas, double quotes and one record a line; a line that opens with # is a comment.
  ///
  /// The lines may end as a spreadsheet writes them, and a byte order mark may stand before the first.
  package init(csv: String, file: String) throws {
    var records: [[String]] = []
    var lines: [Int] = []
    var starts: [[Int]] = []
    let text = csv.first == "\u{FEFF}" ? csv.dropFirst() : csv[...]
    // A carriage return and the line feed behind it are one character.
    let all = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    for (number, line) in all.enumerated() {
      if line.isEmpty || line.first == "#" { continue }
      let (record, columns) = Self.fields(line)
      if let width = records.first?.count, width != record.count {
        throw SettingsError(
          "expected \(width) fields, found \(record.count)",
          at: Place(file: file, line: number + 1))
      }
      records.append(record)
      lines.append(number + 1)
      starts.append(columns)
    }
    guard let header = records.first else {
      throw SettingsError("expected a header and one code a line", at: Place(file: file))
    }
    columns = header
    rows = Array(records.dropFirst())
    headerLine = lines[0]
    self.lines = Array(lines.dropFirst())
    self.file = file
    self.starts = starts
  }

  /// A field of a row, or of the header where no row is named, with its place in the file.
  package func field(_ column: Int, ofRow row: Int? = nil) -> Settings {
    let record = row.map { rows[$0] } ?? columns
    return Settings(
      .word(record[column]),
      at: Place(
        file: file, line: row.map { lines[$0] } ?? headerLine,
        column: starts[row.map { $0 + 1 } ?? 0][column]))
  }

  /// The values of a column, in the order of the list; nil when there is no such column.
  package func column(_ name: String) -> [String]? {
    columns.firstIndex(of: name).map { index in rows.map { $0[index] } }
  }

  private static func fields(_ line: Substring) -> (fields: [String], starts: [Int]) {
    var fields: [String] = []
    var starts = [1]
    var field = ""
    var quoted = false
    for (place, character) in line.enumerated() {
      switch character {
      case "\"":
        // A doubled quote inside quotes closes and opens again: one quote is kept.
        if !quoted, !field.isEmpty { field.append(character) }
        quoted.toggle()
      case "," where !quoted:
        fields.append(field)
        starts.append(place + 2)
        field = ""
      default: field.append(character)
      }
    }
    return (fields + [field], starts)
  }
}
