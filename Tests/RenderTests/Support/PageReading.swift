import Containers
import Render
import Tables
import Testing

extension XMLTree {
  /// All elements of a name below this one, in their order.
  func every(_ name: String) -> [XMLTree] {
    children.flatMap { ($0.name == name ? [$0] : []) + $0.every(name) }
  }

  /// All text below this element.
  var allText: String { text + children.map { $0.allText }.joined() }

  func hasClass(_ name: String) -> Bool {
    (attributes["class"] ?? "").split(separator: " ").contains { $0 == name }
  }
}

/// An HTML page read back.
struct ReadPage {
  let tree: XMLTree

  init(_ bytes: [UInt8]) throws {
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.hasPrefix("<!DOCTYPE html>\n"))
    tree = try XMLTree(Array(text.dropFirst(16).utf8), part: "page")
  }

  /// Tables as they are on the screen, or as they are on paper.
  func tables(onPaper: Bool = false) -> [XMLTree] {
    let boxes = tree.every("div").filter { $0.hasClass(onPaper ? "paper" : "scroll") }
    return boxes.flatMap { $0.every("table") }
  }

  /// The figures of a table by the key of their row.
  static func figures(of table: XMLTree) -> [(row: String, cells: [String])] {
    table.every("tr").compactMap { row in
      row.attributes["data-row"].map { key in (key, row.all("td").map { $0.text }) }
    }
  }
}

/// A workbook read back with a reader that knows nothing of the writer.
struct ReadBook {
  enum Cell: Equatable {
    case number(Double)
    case text(String)
  }

  let names: [String]
  /// Per sheet, cells by their names.
  let sheets: [[String: Cell]]
  let parts: [String: XMLTree]

  init(_ bytes: [UInt8]) throws {
    let zip = try ZipArchive(ByteSource(bytes))
    var parts: [String: XMLTree] = [:]
    for entry in zip.entries {
      parts[entry.path] = try XMLTree(zip.read(entry), part: entry.path)
    }
    self.parts = parts
    names = try #require(parts["xl/workbook.xml"]?.first("sheets")).children
      .compactMap { $0.attributes["name"] }
    let strings = try #require(parts["xl/sharedStrings.xml"]).all("si").map { $0.allText }
    sheets = try names.indices.map { index in
      let sheet = try #require(parts["xl/worksheets/sheet\(index + 1).xml"])
      var cells: [String: Cell] = [:]
      for cell in sheet.every("c") {
        guard let name = cell.attributes["r"], let value = cell.first("v")?.text else { continue }
        if cell.attributes["t"] == "s" {
          cells[name] = .text(strings[try #require(Int(value))])
        } else {
          cells[name] = .number(try #require(Double(value)))
        }
      }
      return cells
    }
  }

  func part(ofSheet name: String) throws -> XMLTree {
    let index = try #require(names.firstIndex(of: name))
    return try #require(parts["xl/worksheets/sheet\(index + 1).xml"])
  }

  func cells(ofSheet name: String) throws -> [String: Cell] {
    sheets[try #require(names.firstIndex(of: name))]
  }
}

extension ReadBook {
  /// The figures of a table's sheet, row by row: what lies right of and below the frozen cells.
  func body(ofSheet name: String) throws -> [[Cell]] {
    let cells = try cells(ofSheet: name)
    let pane = try #require(try part(ofSheet: name).every("pane").first).attributes
    let top = try #require(Int(pane["ySplit"] ?? ""))
    let left = try #require(Int(pane["xSplit"] ?? ""))
    let width = try part(ofSheet: name).every("col").count - left
    var body: [[Cell]] = []
    while true {
      let row = (0..<width).compactMap {
        cells[Self.letters(left + $0) + String(top + 1 + body.count)]
      }
      guard row.count == width else { return body }
      body.append(row)
    }
  }

  private static func letters(_ column: Int) -> String {
    let letter = String(UnicodeScalar(UInt8(65 + column % 26)))
    return column < 26 ? letter : letters(column / 26 - 1) + letter
  }
}

extension ReadBook.Cell {
  /// What a figure must be in a workbook.
  static func of(_ value: Figure.Value) -> Self {
    switch value {
    case .count(let count): .number(Double(count))
    case .amount(let hundredths): .number(Double(hundredths) / 100)
    case .share(let part, let whole): .number(Double(part) / Double(whole))
    case .change(let now, let before, .whole): .number(Double(now - before))
    case .change(let now, let before, _): .number(Double(now - before) / 100)
    case .ratio: .text(NumberText.of(value))
    case .mean(let sum, let count, let scale): .number(Double(sum) / Double(scale) / Double(count))
    case .noData: .text("–")
    case .notComputed: .text("…")
    case .suppressed: .text("*")
    }
  }
}
