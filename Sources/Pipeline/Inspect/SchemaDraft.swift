internal import Ingest
internal import Settings
internal import Tables

/// A schema for a file that no schema knows, as YAML for a person to finish.
///
/// A column whose header another schema has is written as it stands there; of the others the kind is
/// guessed from their values, and nobody but an officer may see them until somebody decides otherwise.
package struct SchemaDraft: Sendable {
  /// A column of another schema.
  struct Example: Sendable {
    let column: SchemaColumn
    let clean: Settings?
  }

  struct Column: Sendable {
    let header: String
    let occurrence: Int?
    let guess: KindGuess
    let example: Example?
  }

  let file: String
  let columns: [Column]

  package var text: String {
    var lines = [
      "# Drafted from the header of \(Self.word(file)); look at every line, and name the columns.",
      "schema: new-dataset",
      "title: { th: ชุดข้อมูลใหม่, en: New dataset }",
      "header: { minimum: \(max(1, columns.count / 2)) }",
      "totals: [รวม, รวมทั้งหมด, รวมทั้งสิ้น, ผลรวม, ยอดรวม]", "", "columns:",
    ]
    var names: Set<String> = []
    for (index, column) in columns.enumerated() {
      var name = column.example?.column.name ?? "column_\(index + 1)"
      if !names.insert(name).inserted { name = "column_\(index + 1)" }
      names.insert(name)
      lines += ["  \(name):"] + entries(of: column).map { "    " + $0 }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func entries(of column: Column) -> [String] {
    let known = column.example?.column
    let label = known?.label ?? LocalizedText(column.header)
    let kind = known?.kind ?? column.guess.kind
    let privacy = known?.privacy ?? column.guess.privacy
    let headers = known?.headers ?? [column.header]
    var entries = [
      "label: { th: \(Self.word(label.thai)), en: \(Self.word(label.english)) }",
      "headers: [\(headers.map(Self.word).joined(separator: ", "))]",
    ]
    if let occurrence = column.occurrence { entries.append("occurrence: \(occurrence)") }
    if kind != .text { entries.append("kind: \(kind.rawValue)") }
    if privacy != .open { entries.append("privacy: \(privacy.rawValue)") }
    entries.append("clean: " + (column.example?.clean.map(Self.flow) ?? column.guess.clean))
    return entries
  }

  /// A word between double quotes, as every YAML reader takes it.
  private static func word(_ text: String) -> String {
    var word = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": word += "\\" + String(scalar)
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: word += " "
      default: word.unicodeScalars.append(scalar)
      }
    }
    return word + "\""
  }

  /// Settings on one line.
  private static func flow(_ settings: Settings) -> String {
    switch settings.value {
    case .nothing: "null"
    case .word(let text):
      text.utf8.allSatisfy { 0x61...0x7A ~= $0 || $0 == 0x2D } && !text.isEmpty ? text : word(text)
    case .list(let items): "[" + items.map(flow).joined(separator: ", ") + "]"
    case .map(let entries):
      "{ " + entries.map { "\($0.key): " + flow($0.value) }.joined(separator: ", ") + " }"
    }
  }
}
