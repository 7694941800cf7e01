internal import Containers
internal import Tables

/// What a run has written of a round: its figures, what they are called, and how they were made.
struct RoundFigures: Sendable {
  let name: String
  let figures: [FiguresReader.Line]
  let labels: RoundLabels
  /// Nil where the manifest is not there, or not to be read.
  let facts: RoundFacts?

  /// Reads a round's folder; throws `FileError` where it holds no figures.
  init(folder: String, round: RoundName, pipeline: String) throws {
    name = round.text
    let path = folder + "/figures.csv"
    guard Folder.exists(path) else {
      throw FileError(
        path: path,
        reason: "is not there; krong run \(pipeline).yaml --round \(round.text) makes it")
    }
    do {
      figures = try FiguresReader.read(Self.bytes(path))
    } catch let refusal as FiguresReader.Refusal {
      throw FileError(
        path: path,
        reason: refusal.reason
          + "; krong run \(pipeline).yaml --round \(round.text) makes it anew")
    }
    labels = RoundLabels((try? Self.bytes(folder + "/labels.csv")) ?? [])
    facts = (try? ByteSource(path: folder + "/manifest.json").read(0..<RoundFacts.mostBytes))
      .flatMap { RoundFacts($0) }
  }

  private static func bytes(_ path: String) throws -> [UInt8] {
    let source = try ByteSource(path: path)
    guard source.count <= FiguresReader.mostBytes else {
      throw FileError(path: path, reason: "holds more than \(FiguresReader.mostBytes) bytes")
    }
    return try source.read(0..<source.count)
  }
}
