package import Settings
package import Tables

/// What became of every row of every input.
///
/// The total is that of the round's own inputs; those that are only compared with stand below it.
package struct LedgerTable: Measure {
  package static let name = "ledger"
  package static let summary =
    "The fate of every physical row, by input; files that are only compared with stand below the total."

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
    var entries = [[LedgerEntry]](repeating: [], count: clean.inputs.count)
    for entry in clean.ledger.entries { entries[entry.input].append(entry) }
    let compared = clean.inputs.indices.filter { clean.inputs[$0].isReference }
    add(
      clean.inputs.indices.filter { !clean.inputs[$0].isReference }, of: clean, entries,
      "total", Words.total, to: &result)
    if !compared.isEmpty {
      add(compared, of: clean, entries, "compared", Self.compared, to: &result)
    }
    return result
  }

  private static let compared = LocalizedText(
    thai: "รวมไฟล์ที่ใช้เทียบเท่านั้น", english: "Only compared with")

  /// Adds a row for each of some inputs and one for them all.
  private func add(
    _ inputs: [Int], of clean: CleanTables, _ entries: [[LedgerEntry]], _ key: String,
    _ label: LocalizedText, to result: inout FigureTable
  ) {
    for input in inputs {
      let report = clean.inputs[input]
      result.append(
        .init(
          key: report.path,
          labels: [.init(report.path), .init(report.container ?? report.refusal ?? "")]),
        figures(entries[input], isCounted: report.refusal == nil))
    }
    result.append(
      .init(key: key, labels: [label, .init("")], role: .total),
      figures(inputs.flatMap { entries[$0] }, isCounted: true))
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
