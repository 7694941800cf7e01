internal import Containers
internal import Deduplicate
internal import Ingest
internal import Pipeline
internal import Settings
internal import Tables

/// Matches the students of a folder of inputs and prints what that alone costs.
struct Matching {
  let options: Options

  /// Prints `name value` lines: seconds of the processor, and bytes.
  ///
  /// The lists (`dmc/`), what they are compared with (`affiliation/`, if it is there) and the register
  /// (`register/`) are read and cleaned first; seconds and the peak over the cleaned columns are those of the
  /// matching. A second round shows what memory kept warm saves.
  func print(_ folder: String) async throws {
    guard let text = EmbeddedFiles.text(options.pipeline) else {
      throw Misuse(reason: "there is no pipeline \(options.pipeline)")
    }
    let plan = try Plan(
      text: text, path: options.pipeline, shelf: .files { _ in nil },
      options: RunOptions(jobs: options.jobs))
    let clean = try await Run(plan).clean(InputFiles.of(folder, plan))
    for _ in 0..<options.rounds {
      let before = Cost.now
      let matched = await plan.deduplicate.match(clean)
      let after = Cost.now
      for links in matched.links {
        guard let report = links.matching else { continue }
        Swift.print("rows \(report.rows)")
        Swift.print("pairs \(report.pairs)")
        Swift.print("clusters \(links.clusters.count)")
        for key in report.keys { Swift.print("key \(key.name) \(key.pairs) \(key.cutPairs)") }
      }
      Swift.print("cpu \(after.processorSeconds - before.processorSeconds)")
      Swift.print("wall \(after.wallSeconds - before.wallSeconds)")
      Swift.print("peak \(after.peakBytes)")
      Swift.print("over-columns \(after.peakBytes - before.peakBytes)")
    }
  }
}
