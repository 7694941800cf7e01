internal import Containers
internal import Tables

/// A workbook of one sheet with shared strings, as DMC hands it out.
///
/// Source: ECMA-376 part 1, 18.2 (workbook), 18.3 (worksheet), 18.4 (shared strings), 18.8 (styles).
package struct WorkbookSheet: Sheet {
  package let name = "Sheet1"
  /// Columns whose digits are kept as numbers, as after re-saving; leading zeros go.
  private let numbers: Set<StudentColumn>
  /// Birth dates are kept as days with a date format.
  private let hasDayCells: Bool
  private var rows = 0
  private var columns = 1
  private var sheet: [UInt8] = []
  private var places: [[UInt8]: Int] = [:]
  private var strings: [UInt8] = []
  private var uses = 0

  package init(numbers: Set<StudentColumn> = [], hasDayCells: Bool = false) {
    self.numbers = numbers
    self.hasDayCells = hasDayCells
  }

  package mutating func append(_ row: Row) -> Int {
    rows += 1
    columns = max(columns, row.count)
    sheet.append(contentsOf: "<row r=\"\(rows)\">".utf8)
    for index in 0..<row.count { append(row.cell(index), column: index) }
    sheet.append(contentsOf: "</row>".utf8)
    return rows
  }

  package mutating func finish() -> [UInt8] {
    var zip = ZipWriter()
    for (path, text) in Self.frame { zip.add(path: path, bytes: Array((Self.opening + text).utf8)) }
    zip.add(path: "xl/sharedStrings.xml", bytes: sharedStrings())
    zip.add(path: "xl/worksheets/sheet1.xml", bytes: worksheet())
    return zip.finish()
  }

  private mutating func append(_ cell: ArraySlice<UInt8>, column index: Int) {
    guard !cell.isEmpty else { return }
    let reference = Self.letters(index) + String(rows)
    let column = StudentColumn(rawValue: index)
    if column == .birthDate, hasDayCells, let day = Self.day(cell) {
      // Day 25569 of Excel is 1970-01-01.
      sheet.append(
        contentsOf: "<c r=\"\(reference)\" s=\"1\"><v>\(day.number + 25_569)</v></c>".utf8)
    } else if let column, numbers.contains(column), let number = Self.number(cell) {
      sheet.append(contentsOf: "<c r=\"\(reference)\"><v>\(number)</v></c>".utf8)
    } else {
      let place = place(of: Array(cell))
      sheet.append(contentsOf: "<c r=\"\(reference)\" t=\"s\"><v>\(place)</v></c>".utf8)
    }
  }

  /// The place of a text among the shared strings.
  private mutating func place(of text: [UInt8]) -> Int {
    uses += 1
    if let known = places[text] { return known }
    let place = places.count
    places[text] = place
    let keepsSpace = text.first == 0x20 || text.last == 0x20
    strings.append(contentsOf: (keepsSpace ? "<si><t xml:space=\"preserve\">" : "<si><t>").utf8)
    strings.append(contentsOf: Self.escaped(text))
    strings.append(contentsOf: "</t></si>".utf8)
    return place
  }

  private func sharedStrings() -> [UInt8] {
    let head = "<sst xmlns=\"\(Self.space)\" count=\"\(uses)\" uniqueCount=\"\(places.count)\">"
    return Array((Self.opening + head).utf8) + strings + Array("</sst>".utf8)
  }

  private func worksheet() -> [UInt8] {
    let last = Self.letters(columns - 1) + String(max(rows, 1))
    let head = "<worksheet xmlns=\"\(Self.space)\"><dimension ref=\"A1:\(last)\"/><sheetData>"
    return Array((Self.opening + head).utf8) + sheet + Array("</sheetData></worksheet>".utf8)
  }

  /// The day of dd/mm/BBBB; nil for everything else, which stays text.
  private static func day(_ cell: ArraySlice<UInt8>) -> Day? {
    let text = String(decoding: cell, as: UTF8.self)
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [2, 2, 4], let year = Int(parts[2]), year >= 2400,
      let month = Int(parts[1]), let day = Int(parts[0])
    else { return nil }
    return Day(year: year - 543, month: month, day: day)
  }

  /// Digits with at most one point, without the zeros that a number does not have in front.
  ///
  /// nil for what stays text.
  private static func number(_ cell: ArraySlice<UInt8>) -> String? {
    let isNumber = cell.allSatisfy { 0x30...0x39 ~= $0 || $0 == UInt8(ascii: ".") }
    // A citizen number keeps its zeros as text; where they are lost, it was planted.
    if cell.count == 13, cell.first == 0x30 { return nil }
    guard isNumber, cell.filter({ $0 == UInt8(ascii: ".") }).count <= 1 else { return nil }
    let text = String(decoding: cell.drop { $0 == 0x30 }, as: UTF8.self)
    guard let first = text.first else { return "0" }
    let shown = first == "." ? "0" + text : text
    return shown.hasSuffix(".0") ? String(shown.dropLast(2)) : shown
  }

  private static func letters(_ index: Int) -> String {
    let letter = { (place: Int) in String(UnicodeScalar(UInt8(ascii: "A") + UInt8(place))) }
    return index < 26 ? letter(index) : letter(index / 26 - 1) + letter(index % 26)
  }

  private static func escaped(_ text: [UInt8]) -> [UInt8] {
    text.flatMap { byte in
      switch byte {
      case UInt8(ascii: "&"): Array("&amp;".utf8)
      case UInt8(ascii: "<"): Array("&lt;".utf8)
      case UInt8(ascii: ">"): Array("&gt;".utf8)
      default: [byte]
      }
    }
  }
}

extension WorkbookSheet {
  private static let opening = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  private static let space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let offices =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let packages = "http://schemas.openxmlformats.org/package/2006"
  private static let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"

  /// The parts that are the same in every workbook.
  private static let frame = [
    (
      "[Content_Types].xml",
      "<Types xmlns=\"\(packages)/content-types\">"
        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"\(kind).sheet.main+xml\"/>"
        + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"\(kind).worksheet+xml\"/>"
        + "<Override PartName=\"/xl/styles.xml\" ContentType=\"\(kind).styles+xml\"/>"
        + "<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"\(kind).sharedStrings+xml\"/>"
        + "</Types>"
    ),
    (
      "_rels/.rels",
      "<Relationships xmlns=\"\(packages)/relationships\">"
        + "<Relationship Id=\"rId1\" Type=\"\(offices)/officeDocument\" Target=\"xl/workbook.xml\"/>"
        + "</Relationships>"
    ),
    (
      "xl/workbook.xml",
      "<workbook xmlns=\"\(space)\" xmlns:r=\"\(offices)\"><sheets>"
        + "<sheet name=\"Sheet1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
    ),
    (
      "xl/_rels/workbook.xml.rels",
      "<Relationships xmlns=\"\(packages)/relationships\">"
        + "<Relationship Id=\"rId1\" Type=\"\(offices)/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
        + "<Relationship Id=\"rId2\" Type=\"\(offices)/styles\" Target=\"styles.xml\"/>"
        + "<Relationship Id=\"rId3\" Type=\"\(offices)/sharedStrings\" Target=\"sharedStrings.xml\"/>"
        + "</Relationships>"
    ),
    (
      "xl/styles.xml",
      "<styleSheet xmlns=\"\(space)\"><fonts count=\"1\"><font><sz val=\"11\"/>"
        + "<name val=\"Tahoma\"/></font></fonts><fills count=\"2\"><fill><patternFill/></fill>"
        + "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
        + "<borders count=\"1\"><border/></borders>"
        + "<cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"2\"><xf xfId=\"0\"/>"
        + "<xf numFmtId=\"14\" xfId=\"0\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>"
    ),
  ]
}
