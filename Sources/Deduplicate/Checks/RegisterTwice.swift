package import Settings
package import Tables

/// Reports rows of the register whose code an earlier row has already.
package struct RegisterTwice: Check {
  package static let name = "register-twice"
  package static let summary = "Two rows of the register with one school code; the first counts."
  package static let isAboutRegister = true

  private let rule: Int
  private let registerColumn: String

  package init(_ rule: RuleSettings, schema: Schema, shelf: Shelf) throws {
    try rule.settings.allow(only: RuleSettings.roomKeys + ["register_column"])
    self.rule = rule.rule
    registerColumn = try rule.settings.required("register_column").word
  }

  package func check(_ linked: LinkedTables, dataset: Int, findings: inout Findings) {
    guard let register = linked.register,
      let column = linked.clean.tables[register].schema.index(of: registerColumn)
    else { return }
    for (row, school) in linked.links[register].schools.enumerated() {
      guard let school, linked.schools[Int(school)].registerRow != row else { continue }
      findings.append(
        Finding(rule: rule, subject: .row(dataset: register, row: row), column: column))
    }
  }
}
