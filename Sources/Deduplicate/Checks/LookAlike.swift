package import Settings
package import Tables

/// Reports a G-code and a thirteen-digit number that stand for what looks like one child.
///
/// Both names and the birth date agree. A child with a G-code may later get a number, and is then
/// in the register twice.
package struct LookAlike: Check {
  package static let name = "g-code-and-number"
  package static let summary = "The same names and birth date under a G-code and under a number."

  private struct Child: Hashable {
    let givenName: UInt32
    let surname: UInt32
    let birthDate: Day
  }

  private let rule: Int
  private let column: Int
  private let givenName: Int
  private let surname: Int
  private let birthDate: Int

  package init(_ rule: RuleSettings, schema: Schema, shelf: Shelf) throws {
    try rule.settings.allow(
      only: RuleSettings.roomKeys + ["column", "given_name", "surname", "birth_date"])
    self.rule = rule.rule
    column = try schema.index(of: rule.settings.required("column"))
    givenName = try schema.index(of: rule.settings.required("given_name"))
    surname = try schema.index(of: rule.settings.required("surname"))
    birthDate = try schema.index(of: rule.settings.required("birth_date"))
  }

  package func check(_ linked: LinkedTables, dataset: Int, findings: inout Findings) {
    let table = linked.clean.tables[dataset]
    guard let identifiers = table.columns[column].identifier else { return }
    let rows = (0..<table.count).filter { table.accepted[$0] }
    var children: [Child: [Int]] = [:]
    for row in rows where identifiers[row].form == .gCode {
      if let child = child(table, row) { children[child, default: []].append(row) }
    }
    guard !children.isEmpty else { return }
    let names = Set(children.keys.map { $0.givenName })
    var found = Set<Int>()
    for row in rows where identifiers[row].form == .digits {
      guard let code = table.columns[givenName].text?.code(row), names.contains(code),
        let child = child(table, row), let twins = children[child]
      else { continue }
      found.formUnion(twins + [row])
    }
    for row in found.sorted() {
      findings.append(
        Finding(rule: rule, subject: .row(dataset: dataset, row: row), column: column))
    }
  }

  private func child(_ table: CleanTable, _ row: Int) -> Child? {
    guard let given = table.columns[givenName].text, let family = table.columns[surname].text,
      !given.isMissing(row), !family.isMissing(row), let day = table.columns[birthDate].date?[row]
    else { return nil }
    return Child(givenName: given.code(row), surname: family.code(row), birthDate: day)
  }
}
