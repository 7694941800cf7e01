import Containers
import Ingest

/// Makes small workbooks out of the XML of their sheet, and shows what is read of them.
struct SampleWorkbook {
  /// What stands between `<sheetData>` and its end.
  var rows = ""
  /// The whole sheet, when it is not only rows.
  var sheet: String?
  /// What stands between `<sst>` and its end.
  var strings: String?
  /// What stands between `<styleSheet>` and its end.
  var styles: String?
  var workbookProperties = ""
  var sheetType = "worksheet"
  var workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
  var relationshipTypes = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  var extra: [(path: String, text: String)] = []

  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let packages = "http://schemas.openxmlformats.org/package/2006"

  /// The XML of a sheet around its rows.
  static func sheet(_ rows: String) -> String {
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet xmlns=\"\(main)\">"
      + "<dimension ref=\"A1\"/><cols><col min=\"1\" max=\"1\"/></cols>"
      + "<sheetData>\(rows)</sheetData><pageMargins left=\"1\"/></worksheet>"
  }

  var parts: [(path: String, text: String)] {
    var parts = [
      (
        "[Content_Types].xml",
        "<Types xmlns=\"\(Self.packages)/content-types\">"
          + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
          + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"\(workbookType)\"/></Types>"
      ),
      ("_rels/.rels", relationships([("rId1", "officeDocument", "xl/workbook.xml")])),
      (
        "xl/workbook.xml",
        "<workbook xmlns=\"\(Self.main)\" xmlns:r=\"\(relationshipTypes)\">\(workbookProperties)"
          + "<sheets><sheet name=\"นักเรียน\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
      ),
      (
        "xl/_rels/workbook.xml.rels",
        relationships([
          ("rId1", sheetType, "worksheets/sheet1.xml"), ("rId2", "styles", "/xl/styles.xml"),
          ("rId3", "sharedStrings", "./theme/../sharedStrings.xml"),
        ])
      ),
      ("xl/worksheets/sheet1.xml", sheet ?? Self.sheet(rows)),
    ]
    if let strings {
      parts.append(("xl/sharedStrings.xml", "<sst xmlns=\"\(Self.main)\">\(strings)</sst>"))
    }
    if let styles {
      parts.append(("xl/styles.xml", "<styleSheet xmlns=\"\(Self.main)\">\(styles)</styleSheet>"))
    }
    return parts + extra
  }

  private func relationships(_ list: [(id: String, type: String, target: String)]) -> String {
    let elements = list.map {
      "<Relationship Id=\"\($0.id)\" Type=\"\(relationshipTypes)/\($0.type)\" Target=\"\($0.target)\"/>"
    }
    return "<Relationships xmlns=\"\(Self.packages)/relationships\">\(elements.joined())"
      + "</Relationships>"
  }

  var bytes: [UInt8] {
    var zip = ZipWriter()
    for part in parts { zip.add(path: part.path, bytes: Array(part.text.utf8)) }
    return zip.finish()
  }

  /// The rows of the first sheet, such as `3: B=text D=5`.
  func read() throws -> [String] { try Self.read(bytes) }

  static func read(_ bytes: [UInt8]) throws -> [String] {
    let workbook = try XLSXWorkbook(ByteSource(bytes))
    var lines = RowLines(workbook.sharedStrings)
    for sheet in workbook.sheets.indices { try workbook.read(sheet: sheet, into: &lines) }
    return lines.lines
  }
}

/// Writes down what a reader hands over, a line for each row.
struct RowLines: CellSink {
  private(set) var lines: [String] = []
  private let strings: SharedStrings
  private let most: Int

  init(_ strings: SharedStrings, most: Int = .max) {
    self.strings = strings
    self.most = most
  }

  mutating func beginRow(_ number: Int, isHidden: Bool) { lines.append("\(number):") }

  mutating func cell(column: Int, kind: CellKind, text: Span<UInt8>) {
    var bytes: [UInt8] = []
    for index in text.indices { bytes.append(text[index]) }
    append(column, String(decoding: bytes, as: UTF8.self))
  }

  mutating func cell(column: Int, sharedString: Int) {
    append(column, strings.string(sharedString))
  }

  mutating func endRow() -> Bool { lines.count < most }

  mutating func merge(_ range: CellRange) {
    let columns =
      "\(Self.letters(range.columns.lowerBound)):\(Self.letters(range.columns.upperBound))"
    lines.append("merge \(range.rows.lowerBound)-\(range.rows.upperBound) \(columns)")
  }

  private mutating func append(_ column: Int, _ text: String) {
    lines[lines.count - 1] += " \(Self.letters(column))=\(text)"
  }

  static func letters(_ column: Int) -> String {
    let letter = String(Unicode.Scalar(UInt8(65 + column % 26)))
    return column < 26 ? letter : letters(column / 26 - 1) + letter
  }
}
