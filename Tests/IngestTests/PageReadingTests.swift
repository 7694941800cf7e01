import Ingest
import Tables
import Testing

/// Pages read as files of a dataset: which of their tables is taken, and what is said of them.
@Suite struct PageReadingTests {
  private static let header =
    "<tr><th>รหัสโรงเรียน<th>เลขประจำตัวนักเรียน<th>เลขประจำตัวนักเรียน<th>ชื่อ<th>น้ำหนัก</tr>"

  private static func row(_ number: Int) -> String {
    "<tr><td>20010001</td><td>110000000001\(number)</td><td>\(number)</td><td>กานดา</td><td>20</td></tr>"
  }

  private static let table = "<table>\(header)\(row(1))\(row(2))</table>"
  private static let rows = [
    "20010001|1100000000011|1|กานดา|20", "20010001|1100000000012|2|กานดา|20",
  ]

  @Test func readsATableOfAPage() async throws {
    let reading = try await Reading("<html><body>\(Self.table)</body></html>")
    #expect(reading.rows == Self.rows)
    #expect(reading.findings == [])
    #expect(reading.input.container == "html")
    #expect(reading.input.encoding == "utf-8")
  }

  @Test func passesOverTablesThatLayAPageOut() async throws {
    let menu = "<table><tr><td>เมนู<tr><td>หน้าหลัก</table>"
    let page = "<table><tr><td>\(menu)<td>ข้อมูล\(Self.table)<tr><td>ท้าย</table>\(menu)"
    let reading = try await Reading(page)
    #expect(reading.rows == Self.rows)
    #expect(reading.findings == [])
    #expect(reading.tables.ledger.isBalanced)
    #expect(reading.tables.ledger.total { $0.physical } == 9)
    #expect(reading.tables.ledger.total { $0.title } == 7)
  }

  /// The school stands in the table; a table of notes beside it need not name one.
  @Test func aTableThatIsNotUsedLacksNoSchool() async throws {
    let schema = Schema(
      name: "pupil", title: LocalizedText("pupil"),
      columns: [
        SchemaColumn(
          name: "school", label: LocalizedText("school"), headers: ["รหัสโรงเรียน"],
          elsewhere: [.fileName(digits: 8)], isRequired: true),
        SchemaColumn(name: "name", label: LocalizedText("name"), headers: ["ชื่อ"]),
      ], minimumHeaders: 2)
    let page = "<table><tr><td>หมายเหตุ</table>\(Self.table)"
    let file = InputFile(path: "a.html", dataset: "table", bytes: Array(page.utf8))
    let reading = try await SchemaReading([file], schema: schema)
    #expect(reading.count == 2)
    #expect(reading.tables.inputs[0].refusal == nil)
  }

  @Test func takesTheInnerOfTwoTablesWithAHeader() async throws {
    let page = "<table>\(Self.header)<tr><td>x<td>x<td>x<td>\(Self.table)</table>"
    #expect(try await Reading(page).rows == Self.rows)
  }

  @Test func takesATableAroundOthersWhenNoneOfThoseHasAHeader() async throws {
    let page =
      "<table>\(Self.header)\(Self.row(1))<tr><td>20010001</td><td>1100000000012</td><td>2"
      + "</td><td>กานดา<table><td>รูป</table></td><td>20</td></tr></table>"
    #expect(try await Reading(page).rows == Self.rows)
  }

  @Test func countsALabelForAllRowsItIsShownOver() async throws {
    let page = """
      <table>\(Self.header)<tr><td rowspan=3>20010001<td>1100000000011<td>1<td>กานดา<td>20
      <tr><td>1100000000012<td>2<td>กานดา<td>20<tr><td>รวม<td>2<td><td>40
      <tr><td colspan=4>รวม<td>40</table>
      """
    let reading = try await Reading(page)
    #expect(reading.rows == Self.rows)
    #expect(reading.entry.total == 2)
  }

  @Test func tellsBytesThatAreNoCharacters() async throws {
    let page = Windows874.encode("<table>\(Self.header)\(Self.row(1))\(Self.row(2))</table>") ?? []
    // The undefined byte 0xFC for the last letter of a name.
    let name = Windows874.encode("กานดา") ?? []
    let place = try #require(page.indices.first { page[$0...].starts(with: name) })
    var damaged = page
    damaged[place + name.count - 1] = 0xFC
    let reading = try await Reading(damaged)
    #expect(reading.input.encoding == "windows-874")
    #expect(reading.rows == ["20010001|1100000000011|1|กานด\u{FFFD}|20", Self.rows[1]])
    #expect(reading.findings == ["byte-undefined:2:name"])
  }

  @Test(arguments: [
    ("<title>404 error page</title><p>x", "page-missing"),
    ("<h1>Object not\nfound!</h1>", "page-missing"),
    ("<b>ไม่พบข้อมูล</b>", "page-missing"),
    ("<table><tr><td>Oops! The Page you requested was not found!</table>", "page-missing"),
    ("<script>'not found'</script><p>รายงาน", "header-missing"),
    ("<html>", "header-missing"),
    ("<title>404 error page</title>" + table, ""),
  ])
  func tellsAPageThatIsTheServersOwn(_ page: String, _ rule: String) async throws {
    let reading = try await Reading(page)
    #expect(reading.findings == (rule.isEmpty ? [] : [rule]))
    #expect(reading.input.refusal == (rule.isEmpty ? nil : rule))
  }
}
