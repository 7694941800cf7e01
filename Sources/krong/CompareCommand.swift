internal import ArgumentParser
internal import Containers
internal import Pipeline
internal import Settings
internal import Tables

/// `krong compare`: what has become of every figure from one round to another.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Compares the figures of two rounds, table by table.",
    discussion: """
      Reads what krong run has written for both rounds below --out. Figures that are the same are not
      listed; rows and columns that only one of the rounds has are named.

      Examples:
        krong compare 2568/2 2569/1
        krong compare 2568/1 2569/1 --table headline --language en
        krong compare 2568/2 2569/1 --pipeline dmc-students --html changes.html --xlsx changes.xlsx

      Exit codes: 0 compared; 2 the command is wrong; 3 a round has not been run, or cannot be read.
      """)

  @Argument(help: "The earlier round, as YEAR/TERM of the Buddhist era, such as 2568/2.")
  var before: String

  @Argument(help: "The later round.")
  var now: String

  @Option(help: "The name of a pipeline, or its file; needed where several have run these rounds.")
  var pipeline: String?

  @Option(help: "The folder that holds the results of the runs.")
  var out = "out"

  @Option(help: "Only this table, by its name in figures.csv, such as headline.")
  var table: String?

  @Flag(help: "Prints the comparison as JSON.")
  var json = false

  @Option(help: "Writes the comparison to this file as a page.")
  var html: String?

  @Option(help: "Writes the comparison to this file as a workbook.")
  var xlsx: String?

  @Option(help: "The folder of pipelines, rounds and rules.")
  var pipelines = "pipelines"

  @Option(help: "The language of the answer: th or en.")
  var language = Language.thai

  func run() throws {
    let written = { (word: String, place: String) in
      Settings(.word(word), at: Place(file: place))
    }
    let comparison = try ComparedResults(out: out).comparison(
      RoundName(written(before, "krong compare")), RoundName(written(now, "krong compare")),
      pipeline: pipeline.map { written($0, "--pipeline") },
      table: table.map { written($0, "--table") })
    let shelf = SettingsFolder(path: pipelines).shelf
    let words = try ComparisonWords(shelf, language: language)
    if html != nil || xlsx != nil {
      let pages = try ComparisonPages(shelf, words)
      if let html { try NewFile.replace(html, with: pages.html(comparison)) }
      if let xlsx { try NewFile.replace(xlsx, with: pages.workbook(comparison)) }
    }
    if json {
      Console.result(ComparisonJSON.document(comparison, words).document)
    } else if html == nil, xlsx == nil {
      Console.result(ComparisonText(words).text(comparison))
    } else {
      Console.result([html, xlsx].compactMap { $0 }.map { $0 + "\n" }.joined())
    }
  }
}
