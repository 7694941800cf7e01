/// A workbook around one part that is made up, so that the checksums of the archive are right.
enum WrappedPart {
  static func sheet(_ bytes: [UInt8]) -> [UInt8] {
    workbook(sheet: bytes, strings: Array(sampleStrings.utf8))
  }

  static func strings(_ bytes: [UInt8]) -> [UInt8] {
    workbook(sheet: Array(sampleSheet.utf8), strings: bytes)
  }

  private static func workbook(sheet: [UInt8], strings: [UInt8]) -> [UInt8] {
    var zip = StoredZip()
    for (path, text) in frame { zip.add(path, Array(text.utf8)) }
    zip.add("xl/worksheets/sheet1.xml", sheet)
    zip.add("xl/sharedStrings.xml", strings)
    return zip.finish()
  }

  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let packages = "http://schemas.openxmlformats.org/package/2006"
  private static let offices =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  private static let headers = ["school", "id", "number", "name", "weight"]

  private static let sampleStrings =
    "<sst xmlns=\"\(main)\">" + headers.map { "<si><t>\($0)</t></si>" }.joined()
    + "<si><t>20010001</t></si></sst>"

  private static let sampleSheet =
    "<worksheet xmlns=\"\(main)\"><sheetData>"
    + "<row r=\"1\">\(cells([0, 1, 2, 3, 4]))</row><row r=\"2\">\(cells([5, 6, 7, 8, 9]))</row>"
    + "</sheetData></worksheet>"

  private static func cells(_ strings: [Int]) -> String {
    strings.map { "<c t=\"s\"><v>\($0)</v></c>" }.joined()
  }

  private static let frame = [
    (
      "[Content_Types].xml",
      "<Types xmlns=\"\(packages)/content-types\"><Override PartName=\"/xl/workbook.xml\" "
        + "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
        + "</Types>"
    ),
    ("_rels/.rels", relationships([("rId1", "officeDocument", "xl/workbook.xml")])),
    (
      "xl/workbook.xml",
      "<workbook xmlns=\"\(main)\" xmlns:r=\"\(offices)\"><sheets>"
        + "<sheet name=\"s\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
    ),
    (
      "xl/_rels/workbook.xml.rels",
      relationships([
        ("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "styles", "styles.xml"),
        ("rId3", "sharedStrings", "sharedStrings.xml"),
      ])
    ),
    (
      "xl/styles.xml",
      "<styleSheet xmlns=\"\(main)\"><cellXfs><xf/><xf numFmtId=\"14\"/><xf numFmtId=\"46\"/>"
        + "</cellXfs></styleSheet>"
    ),
  ]

  private static func relationships(_ all: [(id: String, type: String, target: String)]) -> String {
    "<Relationships xmlns=\"\(packages)/relationships\">"
      + all.map {
        "<Relationship Id=\"\($0.id)\" Type=\"\(offices)/\($0.type)\" Target=\"\($0.target)\"/>"
      }.joined() + "</Relationships>"
  }
}

/// A zip file whose parts are not compressed: to deflate them would take most of the time.
private struct StoredZip {
  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var parts = 0

  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { value, _ in
      value & 1 == 0 ? value >> 1 : value >> 1 ^ 0xEDB8_8320
    }
  }

  mutating func add(_ path: String, _ part: [UInt8]) {
    let checksum = ~part.reduce(~UInt32(0)) { Self.table[Int(($0 ^ UInt32($1)) & 255)] ^ $0 >> 8 }
    var common: [UInt8] = Self.number(20, 2) + Self.number(0, 8)
    common += Self.number(Int(checksum), 4) + Self.number(part.count, 4)
    common += Self.number(part.count, 4) + Self.number(path.utf8.count, 2) + Self.number(0, 2)
    directory += Array("PK\u{1}\u{2}".utf8) + Self.number(20, 2) + common + Self.number(0, 10)
    directory += Self.number(bytes.count, 4) + Array(path.utf8)
    bytes += Array("PK\u{3}\u{4}".utf8) + common + Array(path.utf8) + part
    parts += 1
  }

  func finish() -> [UInt8] {
    bytes + directory + Array("PK\u{5}\u{6}".utf8) + Self.number(0, 4) + Self.number(parts, 2)
      + Self.number(parts, 2) + Self.number(directory.count, 4) + Self.number(bytes.count, 4)
      + Self.number(0, 2)
  }

  private static func number(_ value: Int, _ length: Int) -> [UInt8] {
    (0..<length).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
}
