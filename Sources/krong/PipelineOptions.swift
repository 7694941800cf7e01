internal import ArgumentParser
internal import Containers
internal import Pipeline
internal import Settings
internal import Tables

/// What `run` and `check` have in common: the pipeline file and what replaces parts of it.
struct PipelineOptions: ParsableArguments {
  @Argument(help: "The pipeline file; a name without a folder is also looked for in the program.")
  var pipeline: String

  @Option(
    name: .customLong("round"), help: "The round, as YEAR/TERM of the Buddhist era, such as 2569/1."
  )
  var round: String?

  @Option(
    name: .customLong("set"),
    help: "Replaces a key of the pipeline file, such as --set gates.errors=0.1; may be repeated.")
  var replacements: [String] = []

  @Option(help: "The language of pages and messages: th or en.")
  var language: Language?

  /// Reads the pipeline and all that it names; throws every mistake with its place.
  func plan(jobs: Int, formats: String? = nil, question: AdHocQuestion? = nil) throws -> Plan {
    let options = RunOptions(
      round: round, overrides: replacements, language: language, formats: formats,
      jobs: jobs, question: question)
    return try Self.plan(pipeline, options)
  }

  /// The files beside the pipeline, or else those of the program.
  var shelf: Shelf { SettingsFolder(path: Folder.parent(of: pipeline)).shelf }

  /// Reads a pipeline file of the disk, or else of the program.
  static func plan(_ pipeline: String, _ options: RunOptions) throws -> Plan {
    let folder = SettingsFolder(path: Folder.parent(of: pipeline))
    guard let text = try SettingsFolder.text(pipeline) ?? EmbeddedFiles.text(pipeline) else {
      throw SettingsError("there is no such file", at: Place(file: pipeline))
    }
    return try Plan(
      text: text, path: Folder.name(of: pipeline), shelf: folder.shelf, options: options)
  }
}

extension Language: ExpressibleByArgument {}
