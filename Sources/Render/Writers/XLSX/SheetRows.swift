/// The rows of a sheet, appended as bytes from top to bottom and from left to right.
///
/// Nothing is kept but the bytes; a long list stands in a `SheetBody`.
struct SheetRows {
  private var markup = Markup(.spelled)
  /// The number of the row last opened, from 1.
  private(set) var row = 0
  private var column = 0

  /// Opens the next row; height in points, where the usual one does not do.
  mutating func open(height: Int? = nil) {
    row += 1
    column = 0
    markup.raw("<row r=\"")
    markup.number(row)
    if let height {
      markup.raw("\" ht=\"")
      markup.number(height)
      markup.raw("\" customHeight=\"1")
    }
    markup.raw("\">")
  }

  mutating func close() { markup.raw("</row>") }

  mutating func skipRow() { row += 1 }

  /// A text by its place among the shared strings.
  mutating func text(_ string: Int, _ look: Int) {
    cell(look)
    markup.raw(" t=\"s\"><v>")
    markup.number(string)
    markup.raw("</v></c>")
  }

  mutating func number(_ number: Int, _ look: Int) {
    cell(look)
    markup.raw("><v>")
    markup.number(number)
    markup.raw("</v></c>")
  }

  mutating func decimal(_ number: Double, _ look: Int) {
    cell(look)
    markup.raw("><v>\(number)</v></c>")
  }

  /// A number that follows another cell.
  mutating func formula(_ formula: String, is number: Double, _ look: Int) {
    cell(look)
    markup.raw("><f>")
    markup.text(formula)
    markup.raw("</f><v>\(number)</v></c>")
  }

  /// Leaves out the cells before a column.
  mutating func skip(to column: Int) { self.column = column }

  /// A cell with a look and nothing in it, as merged cells need.
  mutating func blank(_ look: Int) {
    cell(look)
    markup.raw("/>")
  }

  var bytes: [UInt8] { markup.bytes }

  private mutating func cell(_ look: Int) {
    markup.raw("<c r=\"")
    markup.raw(CellName.letters(column))
    markup.number(row)
    markup.raw("\" s=\"")
    markup.number(look)
    markup.byte(UInt8(ascii: "\""))
    column += 1
  }
}

/// Cells as a workbook names them; rows count from 1, columns from 0.
enum CellName {
  private static let first = (0..<256).map { Array(column($0).utf8) }

  /// The letters of a column as bytes; those of the first columns are made once.
  static func letters(_ column: Int) -> [UInt8] {
    column < first.count ? first[column] : Array(self.column(column).utf8)
  }

  static func column(_ column: Int) -> String {
    var letters: [UInt8] = []
    var rest = column + 1
    while rest > 0 {
      rest -= 1
      letters.append(UInt8(ascii: "A") + UInt8(rest % 26))
      rest /= 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }

  static func cell(_ row: Int, _ column: Int) -> String { self.column(column) + String(row) }

  static func range(_ rows: ClosedRange<Int>, _ columns: ClosedRange<Int>) -> String {
    let first = cell(rows.lowerBound, columns.lowerBound)
    let last = cell(rows.upperBound, columns.upperBound)
    return first == last ? first : first + ":" + last
  }
}
