internal import ArgumentParser
internal import Pipeline
internal import Settings
internal import Tables

/// `krong rounds`: the calendar, which rounds are open, and what has been run for each.
struct RoundsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rounds",
    abstract: "Lists the rounds of this and the last academic year, and what was run for each.",
    discussion: """
      Examples:
        krong rounds
        krong rounds --system dmc --year 2568 --language en
        krong rounds --today 2026-06-01 --json
      """)

  @Option(help: "Only the rounds of this system, as its file below rounds/ is called.")
  var system: String?

  @Option(help: "The academic year of the Buddhist era, in the place of today's.")
  var year: Int?

  @Option(help: "Today's date as YYYY-MM-DD, which days are counted from.")
  var today: String?

  @Option(help: "The folder that receives the results; its history says what has been run.")
  var out = "out"

  @Option(help: "The folder of pipelines, rounds and rules.")
  var pipelines = "pipelines"

  @Flag(help: "Prints the rounds as JSON.")
  var json = false

  @Option(help: "The language of the answer: th or en.")
  var language = Language.thai

  func validate() throws {
    if let today, Day(iso: today) == nil {
      throw ValidationError("--today: expected a date as YYYY-MM-DD, found '\(today)'")
    }
    if let year, !(2500...2700 ~= year) {
      throw ValidationError(
        "--year: expected an academic year of the Buddhist era, such as 2569, found '\(year)'")
    }
  }

  func run() throws {
    let shelf = SettingsFolder(path: pipelines).shelf
    let place = Place(file: "--system")
    let catalog = try RoundCatalog(shelf, system: system.map { Settings(.word($0), at: place) })
    let list = RoundList(
      catalog, today: today.flatMap { Day(iso: $0) } ?? Processors.today, year: year,
      runs: try RunHistory(folder: "\(out)/.krong")?.runs() ?? [])
    Console.result(
      json
        ? RoundListJSON.document(list).document
        : RoundListText(try RoundWords(shelf, language: language)).text(list))
  }
}
