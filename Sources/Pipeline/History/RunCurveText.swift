internal import Tables

/// The runs of rounds as tables for a person.
package struct RunCurveText: Sendable {
  private let words: RoundWords

  package init(_ words: RoundWords) { self.words = words }

  /// `figure` is the name of the figure that was asked for.
  package func text(_ curves: [RunCurve], figure: String? = nil) -> String {
    guard !curves.isEmpty else { return words[.noRun] + "\n" }
    return curves.map { curve in
      let title = words[.history, curve.pipeline, "\(curve.year)/\(curve.term)"]
      let lines = figure == nil ? nights(curve) : figures(curve)
      return ([figure.map { "\(title): \($0)" } ?? title] + lines.map { "  " + $0 })
        .joined(separator: "\n") + "\n"
    }.joined(separator: "\n")
  }

  private func nights(_ curve: RunCurve) -> [String] {
    let heads: [RoundWords.Key] = [
      .day, .times, .submitted, .withoutPupils, .notSubmitted, .accepted, .errorCount,
      .furtherCount,
    ]
    let rows = curve.points.map { point -> [String] in
      let intake = point.run.intake
      let schools = intake?.schools
      return [day(point.run), words.number(point.run.times)]
        + [
          schools?.submitted, schools?.withoutPupils, schools?.notSubmitted, intake?.rows,
          intake?.errors, intake?.furtherRegistrations,
        ].map { number in number.map { words.number($0) } ?? "–" }
    }
    return TerminalTable([heads.map { words[$0] }] + rows, numbers: Set(1..<heads.count)).lines
  }

  private func figures(_ curve: RunCurve) -> [String] {
    let isShare = curve.points.contains { $0.figure?.denominator.isEmpty == false }
    let heads: [RoundWords.Key] = [.day, .value] + (isShare ? [.parts] : [])
    let rows = curve.points.map { point -> [String] in
      guard let figure = point.figure else { return [day(point.run), "–"] }
      let parts = figure.denominator.isEmpty ? "" : "\(figure.numerator)/\(figure.denominator)"
      return [day(point.run), figure.value.isEmpty ? "–" : figure.value] + (isShare ? [parts] : [])
    }
    return TerminalTable([heads.map { words[$0] }] + rows, numbers: Set(1..<heads.count)).lines
  }

  private func day(_ run: PastRun) -> String { run.firstDay.map { words.day($0) } ?? "–" }
}
