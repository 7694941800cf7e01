package import Settings
internal import Tables

/// The curve of a collection window: what every night left to be done, and what this run leaves.
///
/// Nothing of this run's own day is printed, so that the same inputs give the same bytes on any day.
package struct NightTable: Measure {
  package static let name = "nights"
  package static let summary =
    "Schools submitted, errors and further registrations of every earlier night of the round, at most the 'last' …, and of this run."

  private let frame: TableFrame
  /// So many nights are shown, the latest.
  private let last: Int

  package init(
    _ frame: TableFrame, _ settings: Settings, _ round: AggregateRound, shelf: Shelf
  ) throws {
    try settings.allow(only: TableFrame.keys + ["last"])
    self.frame = frame
    last =
      try settings["last"].map { last in
        guard let number = try? last.number, number > 0 else {
          throw last.expected("a number of nights above 0")
        }
        return number
      } ?? .max
  }

  package func figures(of material: Material) -> TracedFigures {
    var result = frame.table(
      stubs: [LocalizedText(thai: "วันที่ประมวลผล", english: "Day of the run")],
      columns: [
        .init("schools-submitted", "โรงเรียนที่ส่งข้อมูล", "Schools submitted", unit: .schools),
        .init("schools-not-submitted", "ยังไม่ส่งข้อมูล", "Not submitted", unit: .schools),
        .init("errors", "ข้อผิดพลาด", "Errors", unit: .findings),
        .init(
          "further-registrations", "ทะเบียนซ้ำ", "Further registrations", unit: .registrations),
      ])
    for night in material.nights.suffix(last) {
      // The rows behind it were those of another run.
      result.append(
        .init(key: night.day.iso, labels: [night.day.short]),
        Self.values(night.intake).map { Figure($0, rows: 0) })
    }
    let tonight = SchoolIntakes(material.linked, material.findings, material.book).total
    result.append(
      .init(key: "this-run", labels: [Self.thisRun], role: .total),
      Self.values(tonight).map { value in
        if case .count(let count) = value { return Figure(value, rows: count) }
        return Figure(value, rows: 0)
      })
    return TracedFigures(result) { _, _ in
      throw UntracedFigure(
        "its table tells what earlier runs left; trace the figures of the headline for this run, and 'krong history' for the others"
      )
    }
  }

  private static let thisRun = LocalizedText(thai: "ครั้งนี้", english: "This run")

  private static func values(_ intake: Intake) -> [Figure.Value] {
    [
      intake.schools.map { .count($0.submitted) } ?? .noData,
      intake.schools.map { .count($0.notSubmitted) } ?? .noData,
      .count(intake.errors), .count(intake.furtherRegistrations),
    ]
  }
}
