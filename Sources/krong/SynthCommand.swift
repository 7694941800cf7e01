internal import ArgumentParser
internal import Containers
internal import Foundation
internal import Synth

/// `krong synth`: writes a synthetic round and the truth about it.
struct SynthCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "synth",
    abstract: "Write a synthetic round with its truth.",
    discussion: """
      Every name and number is made up. The same settings give the same bytes on every machine.

      DIR/input holds the student lists (dmc/) and the register (register/), DIR/truth what a run
      over them must find: planted.csv, repaired.csv, people.csv, duplicates.csv, totals.csv.
      The layout register is made for the matcher: its truth is people.csv, duplicates.csv with what is
      wrong with each further entry, and negatives.csv with the pairs that must not be joined.
      The layout evolving writes several rounds of one office, each below DIR/<year>-<term>/input; its truth
      is people.csv, whose each row is, and movements.csv, who stayed, moved, joined, left or graduated from
      each round to the next, with the step of the grade and what changed of number and name.

      Examples:
        krong synth --out fixtures/office
        krong synth --out /tmp/nation --layout single --schools 29000 --students 6500000
        krong synth --out /tmp/matcher --layout register --schools 400 --students 100000
        krong synth --out /tmp/rounds --layout evolving --rounds 2568/1,2568/2,2569/1 --schools 60 --students 9000
      """)

  enum Layout: String, ExpressibleByArgument, CaseIterable {
    case office, single, register, evolving
  }

  @Option(help: ArgumentHelp("The folder to write to; it is made.", valueName: "dir"))
  var out: String

  @Option(help: "How many schools stand in the register.")
  var schools = 13

  @Option(help: "How many students are on the lists, before duplicates; at least 8 a school.")
  var students = 1500

  @Option(help: "Another seed gives other people.")
  var seed: UInt64 = 2569

  @Option(help: ArgumentHelp("The round, as in 2569/1.", valueName: "year/term"))
  var round = "2569/1"

  @Option(
    help: ArgumentHelp(
      "The rounds of the layout evolving, the earliest first, as in 2568/1,2568/2,2569/1.",
      valueName: "year/term,…"))
  var rounds: String?

  @Option(
    help: ArgumentHelp(
      """
      office: a file a school, in all formats. single: one CSV of all students. register: one CSV \
      with every kind of duplicate and of what looks like one. evolving: the office in several rounds.
      """))
  var layout = Layout.office

  @Option(help: "Of a thousand students in the layout register, so many are registered twice.")
  var twice = 20

  @Flag(help: "Plant no errors and no duplicates.")
  var clean = false

  func validate() throws {
    do {
      let settings = try settings()
      if let rounds { _ = try settings.rounds(rounds) }
    } catch let error as SynthError {
      throw ValidationError(error.reason)
    }
    guard (layout == .evolving) == (rounds != nil) else {
      throw ValidationError(
        layout == .evolving
          ? "the layout evolving has several rounds, expected --rounds as in 2568/1,2568/2,2569/1"
          : "the layout \(layout) has one round, expected --round instead of --rounds")
    }
  }

  func run() throws {
    do {
      switch layout {
      case .office: try writeOffice(settings())
      case .single: try writeSingle(settings())
      case .register: try writeRegister(settings())
      case .evolving: try writeEvolving(settings())
      }
    } catch let error as FileError {
      printError(error.description)
      throw ExitCode(3)
    }
  }

  private func settings() throws -> SynthSettings {
    let (year, term) = try SynthSettings.round(round)
    return try SynthSettings(
      schools: schools, students: students, seed: seed, year: year, term: term, isClean: clean,
      twice: twice)
  }

  private func writeOffice(_ settings: SynthSettings) throws {
    for file in OfficeLayout.make(settings) { try write(file) }
  }

  private func writeSingle(_ settings: SynthSettings) throws {
    var layout = SingleLayout(settings)
    try write(layout.register)
    try append { layout.nextBatch() }
    try write(layout.totals)
  }

  private func writeRegister(_ settings: SynthSettings) throws {
    var layout = RegisterLayout(settings)
    try write(layout.register)
    try append { layout.nextBatch() }
  }

  private func writeEvolving(_ settings: SynthSettings) throws {
    var layout = EvolvingLayout(try settings.rounds(rounds ?? ""))
    while let round = layout.nextRound() {
      for file in round { try write(file) }
    }
    for file in layout.truth { try write(file) }
  }

  /// Appends each batch to the same few files.
  private func append(_ nextBatch: () -> [SyntheticFile]?) throws {
    var sinks: [String: FileSink] = [:]
    while let batch = nextBatch() {
      for file in batch {
        let sink = try sinks[file.path] ?? makeSink(file.path)
        sinks[file.path] = sink
        try sink.append(file.bytes)
      }
    }
    for sink in sinks.values { try sink.finish() }
  }

  private func write(_ file: SyntheticFile) throws {
    let sink = try makeSink(file.path)
    try sink.append(file.bytes)
    try sink.finish()
  }

  /// Opens a file below the folder, whose own folder is made where it is missing.
  private func makeSink(_ path: String) throws -> FileSink {
    let file = URL(fileURLWithPath: out).appendingPathComponent(path)
    let folder = file.deletingLastPathComponent()
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw FileError(path: folder.path, reason: "the folder could not be made")
    }
    return try FileSink(path: file.path)
  }

  private func printError(_ text: String) {
    FileHandle.standardError.write(Data("krong: error: \(text)\n".utf8))
  }
}
