package import Settings
internal import Tables

/// The schools of the register without a single row: not submitted, or submitted with no pupils.
package struct MissingSchools: Measure {
  package static let name = "missing-schools"
  package static let summary = "Schools of the register without rows, and why."

  private let frame: TableFrame
  private let dataset: String

  package init(
    _ frame: TableFrame, _ settings: Settings, _ round: AggregateRound, shelf: Shelf
  ) throws {
    try settings.allow(only: TableFrame.keys + ["dataset"])
    self.frame = frame
    dataset = try settings.required("dataset").word
  }

  package func figures(of material: Material) -> TracedFigures {
    var result = TracedRows(
      frame.table(
        stubs: [Words.code, Words.school, LocalizedText(thai: "สถานะ", english: "State")],
        columns: [.init("rows", "แถว", "Rows", unit: .rows)]))
    let submissions = Submissions(material.linked, dataset: dataset)
    for (school, state) in zip(material.linked.schools, submissions.states) {
      guard let label = state.label else { continue }
      result.append(
        .init(key: school.code, labels: [.init(school.code), .init(school.name), label]),
        [
          // There are no rows: that is what the table is about.
          TracedFigure(Figure(state == .notSubmitted ? .noData : .count(0), rows: 0)) { _ in [] }
        ])
    }
    return result.figures(of: material)
  }
}

extension Submissions.State {
  fileprivate var label: LocalizedText? {
    switch self {
    case .submitted, .unregistered: nil
    case .withoutPupils:
      LocalizedText(thai: "ส่งแล้ว ไม่มีนักเรียน", english: "Submitted, no pupils")
    case .notSubmitted: LocalizedText(thai: "ยังไม่ส่งข้อมูล", english: "Not submitted")
    }
  }
}
