import Foundation
import TestKit
import Testing

/// `krong report`: one table for one question, in the grammar of the files of tables.
@Suite struct ReportTests {
  private func report(_ arguments: String...) throws -> Program.Ended {
    try Program.krong(
      ["report", "pipelines/dmc-students.yaml", "--input", "fixtures/office/input"] + arguments)
  }

  @Test func aTableIsPrintedWithItsSums() throws {
    let ended = try report("--by", "level", "--across", "sex", "--language", "en")
    #expect(ended.status == 0, "\(ended.errors)")
    #expect(
      ended.output == """
                            Male   Female  Not stated      All
        Grade            Persons  Persons     Persons  Persons
        Pre-primary          121      160           0      281
        Primary              402      366           2      770
        Lower secondary      153      138           0      291
        Upper secondary       63       88           0      151
        Not stated             3        2           0        5
        Total                742      754           2    1,498

        """)
  }

  @Test func aConditionNarrowsWhatIsCounted() throws {
    let all = try report("--by", "school", "--as", "csv", "--language", "en")
    let some = try report(
      "--by", "school", "--where", "nationality != ไทย and grade in (ป.1, ป.2)", "--as", "csv",
      "--language", "en")
    #expect(all.output.hasSuffix("Total,1498\n"))
    let count = some.output.split(separator: ",").last.flatMap { Int($0.dropLast()) } ?? 0
    #expect(0 < count && count < 200, "\(some.errors)")
  }

  @Test func whatIsPaidIsAskedForWithRates() throws {
    let measures = ["--measure", "money:persons", "--measure", "no-rate:persons"]
    let arguments = ["--by", "level", "--as", "csv", "--language", "en"] + measures
    let paid = try Program.krong(
      ["report", "pipelines/dmc-students.yaml", "--input", "fixtures/office/input"] + arguments
        + ["--set", "rates=rates/synthetic.csv"])
    #expect(paid.status == 0, "\(paid.errors)")
    let primary = paid.output.split(separator: "\n").filter { $0.hasPrefix("Primary,") }
    #expect(primary == ["Primary,847077,0"])
    #expect(paid.output.contains("Not stated,,5\n"))
  }

  @Test func aWorkbookAndAPageAreWritten() throws {
    let folder = try TestFolder()
    for format in ["xlsx", "html"] {
      let path = "\(folder.path)/table.\(format)"
      let ended = try report(
        "--by", "grade", "--measure", "mean:weight", "--as", format, "--to", path)
      #expect(ended.status == 0, "\(ended.errors)")
      let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
      #expect(bytes.starts(with: format == "xlsx" ? Data([0x50, 0x4B]) : Data("<!".utf8)))
    }
  }

  @Test(arguments: [
    (["--by", "grad"], "--by:1:1: error: unknown column 'grad'; did you mean 'grade'?"),
    (
      ["--by", "first_name"],
      "--by:1:1: error: column 'first_name' says who a person is; a table counts persons and does not list them"
    ),
    (["--by", "grade,sex,room"], "--by:1:1: error: expected one or two dimensions, found a list"),
    (
      ["--by", "grade", "--where", "nationalty = ไทย"],
      "--where:1:1: error: unknown column 'nationalty'; did you mean 'nationality'?"
    ),
    (
      ["--by", "grade", "--where", "weight > heavy"],
      "--where:1:1: error: in the condition: expected a number for column 'weight', found 'heavy'"
    ),
    (
      ["--by", "grade", "--measure", "men:weight"],
      "--measure:1:1: error: unknown measure 'men'; expected persons,"
    ),
    (
      ["--by", "grade", "--dataset", "children"],
      "--dataset:1:1: error: unknown dataset 'children'"
    ),
  ])
  func aMistakeIsToldWithTheFlagItStandsAt(arguments: [String], message: String) throws {
    let ended = try Program.krong(
      ["report", "pipelines/dmc-students.yaml", "--input", "fixtures/office/input"] + arguments)
    #expect(ended.status == 2)
    #expect(ended.errors.hasPrefix(message), "\(ended.errors)")
  }
}
