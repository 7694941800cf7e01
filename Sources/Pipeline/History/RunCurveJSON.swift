internal import Tables

/// The runs of rounds for machines.
package enum RunCurveJSON {
  package static func document(_ curves: [RunCurve]) -> JSON {
    .list(
      curves.map { curve in
        .object([
          ("pipeline", .text(curve.pipeline)), ("year", .number(curve.year)),
          ("term", .number(curve.term)), ("runs", .list(curve.points.map { point($0) })),
        ])
      })
  }

  private static func point(_ point: RunCurve.Point) -> JSON {
    let run = point.run
    return .object(
      [
        ("day", .text(run.firstDay?.iso)), ("last_day", .text(run.lastDay?.iso)),
        ("times", .number(run.times)),
      ] + IntakeJSON.entries(run.intake)
        + (point.figure.map { [("figure", figure($0))] } ?? []))
  }

  private static func figure(_ figure: PastFigure) -> JSON {
    .object([
      ("column", .text(figure.column)), ("value", .text(figure.value)),
      ("numerator", .text(figure.numerator)), ("denominator", .text(figure.denominator)),
      ("unit", .text(figure.unit)), ("rows", .text(figure.rows)),
    ])
  }
}
