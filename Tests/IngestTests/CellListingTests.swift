import Containers
import Ingest
import Testing

/// What other programs read of a file's cells.
@Suite struct CellListingTests {
  /// Gathers what is written.
  private final class Output {
    var bytes: [UInt8] = []
  }

  private func list(_ bytes: [UInt8]) throws -> [String] {
    let output = Output()
    try CellListing.list(ByteSource(bytes)) { output.bytes += $0 }
    return String(decoding: output.bytes, as: UTF8.self).split(separator: "\n").map { String($0) }
  }

  @Test(arguments: [
    ("<c r=\"A1\"><v>0.30000000000000004</v></c>", "n\t0.3"),
    ("<c r=\"A1\"><v>24.50</v></c>", "n\t24.5"),
    ("<c r=\"A1\"><v>2.0</v></c>", "n\t2"),
    ("<c r=\"A1\"><v>-0</v></c>", "n\t0"),
    ("<c r=\"A1\"><v>123456789012</v></c>", "n\t123456789012"),
    ("<c r=\"A1\"><v>1100000000016</v></c>", "n\t1.10000000002e+12"),
    ("<c r=\"A1\"><v>0.00001</v></c>", "n\t1e-05"),
    ("<c r=\"A1\" t=\"b\"><v>1</v></c>", "b\tTRUE"),
    ("<c r=\"A1\" t=\"b\"><v>0</v></c>", "b\tFALSE"),
    ("<c r=\"A1\" t=\"e\"><v>#DIV/0!</v></c>", "e\t#DIV/0!"),
    ("<c r=\"A1\" t=\"str\"><f>1&amp;2</f><v>12</v></c>", "s\t12"),
    ("<c r=\"A1\" s=\"1\"><v>42005</v></c>", "d\t2015-01-01"),
    ("<c r=\"A1\" s=\"1\"><v>42005.5</v></c>", "d\t2015-01-01T12:00:00"),
    ("<c r=\"A1\" s=\"1\"><v>0.25</v></c>", "d\t06:00:00"),
    (
      "<c r=\"A1\" t=\"inlineStr\"><is><t xml:space=\"preserve\"> a\\b&#9;c&#10;d&#13;</t></is></c>",
      "s\t a\\\\b\\tc\\nd\\r"
    ),
  ])
  func aCellIsWrittenByItsType(cell: String, line: String) throws {
    let styles =
      "<cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\" applyNumberFormat=\"1\"/></cellXfs>"
    let workbook = SampleWorkbook(rows: "<row r=\"1\">\(cell)</row>", styles: styles)
    #expect(try list(workbook.bytes) == ["1\t1\t1\t\(line)"])
  }

  @Test func emptyCellsAndRowsAreLeftOutAndPlacesKept() throws {
    let rows =
      "<row r=\"3\"><c r=\"B3\"/><c r=\"D3\" t=\"s\"><v>0</v></c><c r=\"F3\"><v>7</v></c></row>"
    let workbook = SampleWorkbook(rows: rows, strings: "<si><t>ก</t></si>")
    #expect(try list(workbook.bytes) == ["1\t3\t4\ts\tก", "1\t3\t6\tn\t7"])
  }

  @Test(arguments: [",", "\t", ";", "|"])
  func theSeparatorOfATextIsFound(separator: String) throws {
    let rows = ["หัวเรื่อง", "ก\(separator)ข\(separator)ค", "1\(separator)\(separator)\"a\n,b\""]
    let expected = [
      "1\t1\t1\ts\tหัวเรื่อง", "1\t2\t1\ts\tก", "1\t2\t2\ts\tข", "1\t2\t3\ts\tค", "1\t3\t1\ts\t1",
      "1\t3\t3\ts\ta\\n,b",
    ]
    #expect(try list(Array((rows.joined(separator: "\r\n") + "\r\n").utf8)) == expected)
  }

  @Test(arguments: [
    ("", "file-truncated"), ("%PDF-1.7", "file-unsupported"), ("\u{0}\u{1}", "file-unsupported"),
  ])
  func whatIsNotReadIsRefused(text: String, rule: String) {
    let error = #expect(throws: ContainerError.self) { try list(Array(text.utf8)) }
    #expect(error?.rule == rule)
  }
}
