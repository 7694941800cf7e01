package import Settings
package import Tables

/// What the cleaners changed, by file and kind; the raw values stay in the files.
package struct ChangeCounts: Measure {
  package static let name = "changes"
  package static let summary = "Cells that were written anew, by input and kind of change."

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
        LocalizedText(thai: "ไฟล์", english: "File"),
        LocalizedText(thai: "ที่แก้", english: "Change"),
      ],
      columns: [.init("cells", "จำนวนช่อง", "Cells", unit: .cells)])
    let clean = material.linked.clean
    for (input, report) in clean.inputs.enumerated() where report.refusal == nil {
      for (change, cells) in clean.changes(of: input) {
        result.append(
          .init(
            key: report.path + ":" + change.rawValue,
            labels: [LocalizedText(report.path), LocalizedText(change.rawValue)]),
          [Figure(.count(cells), rows: cells)])
      }
    }
    return result
  }
}
