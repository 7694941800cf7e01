import Ingest
import Pipeline
import Settings
import Tables
import TestKit
import Testing

/// Every export reads to the same table, whatever the container it comes in.
///
/// Each folder of `fixtures/exports` is one export: `schema.txt` names its schema, `expected.csv` is the
/// table as it is read raw, and every other file is the export in one container.
@Suite struct SameTableTests {
  private static let folder = "fixtures/exports"

  struct Export: Sendable, CustomTestStringConvertible {
    let folder: String
    let file: String
    var testDescription: String { folder + "/" + file }
  }

  static func exports() throws -> [Export] {
    try ProjectFiles.files(below: folder).compactMap { path in
      let parts = path.split(separator: "/", maxSplits: 1).map { String($0) }
      guard parts.count == 2, !["schema.txt", "expected.csv"].contains(parts[1]) else { return nil }
      return Export(folder: parts[0], file: parts[1])
    }
  }

  @Test(arguments: try exports())
  func everyContainerHoldsTheSameTable(export: Export) async throws {
    let place = Self.folder + "/" + export.folder + "/"
    let path = try ProjectFiles.text(place + "schema.txt").split(separator: "\n").joined()
    let text = try ProjectFiles.text("pipelines/" + path)
    let schema = try Schema(YAMLFile.settings(text, file: path))
    let bytes = try ProjectFiles.bytes(place + export.file)
    let file = InputFile(path: export.file, dataset: "table", bytes: bytes)
    let reading = try await SchemaReading(InputArchive.files(of: file), schema: schema)
    #expect(reading.findings.filter { !Self.isAboutColumns($0) }.isEmpty, "\(reading.findings)")
    #expect(reading.tables.ledger.isBalanced)
    #expect(reading.tables.ledger.entries.map { $0.accepted }.reduce(0, +) == reading.count)
    let expected = ExpectedTable(csv: try ProjectFiles.text(place + "expected.csv"))
    for name in expected.columns { #expect(schema.index(of: name) != nil, "\(name)") }
    #expect(reading.lines == expected.lines(schema))
  }

  @Test func everyExportIsThere() throws {
    #expect(try Self.exports().count > 0)
  }

  /// Lists may lack columns of their schema and hold others.
  private static func isAboutColumns(_ finding: String) -> Bool {
    finding.hasPrefix("column-missing") || finding.hasPrefix("column-unknown")
      || finding.hasPrefix("column-renamed")
  }
}

/// A table as text: the columns that it names, and in each row `name=text` for the cells that are not empty.
private struct ExpectedTable {
  let columns: [String]
  private let rows: [[String]]

  init(csv: String) {
    let records = Self.records(csv)
    columns = records.first ?? []
    rows = Array(records.dropFirst())
  }

  func lines(_ schema: Schema) -> [String] {
    rows.map { row in
      schema.columns.compactMap { column in
        guard let place = columns.firstIndex(of: column.name), !row[place].isEmpty else {
          return nil
        }
        return column.name + "=" + row[place]
      }.joined(separator: " | ")
    }
  }

  private static func records(_ csv: String) -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var field = ""
    var isQuoted = false
    var wasQuote = false
    for character in csv {
      // Within quotes a doubled quote is a letter: the first seems to close, the second opens again.
      if character == "\"" {
        if wasQuote, !isQuoted { field.append(character) }
        isQuoted.toggle()
      } else if isQuoted || character != "," && character != "\n" {
        field.append(character)
      } else {
        record.append(field)
        field = ""
        if character == "\n" {
          records.append(record)
          record = []
        }
      }
      wasQuote = character == "\"" && !isQuoted
    }
    return records
  }
}
