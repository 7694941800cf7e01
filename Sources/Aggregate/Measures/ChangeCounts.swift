package import Settings
internal import Tables

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

  package func figures(of material: Material) -> TracedFigures {
    let clean = material.linked.clean
    let changes = clean.inputs.indices.filter { clean.inputs[$0].refusal == nil }.flatMap { input in
      clean.changes(of: input).map { FileChange(input: input, change: $0.change, cells: $0.cells) }
    }
    let result = by == .file ? byFile(changes, clean.inputs) : byKind(changes)
    return result.figures(of: material)
  }

  /// In how many cells of a file one kind of change was made; it is not kept in which.
  private struct FileChange {
    let input: Int
    let change: Change
    let cells: Int
  }

  private func byFile(_ changes: [FileChange], _ inputs: [InputReport]) -> TracedRows {
    var result = TracedRows(
      frame.table(
        stubs: [LocalizedText(thai: "ไฟล์", english: "File"), Self.kind], columns: [Self.cells]))
    for own in changes {
      let path = inputs[own.input].path
      result.append(
        .init(
          key: path + ":" + own.change.rawValue,
          labels: [LocalizedText(path), own.change.label]),
        [figure([own], rows: own.cells) { $0.cells }])
    }
    return result
  }

  private func byKind(_ changes: [FileChange]) -> TracedRows {
    var result = TracedRows(
      frame.table(
        stubs: [Self.kind],
        columns: [Self.cells, .init("files", "จำนวนไฟล์", "Files", unit: .files)]))
    let kinds = Change.allCases.compactMap { kind in
      let own = changes.filter { $0.change == kind }
      return own.isEmpty ? nil : (kind: kind, own: own, cells: own.reduce(0) { $0 + $1.cells })
    }
    // The order of equal ones is that of the kinds.
    let mostFirst = kinds.enumerated().sorted {
      ($1.element.cells, $0.offset) < ($0.element.cells, $1.offset)
    }
    for (kind, own, cells) in mostFirst.map({ $0.element }) {
      result.append(
        .init(key: kind.rawValue, labels: [kind.label]),
        [figure(own, rows: cells) { $0.cells }, figure(own, rows: cells) { _ in 1 }])
    }
    return result
  }

  /// What some files give together, each a line of its own.
  private func figure(
    _ changes: [FileChange], rows: Int, _ amount: (FileChange) -> Int
  ) -> TracedFigure {
    let lines = changes.map {
      FigureTrace.Line(.value, .input(Origin(input: $0.input)), amount($0))
    }
    return TracedFigure(Figure(.count(lines.reduce(0) { $0 + $1.amount }), rows: rows)) { _ in lines
    }
  }

  private static let kind = LocalizedText(thai: "สิ่งที่ปรับ", english: "Change")
  private static let cells = FigureTable.ColumnHead("cells", "จำนวนช่อง", "Cells", unit: .cells)
}
