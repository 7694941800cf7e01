internal import Tables

/// `progress.csv`: every finding of this run as new, still open or explained by its school, and those of the last one that are mended.
///
/// Empty but for its header in the first run of a round. A mended finding stands where it stood then.
struct ProgressFile {
  let figures: Figures

  func bytes() -> [UInt8] {
    var csv = CSVText(header: "state,rule,school,file,sheet,row,column")
    guard let progress = figures.found.progress else { return csv.bytes }
    for (index, finding) in figures.found.findings.all.enumerated() {
      let isExplained = figures.found.answers.isExplained(index)
      csv.append(
        [isExplained ? "explained" : progress.states[index].rawValue] + place(of: finding))
    }
    for mended in progress.mended {
      csv.append([
        "mended", mended.rule, mended.school, mended.file, mended.sheet,
        mended.row > 0 ? String(mended.row) : "", mended.column,
      ])
    }
    return csv.bytes
  }

  private func place(of finding: Finding) -> [String] {
    let linked = figures.linked
    let place = linked.place(of: finding)
    let input = linked.clean.inputs[place.origin.input]
    let table = (place.row?.dataset ?? linked.clean.index(of: input.dataset))
      .map { linked.clean.tables[$0] }
    return [
      figures.found.book[finding].code, place.school.map { linked.schools[$0].code } ?? "",
      input.path, input.sheet(place.origin.sheet),
      place.origin.row > 0 ? String(place.origin.row) : "",
      finding.column.flatMap { table?.schema.columns[$0].name } ?? "",
    ]
  }
}
