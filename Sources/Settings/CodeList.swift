/// A code list as its owner publishes it: a CSV file with a header, one code a line.
package struct CodeList: Sendable {
  package let columns: [String]
  package let rows: [[String]]

  /// Reads CSV with commas, double quotes and one record a line; a line that opens with # is a comment.
  package init(csv: String, file: String) throws {
    var records: [[String]] = []
    for (number, line) in csv.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let line = line.last == "\r" ? line.dropLast() : line
      if line.isEmpty || line.first == "#" { continue }
      let record = Self.fields(line)
      if let width = records.first?.count, width != record.count {
        throw SettingsError(
          "expected \(width) fields, found \(record.count)",
          at: Place(file: file, line: number + 1))
      }
      records.append(record)
    }
    guard let header = records.first else {
      throw SettingsError("expected a header and one code a line", at: Place(file: file))
    }
    columns = header
    rows = Array(records.dropFirst())
  }

  /// The values of a column, in the order of the list; nil when there is no such column.
  package func column(_ name: String) -> [String]? {
    columns.firstIndex(of: name).map { index in rows.map { $0[index] } }
  }

  private static func fields(_ line: Substring) -> [String] {
    var fields: [String] = []
    var field = ""
    var quoted = false
    for character in line {
      switch character {
      case "\"":
        // A doubled quote inside quotes closes and opens again: one quote is kept.
        if !quoted, !field.isEmpty { field.append(character) }
        quoted.toggle()
      case "," where !quoted:
        fields.append(field)
        field = ""
      default: field.append(character)
      }
    }
    return fields + [field]
  }
}
