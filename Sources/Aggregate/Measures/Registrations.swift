package import Settings
package import Tables

/// Rows as registered, further registrations, and persons, school by school.
package struct Registrations: Measure {
  package static let name = "registrations"
  package static let summary = "Rows as registered, further registrations and persons, by school."

  private let frame: TableFrame
  private let dataset: String

  package init(
    _ frame: TableFrame, _ settings: Settings, _ round: AggregateRound, shelf: Shelf
  ) throws {
    try settings.allow(only: TableFrame.keys + ["dataset"])
    self.frame = frame
    dataset = try settings.required("dataset").word
  }

  package func table(of material: Material) -> FigureTable {
    let columns: [FigureTable.ColumnHead] = [
      .init("registered", "ตามทะเบียน", "As registered", unit: .registrations),
      .init("further", "ทะเบียนซ้ำ", "Further registrations", unit: .registrations),
      .init("persons", "คน", "Persons", unit: .persons),
    ]
    var result = frame.table(
      stubs: [Words.number, Words.code, Words.school], columns: columns)
    guard let (table, links) = material.dataset(dataset) else { return result }
    let schools = DimensionPlan.school.dimension(
      of: table, links: links, schools: material.linked.schools)
    let states = Submissions(material.linked, dataset: dataset).states
    let cube = Cube([schools], accepted: table.accepted, further: links.further)
    for (index, member) in schools.members.enumerated() {
      let count = cube.count([[index]])
      if index == schools.members.count - 1, count.registered == 0 { continue }
      let isSilent = states.indices.contains(index) && states[index] == .notSubmitted
      result.append(
        .init(key: member.key, labels: member.labels),
        isSilent ? columns.map { _ in Figure(.noData, rows: 0) } : figures(count))
    }
    result.append(
      .init(key: "total", labels: [.init(""), .init(""), Words.total], role: .total),
      figures(cube.count([nil])))
    return result
  }

  private func figures(_ count: (registered: Int, persons: Int)) -> [Figure] {
    [count.registered, count.registered - count.persons, count.persons].map {
      Figure(.count($0), rows: count.registered)
    }
  }
}
