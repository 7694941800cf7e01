package import Settings

/// The runs of a pipeline's round, night by night: what `krong history` shows.
package struct RunCurve: Sendable {
  package struct Point: Sendable {
    package let run: PastRun
    /// The figure that was asked for; nil when the run keeps none of that name.
    package let figure: PastFigure?
  }

  package let pipeline: String
  package let year: Int
  package let term: Int
  /// In the order in which the runs were made.
  package let points: [Point]

  /// The curves of all runs, or of one pipeline or round; by pipeline, year and term.
  ///
  /// Throws a `SettingsError` for a pipeline or figure that no run has.
  package static func all(
    _ history: RunHistory, pipeline: Settings? = nil, round: RoundName? = nil,
    figure: Settings? = nil
  ) throws -> [RunCurve] {
    var runs = try history.runs()
    if let pipeline {
      let known = Set(runs.map { $0.pipeline }).sorted()
      guard known.contains(try pipeline.word) else {
        throw pipeline.unknown("pipeline", among: known)
      }
      runs = try runs.filter { $0.pipeline == (try pipeline.word) }
    }
    if let round { runs = runs.filter { $0.year == round.year && $0.term == round.term } }
    let name = try figure.map { try FigureName($0) }
    let points = try runs.map { run in
      Point(run: run, figure: try name.flatMap { try history.figure($0, of: run) })
    }
    if let figure, let last = runs.last, points.allSatisfy({ $0.figure == nil }) {
      throw figure.unknown("figure", among: try history.figureNames(of: last))
    }
    return Dictionary(grouping: points) { [$0.run.pipeline, "\($0.run.year)", "\($0.run.term)"] }
      .sorted { $0.key.lexicographicallyPrecedes($1.key) }
      .compactMap { _, points in
        points.first.map {
          RunCurve(
            pipeline: $0.run.pipeline, year: $0.run.year, term: $0.run.term, points: points)
        }
      }
  }
}
