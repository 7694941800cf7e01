package import Settings
package import Tables

/// Reports rows whose school is not in the register.
package struct UnknownSchool: Check {
  package static let name = "unknown-school"
  package static let summary = "Rows whose school code the register does not hold."

  private let rule: Int
  private let column: Int

  package init(_ rule: RuleSettings, schema: Schema, shelf: Shelf) throws {
    try rule.settings.allow(only: RuleSettings.roomKeys + ["column"])
    self.rule = rule.rule
    column = try schema.index(of: rule.settings.required("column"))
  }

  package func check(_ linked: LinkedTables, dataset: Int, findings: inout Findings) {
    guard linked.schools.contains(where: { $0.registerRow != nil }) else { return }
    let table = linked.clean.tables[dataset]
    for (row, school) in linked.links[dataset].schools.enumerated() where table.accepted[row] {
      if let school, linked.schools[Int(school)].meanings > 0 { continue }
      if table.columns[column].isMissing(row) { continue }
      findings.append(
        Finding(rule: rule, subject: .row(dataset: dataset, row: row), column: column))
    }
  }
}
