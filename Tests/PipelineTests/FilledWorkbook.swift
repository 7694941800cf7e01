import Containers
import Testing

/// A workbook of a run as somebody fills it in, saves it and sends it back.
struct FilledWorkbook {
  private var parts: [(path: String, text: String)]
  private let strings: [String]
  private let sheets: [String]

  init(_ bytes: [UInt8]) throws {
    let zip = try ZipArchive(ByteSource(bytes))
    parts = try zip.entries.map { ($0.path, String(decoding: try zip.read($0), as: UTF8.self)) }
    let text = { (path: String, parts: [(path: String, text: String)]) throws -> String in
      try #require(parts.first { $0.path == path }).text
    }
    strings = try text("xl/sharedStrings.xml", parts).split(separator: "<si>").dropFirst().map {
      String($0.split(separator: "<t", maxSplits: 1).last?.drop { $0 != ">" }.dropFirst() ?? "")
    }.map { String($0.prefix { $0 != "<" }) }
    sheets = try text("xl/workbook.xml", parts).split(separator: "<sheet name=\"").dropFirst()
      .map { String($0.prefix { $0 != "\"" }) }
  }

  var bytes: [UInt8] {
    var zip = ZipWriter()
    for part in parts { zip.add(path: part.path, bytes: Array(part.text.utf8)) }
    return zip.finish()
  }

  var names: [String] { sheets }

  /// The whole part of a sheet.
  func part(_ sheet: String) throws -> String { parts[try place(of: sheet)].text }

  private func place(of sheet: String) throws -> Int {
    let number = try #require(sheets.firstIndex(of: sheet), "\(sheets)") + 1
    return try #require(parts.firstIndex { $0.path == "xl/worksheets/sheet\(number).xml" })
  }

  /// A cell's name, and its text where it has one.
  private func cells(_ sheet: String) throws -> [(name: String, text: String)] {
    try part(sheet).split(separator: "<c r=\"").dropFirst().map { cell in
      let name = String(cell.prefix { $0 != "\"" })
      let value = cell.split(separator: "<v>").dropFirst().first.map { $0.prefix { $0 != "<" } }
      guard let value else { return (name, "") }
      return (name, cell.contains(" t=\"s\"") ? strings[Int(value) ?? 0] : String(value))
    }
  }

  /// The column of a heading, and the row of the headings.
  private func heading(_ title: String, in sheet: String) throws -> (column: String, row: Int) {
    let cell = try #require(try cells(sheet).first { $0.text == title }, "\(title)").name
    return (cell.filter { $0.isLetter }, try #require(Int(cell.filter { $0.isNumber })))
  }

  /// What stands below a heading.
  func lines(_ title: String, in sheet: String) throws -> [String] {
    let (column, row) = try heading(title, in: sheet)
    return try cells(sheet).filter { cell in
      cell.name.filter { $0.isLetter } == column
        && Int(cell.name.filter { $0.isNumber }) ?? 0 > row
    }.map { $0.text }
  }

  /// Writes words below a heading, from the first line down; nil leaves a cell as it is.
  mutating func fill(_ title: String, in sheet: String, with words: [String?]) throws {
    let (column, row) = try heading(title, in: sheet)
    let part = try place(of: sheet)
    for (line, word) in words.enumerated() {
      guard let word else { continue }
      let cell = "<c r=\"\(column)\(row + 1 + line)\""
      let range = try #require(parts[part].text.firstRange(of: cell), "\(cell)")
      let rest = parts[part].text[range.upperBound...]
      let isEmpty = rest.prefix { $0 != ">" }.hasSuffix("/")
      let end =
        isEmpty
        ? try #require(rest.firstRange(of: "/>")) : try #require(rest.firstRange(of: "</c>"))
      parts[part].text.replaceSubrange(
        range.lowerBound..<end.upperBound,
        with: cell + " t=\"inlineStr\"><is><t>\(word)</t></is></c>")
    }
  }

  /// Writes something else in the place of a text, wherever it stands.
  mutating func replace(_ text: String, with other: String) {
    for index in parts.indices {
      parts[index].text = parts[index].text.replacing(text, with: other)
    }
  }
}
