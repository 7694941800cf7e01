package import Settings
package import Tables

/// Reports schools whose rows come from more than one file, as when a page was saved again.
///
/// Where each school sends one file of figures, a second one doubles them.
package struct SchoolFiles: Check {
  package static let name = "school-files"
  package static let summary =
    "Schools whose rows come from several files, told once for each file but the first, {0}."

  private let rule: Int
  private let column: Int

  package init(_ rule: RuleSettings, schema: Schema, shelf: Shelf) throws {
    try rule.settings.allow(only: RuleSettings.commonKeys + ["column"])
    self.rule = rule.rule
    column = try schema.index(of: rule.settings.required("column"))
  }

  package func check(_ linked: LinkedTables, dataset: Int, findings: inout Findings) {
    let table = linked.clean.tables[dataset]
    // Rows stand in the order of their files.
    var files: [Int32: (first: Int, last: Int)] = [:]
    for (row, school) in linked.links[dataset].schools.enumerated() where table.accepted[row] {
      let input = table.raw.origins[row].input
      guard let school, files[school]?.last != input else { continue }
      let first = files[school]?.first ?? input
      if first != input {
        findings.append(
          Finding(
            rule: rule, subject: .row(dataset: dataset, row: row), column: column,
            facts: .text(linked.clean.inputs[first].path)))
      }
      files[school] = (first, input)
    }
  }
}
