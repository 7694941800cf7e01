internal import ArgumentParser
internal import Containers
internal import Ingest
internal import Logging
internal import Pipeline
internal import Settings
internal import Tables

/// `krong run`: from a folder of exports to the files of a round.
struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Runs a pipeline on a folder of exports.",
    discussion: """
      Writes OUT/<pipeline>/<year>-<term>/ at once when everything is done; until then the files of
      the last run stay as they are.

      Example:
        krong run pipelines/dmc-students.yaml --input exports --round 2569/1 --out out
      """)

  @OptionGroup var options: PipelineOptions

  @Option(help: "The folder of the exports; the patterns of the pipeline file count from here.")
  var input = "."

  @Option(help: "The folder that receives the results.")
  var out = "out"

  @Option(
    help: "How many files or parts of files are worked on at a time; default: all processors.")
  var jobs: Int?

  @Option(
    name: .customLong("as"),
    help: "What reports are written as: html, xlsx and pdf, with commas between; pdf by a Chromium."
  )
  var formats: String?

  @Flag(help: "Prints the manifest as JSON on standard output.")
  var json = false

  @Flag(help: "Prints nothing but errors.")
  var quiet = false

  @Option(
    help: "Today's date as YYYY-MM-DD, for the days left in the round's window and the history.")
  var today: String?

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs: expected 1 or more, found \(jobs)") }
    if let today, Day(iso: today) == nil {
      throw ValidationError("--today: expected a date as YYYY-MM-DD, found '\(today)'")
    }
  }

  func run() async throws {
    do {
      try await walk()
    } catch let failure as FileError {
      Console.error("error: \(failure); the previous outputs are untouched")
      throw ExitStatus.noFile
    }
  }

  private func walk() async throws {
    let logger = Console.logger(isQuiet: quiet)
    let plan = try options.plan(jobs: jobs ?? Processors.count, formats: formats)
    let day = today.flatMap { Day(iso: $0) } ?? Processors.today
    logger.info("\(RoundWindow(plan.round, today: day).sentence)")
    let files = try InputFolder(root: input).someFiles(of: plan)
    for dataset in plan.datasets
    where !dataset.isReference && !files.contains(where: { $0.dataset == dataset.name }) {
      logger.warning(
        "\(dataset.name): no file fits \(dataset.files.joined(separator: ", ")) below \(input)")
    }
    let rounds = out + "/" + plan.name
    let lockPath = "\(out)/.krong/\(plan.name)-\(plan.round.folder).lock"
    guard let lock = try FileLock(path: lockPath) else {
      Console.error(
        "error: another run holds round \(plan.round.year)/\(plan.round.term) of \(plan.name)")
      throw ExitStatus.roundIsHeld
    }
    let history = try HistoryFile(folder: "\(out)/.krong")
    if let notice = history.notice { logger.warning("\(notice)") }
    let folder = try FolderSwap(place: rounds + "/" + plan.round.folder)
    let outcome = try await Interruption.watching(folder) {
      let outcome = try await Run(plan).run(files, history: history) { path in
        let place = out + "/" + path
        return Folder.exists(place) ? try ByteSource(path: place) : nil
      }
      _ = try await outcome.files.batches.mapInOrder(jobs: plan.jobs) { batch in
        for page in batch.pages { try folder.write(page.path, page.bytes) }
      }
      try printed(outcome.files, of: plan, in: folder, logger)
      try folder.commit()
      return outcome
    }
    // Last, so that a run that failed has left no trace.
    do {
      if let record = outcome.record { try history.record(record, on: day) }
    } catch {
      logger.warning("\(error); the outputs are new, and the next run cannot say what they changed")
    }
    withExtendedLifetime(lock) {}
    for notice in ComparedRounds(outcome, out: out).notices { notice.log(to: logger) }
    report(outcome, to: rounds + "/" + plan.round.folder)
    if !outcome.passed { throw ExitStatus.gateFailed }
  }

  private func printed(
    _ pages: Pages, of plan: Plan, in folder: FolderSwap, _ logger: Logger
  ) throws {
    guard plan.printsPages else { return }
    guard let printer = PagePrinter(day: plan.round.asOf) else {
      logger.warning("\(PagePrinter.isMissing)")
      return
    }
    try printer.print(pages, in: folder, logger)
  }

  private func report(_ outcome: Outcome, to place: String) {
    if json {
      Console.result(outcome.manifest.document)
    } else if !quiet {
      Console.result(Summary(outcome: outcome, place: place).text)
    }
  }
}
