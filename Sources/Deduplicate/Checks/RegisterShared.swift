package import Settings
package import Tables

/// Reports schools of the register that share a code which is to name one school.
package struct RegisterShared: Check {
  package static let name = "register-shared"
  package static let summary =
    "Two schools of the register with one code in one of 'register_columns'; {0} is the other school's code."
  package static let isAboutRegister = true

  private let rule: Int
  private let registerColumns: [String]

  package init(_ rule: RuleSettings, schema: Schema, shelf: Shelf) throws {
    try rule.settings.allow(only: RuleSettings.roomKeys + ["register_columns"])
    self.rule = rule.rule
    registerColumns = try rule.settings.required("register_columns").words
  }

  package func check(_ linked: LinkedTables, dataset: Int, findings: inout Findings) {
    guard let register = linked.register else { return }
    let table = linked.clean.tables[register]
    for column in registerColumns.compactMap({ table.schema.index(of: $0) }) {
      var owners: [String: Int32] = [:]
      for (row, school) in linked.links[register].schools.enumerated() {
        guard let school, !table.columns[column].isMissing(row) else { continue }
        let code = table.columns[column].string(row)
        let owner = owners[code] ?? school
        owners[code] = owner
        guard owner != school else { continue }
        findings.append(
          Finding(
            rule: rule, subject: .row(dataset: register, row: row), column: column,
            facts: .text(linked.schools[Int(owner)].code)))
      }
    }
  }
}
