internal import Containers
internal import Ingest
internal import Pipeline
internal import Settings
internal import Synth
internal import Tables

/// Walks synthetic students through the rooms, to the pages that are made when they are written.
struct SyntheticRun {
  let schools: Int
  let students: Int
  let isClean: Bool
  let jobs: Int

  /// The pages of a run with some `--set`.
  func pages(_ overrides: [String]) async throws -> Pages {
    guard let text = EmbeddedFiles.text("dmc-students.yaml") else {
      throw Misuse(reason: "there is no pipeline dmc-students.yaml")
    }
    let plan = try Plan(
      text: text, path: "dmc-students.yaml", shelf: .files { _ in nil },
      options: RunOptions(overrides: overrides, jobs: jobs))
    var layout = SingleLayout(
      try SynthSettings(schools: schools, students: students, isClean: isClean))
    let register = layout.register
    var bytes: [UInt8] = []
    while let batch = layout.nextBatch() {
      for file in batch where file.path.hasSuffix("students.csv") { bytes += file.bytes }
    }
    return try await Run(plan).run([
      InputFile(path: "dmc/students.csv", dataset: "student", bytes: bytes),
      InputFile(path: register.path, dataset: "school", bytes: register.bytes),
    ]).files
  }
}
