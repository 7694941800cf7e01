internal import ArgumentParser
internal import Containers
internal import Pipeline
internal import Settings
internal import Tables

/// `krong trace`: from a figure to the rows that made it.
struct TraceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trace",
    abstract: "Lists the rows behind a figure, with file, sheet and row.",
    discussion: """
      A figure is named as figures.csv names it, table:row:column. What the rows give
      adds up to the figure, always; of a share, a ratio or a mean both parts are listed.
      No name and no number of a pupil is shown: the row says where they stand.

      Examples:
        krong trace dmc-students.yaml headline:persons:value --input exports
        krong trace dmc-students.yaml students-by-grade:ป.3:all --input exports
        krong trace dmc-students.yaml students-by-school:20010001:all/all --csv > rows.csv

      Exit codes: 0 traced; 2 the command is wrong, or there is no such figure;
      3 an input could not be read.
      """)

  @OptionGroup var options: PipelineOptions

  @Argument(help: "The figure, as table:row:column.")
  var figure: String

  @Option(help: "The folder of the exports; the patterns of the pipeline file count from here.")
  var input = "."

  @Flag(help: "Prints the rows as CSV.")
  var csv = false

  func run() async throws {
    let plan = try options.plan(jobs: Processors.count)
    let found = try await Tracer(plan).trace(
      Settings(.word(figure), at: Place(file: "krong trace")),
      InputFolder(root: input).someFiles(of: plan))
    if csv {
      Console.result(TraceText.csv(found))
    } else {
      Console.result(try TraceText(options.shelf, language: plan.language).text(found))
    }
  }
}
