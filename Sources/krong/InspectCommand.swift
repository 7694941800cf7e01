internal import ArgumentParser
internal import Containers
internal import Ingest
internal import Pipeline
internal import Settings
internal import Tables

/// `krong inspect`: what Krong sees in a file, before any pipeline is written for it.
struct InspectCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Shows what a file is, which schema fits it, and what its columns hold.",
    discussion: """
      Names, identifiers and sensitive values are masked unless --audience officer is given.

      Examples:
        krong inspect exports/dmc/2569-1-student.xlsx
        krong inspect --json exports/*.csv
        krong inspect --cells exports/dmc/2569-1-student.xlsx

      Exit codes: 0 every file was read; 2 the command or a schema is wrong; 3 a file was refused.
      """)

  @Argument(help: "The files to look at; of a folder, every file in it.")
  var files: [String]

  @Flag(help: "Prints every cell as sheet, row, column, type and text, with tabs between them.")
  var cells = false

  @Flag(help: "Prints what was seen as JSON.")
  var json = false

  @Flag(help: "Prints a schema as YAML, made from the file's own header, for you to finish.")
  var draft = false

  @Option(
    help: "The schema to read with, by its path below pipelines/; default: the one that fits best.")
  var schema: String?

  @Option(help: "The folder of schemas, rules and code lists.")
  var pipelines = "pipelines"

  @Option(help: "The round that dates are checked against, as YEAR/TERM; default: the latest.")
  var round: String?

  @Option(help: "Today's date as YYYY-MM-DD, which the latest round is counted from.")
  var today: String?

  @Option(help: "The language of the answer: th or en.")
  var language = Language.thai

  @Option(help: "Who may read the answer: public, director, school or officer.")
  var audience = Audience.director

  func validate() throws {
    guard !files.isEmpty else { throw ValidationError("name at least one file") }
    if cells, files.count > 1 { throw ValidationError("--cells takes one file at a time") }
    if draft, files.count > 1 { throw ValidationError("--draft takes one file at a time") }
    if cells, json { throw ValidationError("--cells and --json exclude each other") }
    if let today, Day(iso: today) == nil {
      throw ValidationError("--today: expected a date as YYYY-MM-DD, found '\(today)'")
    }
  }

  func run() async throws {
    if cells { return try listCells(files[0]) }
    let inspector = try Inspector(
      shelf: SettingsFolder(path: pipelines).shelf, round: round, schema: schema,
      today: today.flatMap { Day(iso: $0) } ?? Processors.today, audience: audience,
      language: language, jobs: Processors.count)
    if draft { return try await printDraft(inspector) }
    var inspections: [Inspection] = []
    for file in try files.flatMap(paths).flatMap({ try InputArchive.files(of: file($0)) }) {
      inspections.append(try await inspector.inspect(file))
    }
    if json {
      Console.result(InspectionJSON.document(inspections).document)
    } else {
      let words = try inspector.words
      for inspection in inspections { Console.result(InspectionText(words).text(inspection)) }
    }
    if inspections.contains(where: { $0.refusal != nil }) { throw ExitStatus.noFile }
  }

  private func paths(of place: String) throws -> [String] {
    guard Folder.isFolder(place) else { return [place] }
    return try InputFolder(root: place).paths().map { place + "/" + $0 }
  }

  private func file(_ path: String) -> InputFile {
    InputFile(path: path, dataset: "") { try ByteSource(path: path) }
  }

  private func printDraft(_ inspector: Inspector) async throws {
    do {
      Console.result(try await inspector.draft(file(files[0])).text)
    } catch let refusal as ContainerError {
      throw refused(files[0], refusal)
    }
  }

  private func refused(_ path: String, _ refusal: ContainerError) -> ExitStatus {
    Console.error("\(path): \(refusal.rule): \(refusal.message)")
    return .noFile
  }

  private func listCells(_ path: String) throws {
    do {
      try CellListing.list(ByteSource(path: path)) { Console.result($0) }
    } catch let refusal as ContainerError {
      throw refused(path, refusal)
    }
  }
}

extension Audience: ExpressibleByArgument {}
