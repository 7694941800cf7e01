package import Settings
package import Tables

/// What became of every row of every input.
package struct LedgerTable: Measure {
  package static let name = "ledger"
  package static let summary = "The fate of every physical row, by input."

  private let frame: TableFrame

  package init(
    _ frame: TableFrame, _ settings: Settings, _ round: AggregateRound, shelf: Shelf
  ) throws {
    try settings.allow(only: TableFrame.keys)
    self.frame = frame
  }

  package func table(of material: Material) -> FigureTable {
    var result = frame.table(
      stubs: [
        LocalizedText(thai: "ไฟล์", english: "File"), LocalizedText(thai: "ชนิด", english: "Kind"),
      ],
      columns: [
        .init("physical", "แถวทั้งหมด", "Rows", unit: .rows),
        .init("title", "หัวตาราง", "Titles", unit: .rows),
        .init("blank", "ว่าง", "Blank", unit: .rows),
        .init("total", "แถวรวม", "Totals", unit: .rows),
        .init("quarantined", "กักไว้", "Quarantined", unit: .rows),
        .init("accepted", "รับไว้", "Accepted", unit: .rows),
        .init("persons", "คน", "Persons", unit: .persons),
        .init("further", "ทะเบียนซ้ำ", "Further", unit: .registrations),
      ])
    let clean = material.linked.clean
    for (input, report) in clean.inputs.enumerated() {
      let entries = clean.ledger.entries.filter { $0.input == input }
      let isCounted = report.refusal == nil
      result.append(
        .init(
          key: report.path,
          labels: [.init(report.path), .init(report.container ?? report.refusal ?? "")]),
        figures(entries, isCounted: isCounted))
    }
    result.append(
      .init(key: "total", labels: [Words.total, .init("")], role: .total),
      figures(clean.ledger.entries, isCounted: true))
    return result
  }

  private func figures(_ entries: [LedgerEntry], isCounted: Bool) -> [Figure] {
    let fields: [@Sendable (LedgerEntry) -> Int] = [
      { $0.physical }, { $0.title }, { $0.blank }, { $0.total }, { $0.quarantined },
      { $0.accepted }, { $0.persons }, { $0.furtherRegistrations },
    ]
    let rows = entries.reduce(0) { $0 + $1.physical }
    return fields.map { field in
      Figure(isCounted ? .count(entries.reduce(0) { $0 + field($1) }) : .noData, rows: rows)
    }
  }
}
