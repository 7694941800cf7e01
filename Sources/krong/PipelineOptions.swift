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
  func plan(jobs: Int) throws -> Plan {
    let options = RunOptions(
      round: round, overrides: replacements, language: language, jobs: jobs)
    let folder = Folder.parent(of: pipeline)
    let shelf = Shelf.files { try Self.text(folder + "/" + $0) }
    guard let text = try Self.text(pipeline) ?? EmbeddedFiles.text(pipeline) else {
      throw SettingsError("there is no such file", at: Place(file: pipeline))
    }
    return try Plan(text: text, path: Folder.name(of: pipeline), shelf: shelf, options: options)
  }

  private static func text(_ path: String) throws -> String? {
    guard Folder.exists(path) else { return nil }
    let source = try ByteSource(path: path)
    guard source.count <= 16 << 20 else {
      throw FileError(path: path, reason: "is too large for a file of settings")
    }
    let bytes = try source.read(0..<source.count)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw FileError(path: path, reason: "is not UTF-8")
    }
    return text
  }
}

extension Language: ExpressibleByArgument {}
