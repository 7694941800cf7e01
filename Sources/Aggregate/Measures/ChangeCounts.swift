package import Settings
package import Tables

/// What the cleaners changed; the raw values stay in the files.
package struct ChangeCounts: Measure {
  package static let name = "changes"
  package static let summary =
    "Cells that were written anew, by 'file' and kind of change, or by 'kind' alone, most first."

  private enum By: String, CaseIterable { case file, kind }

  private let frame: TableFrame
  private let by: By

  package init(
    _ frame: TableFrame, _ settings: Settings, _ round: AggregateRound, shelf: Shelf
  ) throws {
    try settings.allow(only: TableFrame.keys + ["by"])
    self.frame = frame
    by = try settings["by"]?.choice(of: By.self, called: "grouping") ?? .file
  }

  package func table(of material: Material) -> FigureTable {
    let clean = material.linked.clean
    let files = clean.inputs.indices.filter { clean.inputs[$0].refusal == nil }
      .map { (report: clean.inputs[$0], changes: clean.changes(of: $0)) }
    return by == .file ? byFile(files) : byKind(files.flatMap { $0.changes })
  }

  private typealias Changes = [(change: Change, cells: Int)]

  private func byFile(_ files: [(report: InputReport, changes: Changes)]) -> FigureTable {
    var result = frame.table(
      stubs: [LocalizedText(thai: "ไฟล์", english: "File"), Self.kind], columns: [Self.cells])
    for (report, changes) in files {
      for (change, cells) in changes {
        result.append(
          .init(
            key: report.path + ":" + change.rawValue,
            labels: [LocalizedText(report.path), change.label]),
          [Figure(.count(cells), rows: cells)])
      }
    }
    return result
  }

  private func byKind(_ changes: Changes) -> FigureTable {
    var result = frame.table(
      stubs: [Self.kind],
      columns: [Self.cells, .init("files", "จำนวนไฟล์", "Files", unit: .files)])
    var counts: [Change: (cells: Int, files: Int)] = [:]
    for (change, cells) in changes {
      let count = counts[change] ?? (0, 0)
      counts[change] = (count.cells + cells, count.files + 1)
    }
    let kinds = Change.allCases.compactMap { kind in counts[kind].map { (kind: kind, count: $0) } }
    // The order of equal ones is that of the kinds.
    let mostFirst = kinds.enumerated().sorted {
      ($1.element.count.cells, $0.offset) < ($0.element.count.cells, $1.offset)
    }
    for (kind, count) in mostFirst.map({ $0.element }) {
      result.append(
        .init(key: kind.rawValue, labels: [kind.label]),
        [count.cells, count.files].map { Figure(.count($0), rows: count.cells) })
    }
    return result
  }

  private static let kind = LocalizedText(thai: "สิ่งที่ปรับ", english: "Change")
  private static let cells = FigureTable.ColumnHead("cells", "จำนวนช่อง", "Cells", unit: .cells)
}
