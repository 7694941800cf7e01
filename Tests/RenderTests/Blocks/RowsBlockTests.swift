import Render
import Settings
import Tables
import Testing

/// What a report may say of the rows that it shows.
struct RowsBlockTests {
  private static let known = KnownTables(
    nil,
    datasets: [
      KnownDataset(
        name: "student",
        schema: Schema(
          name: "s", title: LocalizedText("S"),
          columns: ["grade", "room"].map {
            SchemaColumn(name: $0, label: LocalizedText($0), headers: [$0])
          }, minimumHeaders: 1))
    ])

  private static func report(_ keys: [(String, Written)], rows: Written) -> Written {
    .map(
      [("report", "test"), ("title", "Title"), ("blocks", .list([["rows": rows]]))] + keys)
  }

  @Test(arguments: [
    (
      report([("as", ["xlsx"])], rows: ["dataset": "studnet"]),
      "page/blocks/0/rows/dataset:1:2: error: unknown dataset 'studnet'; did you mean 'student'?"
    ),
    (
      report([("as", ["xlsx"])], rows: ["dataset": "student", "order": ["grad"]]),
      "page/blocks/0/rows/order/0:1:2: error: unknown column 'grad'; did you mean 'grade'?"
    ),
    (
      report([("as", ["xlsx"])], rows: ["dataset": "student", "columns": ["rom", "g*"]]),
      "page/blocks/0/rows/columns/0:1:2: error: unknown column 'rom'; did you mean 'room'?"
    ),
    (
      report([("as", ["xlsx"])], rows: ["order": ["grade"]]),
      "page/blocks/0/rows/order:1:2: error: 'order' needs the key 'dataset' beside it"
    ),
    (
      report([("as", ["xlsx"])], rows: ["dataset": "student", "mark": "true"]),
      "page/blocks/0/rows/mark:1:1: error: unknown key 'mark'; did you mean 'marks'?"
    ),
    (
      report([], rows: ["dataset": "student"]),
      "page:1:2: error: the rows of all schools are too many for a page; say 'as: [xlsx]'"
    ),
    (
      report([("as", ["xlsx", "html"])], rows: ["dataset": "student"]),
      "page/as:1:2: error: the rows of all schools are too many for a page; say 'as: [xlsx]'"
    ),
    (
      report([("as", ["pdf"])], rows: ["dataset": "student"]),
      "page/as/0:1:2: error: unknown format of pages 'pdf'; expected html or xlsx"
    ),
    (
      report([("audience", ["officers"])], rows: ["dataset": "student"]),
      "page/audience/0:1:2: error: unknown audience 'officers'; did you mean 'officer'?"
    ),
    (
      report([("each", "school"), ("audience", ["officer"])], rows: ["dataset": "student"]),
      "page/audience:1:2: error: expected 'school', for whom a report 'each: school' is, found a list"
    ),
  ])
  func aMistakeIsToldAtItsPlace(report: Written, message: String) {
    #expect(Printing.mistakes(report, known: Self.known) == message)
  }
}
