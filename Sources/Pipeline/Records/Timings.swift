/// `timings.json`: what each stage cost; the only file of a run with times in it.
struct Timings {
  let steps: [Walk.Step]
  /// Accepted rows of all inputs.
  let rows: Int

  var document: JSON {
    let wall = steps.reduce(0) { $0 + $1.wallSeconds }
    return .object([
      ("stages", .list(steps.map(stage))),
      ("wall_seconds", .decimal(wall)),
      ("cpu_seconds", .decimal(steps.reduce(0) { $0 + $1.cpuSeconds })),
      ("peak_memory_bytes", .number(Walk.peakMemory)),
      ("rows", .number(rows)),
      ("rows_per_second", .decimal(wall > 0 ? Double(rows) / wall : 0)),
      // Nothing is cached yet; the key is there for those who read the file.
      ("cache_hits", .number(0)),
    ])
  }

  private func stage(_ step: Walk.Step) -> JSON {
    .object([
      ("stage", .text(step.stage)), ("wall_seconds", .decimal(step.wallSeconds)),
      ("cpu_seconds", .decimal(step.cpuSeconds)), ("findings", .number(step.findings)),
    ])
  }
}
