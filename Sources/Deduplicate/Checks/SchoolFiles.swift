package import Settings
package import Tables

/// Keeps of a school that has several files the latest, as when a page was saved again.
///
/// Where each school sends one file of figures, a second one would double them.
package struct SchoolFiles: Check {
  package static let name = "school-files"
  package static let summary =
    "Schools whose rows come from several files: the rows of all but the latest file, {0}, are set aside."
  package static let setsAside = true

  private let rule: Int
  private let column: Int

  package init(_ rule: RuleSettings, schema: Schema, shelf: Shelf) throws {
    try rule.settings.allow(only: RuleSettings.roomKeys + ["column"])
    self.rule = rule.rule
    column = try schema.index(of: rule.settings.required("column"))
  }

  /// Tells each file but the latest once for each school.
  package func check(_ linked: LinkedTables, dataset: Int, findings: inout Findings) {
    let latest = latestFiles(linked, dataset)
    var told: [Int32: Set<Int>] = [:]
    forEachRow(linked, dataset) { row, school, input in
      guard let kept = latest[school], kept != input,
        told[school, default: []].insert(input).inserted
      else { return }
      findings.append(
        Finding(
          rule: rule, subject: .row(dataset: dataset, row: row), column: column,
          facts: .text(linked.clean.inputs[kept].path)))
    }
  }

  package func setAside(_ linked: LinkedTables, dataset: Int) -> [QuarantinedRow] {
    let latest = latestFiles(linked, dataset)
    var rows: [QuarantinedRow] = []
    forEachRow(linked, dataset) { row, school, input in
      if latest[school] != input { rows.append(QuarantinedRow(row: row, rule: rule)) }
    }
    return rows
  }

  /// For each school the file with the latest stamp; of equal ones the first by its path.
  private func latestFiles(_ linked: LinkedTables, _ dataset: Int) -> [Int32: Int] {
    let inputs = linked.clean.inputs
    var latest: [Int32: Int] = [:]
    forEachRow(linked, dataset) { _, school, input in
      guard let kept = latest[school] else {
        latest[school] = input
        return
      }
      let (own, other) = (inputs[input].stamp ?? "", inputs[kept].stamp ?? "")
      if own > other || own == other && inputs[input].path < inputs[kept].path {
        latest[school] = input
      }
    }
    return latest
  }

  private func forEachRow(
    _ linked: LinkedTables, _ dataset: Int,
    _ body: (_ row: Int, _ school: Int32, _ input: Int) -> Void
  ) {
    let table = linked.clean.tables[dataset]
    for (row, school) in linked.links[dataset].schools.enumerated() where table.accepted[row] {
      if let school { body(row, school, table.raw.origins[row].input) }
    }
  }
}
