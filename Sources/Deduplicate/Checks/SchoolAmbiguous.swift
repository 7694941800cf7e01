package import Settings
package import Tables

/// Reports rows whose school's code means several schools of the register.
package struct SchoolAmbiguous: Check {
  package static let name = "school-ambiguous"
  package static let summary =
    "Rows whose school code stands for several schools of the register; {0} is its length, {1} their number."

  private let rule: Int
  private let column: Int

  package init(_ rule: RuleSettings, schema: Schema, shelf: Shelf) throws {
    try rule.settings.allow(only: RuleSettings.roomKeys + ["column"])
    self.rule = rule.rule
    column = try schema.index(of: rule.settings.required("column"))
  }

  package func check(_ linked: LinkedTables, dataset: Int, findings: inout Findings) {
    for (row, place) in linked.links[dataset].schools.enumerated() {
      guard let place else { continue }
      let school = linked.schools[Int(place)]
      guard school.meanings > 1 else { continue }
      findings.append(
        Finding(
          rule: rule, subject: .row(dataset: dataset, row: row), column: column,
          facts: .numbers(school.code.utf8.count, school.meanings)))
    }
  }
}
