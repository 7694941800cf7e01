internal import Containers
package import Settings

/// Finds two rounds of a pipeline among the results of runs, and compares them.
package struct ComparedResults: Sendable {
  private let out: String

  /// The folder that receives the results of runs.
  package init(out: String) { self.out = out }

  /// Without the name of a pipeline it is the only one of which both rounds have been run.
  package func comparison(
    _ before: RoundName, _ now: RoundName, pipeline: Settings?, table: Settings?
  ) throws -> RoundComparison {
    let name = try pipeline.map { try Self.name(of: $0) } ?? onlyPipeline(before, now)
    let rounds = try [before, now].map {
      try RoundFigures(folder: folder(of: name, $0), round: $0, pipeline: name)
    }
    if let table {
      let names = RoundComparison.tableNames(rounds[0], rounds[1])
      guard names.contains(try table.word) else { throw table.unknown("table", among: names) }
    }
    return RoundComparison(
      rounds[0], rounds[1], pipeline: name, table: try table?.word)
  }

  private func folder(of pipeline: String, _ round: RoundName) -> String {
    "\(out)/\(pipeline)/\(round.folder)"
  }

  /// A pipeline file is called as its pipeline is.
  private static func name(of settings: Settings) throws -> String {
    let file = Folder.name(of: try settings.word)
    let name = file.hasSuffix(".yaml") ? String(file.dropLast(5)) : file
    guard !name.isEmpty, !name.hasPrefix(".") else {
      throw settings.expected("the name of a pipeline")
    }
    return name
  }

  private func onlyPipeline(_ before: RoundName, _ now: RoundName) throws -> String {
    guard Folder.isFolder(out) else {
      throw FileError(path: out, reason: "holds no results; krong run makes them")
    }
    let pipelines = try Folder.entries(out).filter { $0.isFolder && !$0.name.hasPrefix(".") }
      .map { $0.name }
    let counts = pipelines.map { name in
      [before, now].count { Folder.exists(folder(of: name, $0) + "/figures.csv") }
    }
    let most = counts.max() ?? 0
    let likely = zip(pipelines, counts).filter { $0.1 == most }.map { $0.0 }
    guard most > 0, let name = likely.first else {
      throw FileError(
        path: out,
        reason: "holds neither round \(before.text) nor round \(now.text); "
          + "krong run PIPELINE --round \(before.text) makes the first of them")
    }
    guard likely.count == 1 else {
      throw SettingsError(
        "these pipelines were run for the rounds: \(likely.joined(separator: ", ")); name one",
        at: Place(file: "--pipeline"))
    }
    return name
  }
}

extension RoundName {
  package var text: String { "\(year)/\(term)" }
  /// The folder of the round's outputs.
  var folder: String { "\(year)-\(term)" }
}
