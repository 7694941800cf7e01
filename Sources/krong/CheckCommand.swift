internal import ArgumentParser
internal import Pipeline
internal import Tables

/// `krong check`: reads a pipeline file and all that it names, and no data.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Checks a pipeline file and every file it names, without reading data.")

  @OptionGroup var options: PipelineOptions

  func run() throws {
    let plan = try options.plan(jobs: 1)
    Console.result(
      "\(options.pipeline): ok: \(plan.name), round \(plan.round.year)/\(plan.round.term), "
        + "\(plan.datasets.count) datasets, \(plan.book.rules.count) rules, "
        + "\(plan.settingsFiles.count) files\n")
  }
}
