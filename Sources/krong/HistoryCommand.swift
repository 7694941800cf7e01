internal import ArgumentParser
internal import Containers
internal import Pipeline
internal import Settings
internal import Tables

/// `krong history`: the runs of a round, night by night.
struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "Lists the runs of a round night by night, or one figure over runs and rounds.",
    discussion: """
      A figure is named as figures.csv names it, table:row or table:row:column. Runs on the same
      inputs after each other are one line, of the day of the first.

      Examples:
        krong history
        krong history dmc-students --round 2569/1
        krong history dmc-students --figure headline:persons
        krong history dmc-students --figure findings-by-school:20010001:errors --json
      """)

  @Argument(help: "The name of a pipeline, or its file.")
  var pipeline: String?

  @Option(help: "Only this round, as YEAR/TERM of the Buddhist era, such as 2569/1.")
  var round: String?

  @Option(help: "A figure, as table:row or table:row:column.")
  var figure: String?

  @Option(help: "The folder that receives the results, with the history of its runs.")
  var out = "out"

  @Option(help: "The folder of pipelines, rounds and rules.")
  var pipelines = "pipelines"

  @Flag(help: "Prints the runs as JSON.")
  var json = false

  @Option(help: "The language of the answer: th or en.")
  var language = Language.thai

  func run() throws {
    let round = try round.map { try RoundName(Settings(.word($0), at: Place(file: "--round"))) }
    let folder = "\(out)/.krong"
    guard let history = try RunHistory(folder: folder) else {
      throw FileError(path: folder, reason: "holds no history; the first krong run begins one")
    }
    let curves = try RunCurve.all(
      history, pipeline: name.map { Settings(.word($0), at: Place(file: "krong history")) },
      round: round,
      figure: figure.map { Settings(.word($0), at: Place(file: "--figure")) })
    let words = try RoundWords(SettingsFolder(path: pipelines).shelf, language: language)
    Console.result(
      json
        ? RunCurveJSON.document(curves).document : RunCurveText(words).text(curves, figure: figure))
  }

  /// A pipeline file is called as its pipeline is.
  private var name: String? {
    pipeline.map { path in
      let name = Folder.name(of: path)
      return name.hasSuffix(".yaml") ? String(name.dropLast(5)) : name
    }
  }
}
