package import Settings
package import Tables

/// Reports a grade whose rooms are not numbered 1, 2, 3 … without a gap.
package struct RoomGap: Check {
  package static let name = "room-gap"
  package static let summary = "A school's grade has a room, but not the room before it."

  private struct Class: Hashable, Comparable {
    let school: Int32
    let grade: UInt32
    let room: Int

    static func < (left: Class, right: Class) -> Bool {
      (left.school, left.grade, left.room) < (right.school, right.grade, right.room)
    }
  }

  private let rule: Int
  private let column: Int
  private let grade: Int

  package init(_ rule: RuleSettings, schema: Schema, shelf: Shelf) throws {
    try rule.settings.allow(only: RuleSettings.roomKeys + ["column", "grade"])
    self.rule = rule.rule
    column = try schema.index(of: rule.settings.required("column"))
    grade = try schema.index(of: rule.settings.required("grade"))
  }

  package func check(_ linked: LinkedTables, dataset: Int, findings: inout Findings) {
    let table = linked.clean.tables[dataset]
    guard let rooms = table.columns[column].number, let grades = table.columns[grade].text
    else { return }
    var firstRows: [Class: Int] = [:]
    var last: Class?
    for (row, school) in linked.links[dataset].schools.enumerated() {
      guard let school, !grades.isMissing(row), let room = rooms[row], room > 0 else { continue }
      let own = Class(school: school, grade: grades.code(row), room: room)
      // Rows come class by class, so most are known without a look-up.
      if own != last, firstRows[own] == nil { firstRows[own] = row }
      last = own
    }
    var found: [(row: Int, missing: Int)] = []
    for (own, row) in firstRows where own.room > 1 {
      let before = Class(school: own.school, grade: own.grade, room: own.room - 1)
      if firstRows[before] == nil { found.append((row, before.room)) }
    }
    for (row, missing) in found.sorted(by: { $0.row < $1.row }) {
      findings.append(
        Finding(
          rule: rule, subject: .row(dataset: dataset, row: row), column: column,
          facts: .number(missing)))
    }
  }
}
