package import Settings
internal import Tables

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

  package func figures(of material: Material) -> TracedFigures {
    var result = TracedRows(
      frame.table(
        stubs: [
          LocalizedText(thai: "ไฟล์", english: "File"),
          LocalizedText(thai: "ชนิด", english: "Kind"),
        ], columns: Self.columns.map { $0.head }))
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
    return result.figures(of: material)
  }

  private static let columns: [(fate: RowFate, head: FigureTable.ColumnHead)] = [
    (.physical, .init("physical", "แถวทั้งหมด", "Rows", unit: .rows)),
    (.title, .init("title", "หัวตาราง", "Titles", unit: .rows)),
    (.blank, .init("blank", "ว่าง", "Blank", unit: .rows)),
    (.total, .init("total", "แถวรวม", "Totals", unit: .rows)),
    (.quarantined, .init("quarantined", "กักไว้", "Quarantined", unit: .rows)),
    (.accepted, .init("accepted", "รับไว้", "Accepted", unit: .rows)),
    (.persons, .init("persons", "คน", "Persons", unit: .persons)),
    (.further, .init("further", "ทะเบียนซ้ำ", "Further", unit: .registrations)),
  ]

  private static let compared = LocalizedText(
    thai: "รวมไฟล์ที่ใช้เทียบเท่านั้น", english: "Only compared with")

  /// Adds a row for each of some inputs and one for them all.
  private func add(
    _ inputs: [Int], of clean: CleanTables, _ entries: [[LedgerEntry]], _ key: String,
    _ label: LocalizedText, to result: inout TracedRows
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

  private func figures(_ entries: [LedgerEntry], isCounted: Bool) -> [TracedFigure] {
    let rows = RowFate.physical.count(entries)
    return Self.columns.map { fate, _ in
      TracedFigure(Figure(isCounted ? .count(fate.count(entries)) : .noData, rows: rows)) {
        isCounted ? fate.lines(of: entries, in: $0.linked) : []
      }
    }
  }
}
