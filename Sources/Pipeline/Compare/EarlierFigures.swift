internal import Containers
package import Tables

/// The figures of an earlier round that a run is to be compared with, and whether they are to be had.
package struct EarlierFigures: Sendable {
  package enum State: Sendable, Equatable {
    case found
    /// The round has no folder, or its folder no figures.
    case missing
    /// The file is there, and cannot be used, with why.
    case unreadable(String)
  }

  /// Nil for a round that only tables of several years ask for.
  package let kind: EarlierRound.Kind?
  package let round: Round
  /// Below the folder of the results.
  package let path: String
  package let state: State
  /// Nil where there is no file, or it cannot be read.
  let sha256: String?
  let figures: EarlierRound?

  /// `open` gives the file at a path below the folder of the results, nil when there is none.
  init(
    _ kind: EarlierRound.Kind?, _ round: Round, of pipeline: String, tables: Set<String>,
    open: (String) throws -> ByteSource?
  ) {
    self.kind = kind
    self.round = round
    path = "\(pipeline)/\(round.folder)/figures.csv"
    var hash: String?
    var lines: [FiguresReader.Line] = []
    do {
      guard let source = try open(path) else {
        (state, sha256, figures) = (.missing, nil, nil)
        return
      }
      guard source.count <= FiguresReader.mostBytes else {
        throw FiguresReader.Refusal(reason: "holds more than \(FiguresReader.mostBytes) bytes")
      }
      let bytes = try source.read(0..<source.count)
      hash = Fingerprint.sha256(bytes)
      lines = try FiguresReader.read(bytes, only: tables)
      state = .found
    } catch let refusal as FiguresReader.Refusal {
      state = .unreadable(refusal.reason)
    } catch let failure as FileError {
      state = .unreadable(failure.reason)
    } catch {
      state = .unreadable("cannot be read")
    }
    sha256 = hash
    figures =
      state == .found
      ? EarlierRound(
        kind: kind, round: round,
        values: Dictionary(
          lines.map { ($0.id, $0.value) }, uniquingKeysWith: { first, _ in first })) : nil
  }

  /// What the round is compared as.
  package var name: String { kind?.rawValue ?? "years" }

  /// As the manifest names it.
  var json: JSON {
    let (word, reason): (String, String?) =
      switch state {
      case .found: ("found", nil)
      case .missing: ("not there", nil)
      case .unreadable(let reason): ("not readable", reason)
      }
    return .object([
      ("with", .text(name)), ("round", .text(round.name)), ("path", .text(path)),
      ("state", .text(word)), ("reason", .text(reason)), ("sha256", .text(sha256)),
    ])
  }
}
