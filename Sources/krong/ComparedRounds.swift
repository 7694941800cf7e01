internal import Containers
internal import Logging
internal import Pipeline
internal import Tables

/// What a run says of the earlier rounds that its figures were to be compared with.
struct ComparedRounds {
  struct Notice {
    let level: Logger.Level
    let text: String

    func log(to logger: Logger) { logger.log(level: level, "\(text)") }
  }

  let notices: [Notice]

  init(_ outcome: Outcome, out: String) {
    let runs = (try? RunHistory(folder: out + "/.krong")?.runs()) ?? []
    notices = outcome.compared.map { earlier in
      let round = "round \(earlier.round.name) (\(earlier.name))"
      let path = out + "/" + earlier.path
      switch earlier.state {
      case .found: return Notice(level: .info, text: "compared with \(round): \(path)")
      case .unreadable(let reason):
        return Notice(
          level: .warning,
          text: "\(path): \(reason); not compared with \(round); run that round again")
      case .missing:
        let pipeline = earlier.path.prefix { $0 != "/" }
        let isKnown = runs.contains {
          $0.pipeline == pipeline && $0.year == earlier.round.year && $0.term == earlier.round.term
        }
        let why = isKnown ? "the history knows the round, but its files are gone: " : ""
        return Notice(
          level: .info,
          text: "not compared with \(round): \(why)there is no \(path); "
            + "krong run with --round \(earlier.round.name) makes it")
      }
    }
  }
}
