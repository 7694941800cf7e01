package import Settings
package import Tables

/// Reports rows that stand nearly alone in a group, while another group beside it is large.
///
/// Two pupils in room 2 of a grade whose room 1 has thirty are a slip of the pen, not a room.
/// Facts: the rows of the group, those of the largest beside it.
package struct SmallGroup: Check {
  package static let name = "small-group"
  package static let summary =
    "Of the rows with the same values in 'by', 'within' a file, a school or the round, at 'most' so many share a value of 'column', while another value has so many or more ('beside')."
  package static let keys = ["by", "column", "within", "most", "beside"]

  private let rule: Int
  private let column: Int
  private let columns: [Int]
  private let reach: GroupReach
  private let most: Int
  private let beside: Int

  package init(_ rule: RuleSettings, schema: Schema, shelf: Shelf) throws {
    let settings = rule.settings
    try settings.allow(only: RuleSettings.roomKeys + Self.keys)
    self.rule = rule.rule
    column = try schema.index(of: settings.required("column"))
    columns = try settings.required("by").items.map { try schema.index(of: $0) }
    reach = try settings.required("within").choice(of: GroupReach.self, called: "reach")
    most = try settings.required("most").number
    let beside = try settings.required("beside")
    self.beside = try beside.number
    guard most > 0 else { throw try settings.required("most").expected("a number above 0") }
    guard self.beside > most else { throw beside.expected("a number above 'most'") }
  }

  package func check(_ linked: LinkedTables, dataset: Int, findings: inout Findings) {
    let groups = RowGroups(
      linked, dataset: dataset, columns: columns + [column], within: reach, missing: .skip)
    let families = RowGroups(
      linked, dataset: dataset, columns: columns, within: reach, missing: .skip)
    var counts = [Int](repeating: 0, count: groups.first.count)
    for first in groups.first where first >= 0 { counts[Int(first)] += 1 }
    var largest = [Int](repeating: 0, count: counts.count)
    for (row, count) in counts.enumerated() where count > 0 {
      let family = Int(families.first[row])
      largest[family] = max(largest[family], count)
    }
    for (row, first) in groups.first.enumerated() where first >= 0 {
      let count = counts[Int(first)]
      let most = largest[Int(families.first[row])]
      guard count <= self.most, most >= beside else { continue }
      findings.append(
        Finding(
          rule: rule, subject: .row(dataset: dataset, row: row), column: column,
          facts: .numbers(count, most)))
    }
  }
}

extension SmallGroup {
  private static let table = """
    school_code,grade,room
    20010001,ป.1,1
    20010001,ป.1,1
    20010001,ป.1,1
    20010001,ป.1,2
    20010001,ป.2,2
    20010002,ป.1,1
    20010001,ป.1,
    20010002,,1
    """

  package static let examples = [
    CheckExample(
      with: .map([
        "by": ["grade"], "column": "room", "within": "school", "most": "1", "beside": "3",
      ]), table, finds: ["4:room:1:3"]),
    CheckExample(
      with: .map([
        "by": ["grade"], "column": "room", "within": "school", "most": "2", "beside": "4",
      ]), table, finds: []),
    CheckExample(
      with: .map([
        "by": ["grade"], "column": "room", "within": "round", "most": "1", "beside": "4",
      ]), table, finds: ["4:room:1:4"]),
  ]
}
