internal import ArgumentParser
internal import Containers
internal import Pipeline
internal import Settings
internal import Tables

/// `krong report`: one table for one question.
struct ReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Counts the rows of a round by any columns, under any condition.",
    discussion: """
      The words are those of the files of tables: --by and --across name dimensions or columns
      of the dataset, --where compares columns with values. A row that says nothing in a column
      is neither equal to a value nor unlike it; "is missing" asks for it.

      Examples:
        krong report dmc-students.yaml --by school --across sex --input exports
        krong report dmc-students.yaml --by school,grade --where "nationality != ไทย"
        krong report dmc-students.yaml --by size-seven --measure persons --measure distinct:school
        krong report dmc-students.yaml --by grade --measure mean:weight --as xlsx --to weight.xlsx
        krong report emis-schools.yaml --dataset staff --by position --measure sum:total
        krong report dmc-students.yaml --sql "SELECT grade, count(*) AS n FROM student GROUP BY grade"

      What --by cannot ask, --sql does, in one SELECT over the datasets (docs/sql.md). It reads no
      column that tells of single persons, and writes nothing.

      Exit codes: 0 made; 2 the command is wrong; 3 an input or the output could not be used.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, csv, xlsx, html }

  @OptionGroup var options: PipelineOptions

  @Option(help: "The dataset that is counted; student, unless it is said.")
  var dataset: String?

  @Option(help: "One or two dimensions of the lines, with a comma between them.")
  var by: String?

  @Option(help: "A SELECT over the datasets, in the place of --by and what belongs to it.")
  var sql: String?

  @Option(help: "Up to two dimensions of the columns, with a comma between them.")
  var across: String?

  @Option(name: .customLong("where"), help: "Which rows are counted.")
  var condition: String?

  @Option(
    help: ArgumentHelp(
      """
      persons, registrations, further, rows, or sum:COLUMN, mean:COLUMN, median:COLUMN, \
      distinct:COLUMN+COLUMN, money:persons (by the pipeline's rates); may be repeated.
      """))
  var measure: [String] = []

  @Option(help: "Sorts the lines by one of the measures.")
  var sort: String?

  @Flag(help: "Sorts from the largest down.")
  var descending = false

  @Option(help: "So many lines at most; sums are of all lines.")
  var limit: Int?

  @Option(help: "The folder of the exports; the patterns of the pipeline file count from here.")
  var input = "."

  @Option(name: .customLong("as"), help: "text, csv, xlsx or html.")
  var format = Format.text

  @Option(help: "The file to write; a workbook needs one, else the table is printed.")
  var to: String?

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit: expected 1 or more, found \(limit)") }
    guard (by == nil) != (sql == nil) else {
      throw ValidationError("expected --by or --sql, and not both")
    }
    let others = [
      ("--dataset", dataset != nil), ("--across", across != nil), ("--where", condition != nil),
      ("--measure", !measure.isEmpty), ("--sort", sort != nil), ("--descending", descending),
    ]
    if sql != nil, let other = others.first(where: { $0.1 }) {
      throw ValidationError("\(other.0) belongs to --by; with --sql the SELECT says it")
    }
    if format == .xlsx, to == nil {
      throw ValidationError("--as xlsx needs --to FILE, for a terminal shows no workbook")
    }
  }

  func run() async throws {
    let plan = try options.plan(jobs: Processors.count, question: question)
    let report = AdHocReport(plan)
    let (made, pages) = try await report.made(InputFolder(root: input).someFiles(of: plan))
    let bytes: [UInt8] =
      switch format {
      case .text: Array(report.text(made, limit: limit).utf8)
      case .csv: report.csv(made)
      case .xlsx, .html:
        pages.first { $0.path.hasSuffix("." + format.rawValue) }?.bytes ?? []
      }
    guard let to else { return Console.result(bytes) }
    try NewFile.replace(to, with: bytes)
  }

  private var question: AdHocQuestion {
    if let sql { return .query(sql, limit: limit) }
    let words = { (list: String) in
      list.split(separator: ",").map { $0.trimmed }.filter { !$0.isEmpty }
    }
    let dataset = dataset ?? "student"
    return .table(
      AdHocTable(
        dataset: dataset, rows: words(by ?? ""), columns: across.map(words) ?? [],
        condition: condition,
        measures: measure.isEmpty ? [dataset == "student" ? "persons" : "rows"] : measure,
        sort: sort, descends: descending, limit: limit))
  }
}

extension Substring {
  fileprivate var trimmed: String {
    let head = drop { $0 == " " }
    return String(head.reversed().drop { $0 == " " }.reversed())
  }
}
