package import Settings
package import Tables

/// Reports groups of rows that are too few or too many, once a group, at its first row.
///
/// Facts: the number of rows, the bound that it passes. A group without rows is none that could be found.
package struct GroupCount: Check {
  package static let name = "group-count"
  package static let summary =
    "Of the rows with the same values in 'by', 'within' a file, a school or the round, there are at 'least' and at 'most' so many; with 'missing: same' empty cells are alike."
  package static let keys = ["by", "within", "least", "most", "missing"]

  private let rule: Int
  private let columns: [Int]
  private let reach: GroupReach
  private let missing: GroupMissing
  private let bounds: ClosedRange<Int>

  package init(_ rule: RuleSettings, schema: Schema, shelf: Shelf) throws {
    let settings = rule.settings
    try settings.allow(only: RuleSettings.roomKeys + Self.keys)
    self.rule = rule.rule
    columns = try (settings["by"]?.items ?? []).map { try schema.index(of: $0) }
    let within = try settings.required("within")
    reach = try within.choice(of: GroupReach.self, called: "reach")
    missing =
      try settings["missing"]?.choice(of: GroupMissing.self, called: "word") ?? .skip
    let least = try settings["least"]?.number ?? 0
    let most = try settings["most"]?.number ?? Int.max
    guard settings["least"] != nil || settings["most"] != nil else {
      throw SettingsError("missing key 'least' or 'most'", at: settings.place)
    }
    guard 0 <= least, least <= most else {
      throw (settings["most"] ?? settings).expected("a number that is not below 'least'")
    }
    bounds = least...most
  }

  package func check(_ linked: LinkedTables, dataset: Int, findings: inout Findings) {
    let groups = RowGroups(
      linked, dataset: dataset, columns: columns, within: reach, missing: missing)
    var counts = [Int](repeating: 0, count: groups.first.count)
    for first in groups.first where first >= 0 { counts[Int(first)] += 1 }
    for (row, count) in counts.enumerated() where count > 0 && !bounds.contains(count) {
      let bound = count < bounds.lowerBound ? bounds.lowerBound : bounds.upperBound
      findings.append(
        Finding(
          rule: rule, subject: .row(dataset: dataset, row: row), column: columns.last,
          facts: .numbers(count, bound)))
    }
  }
}

extension GroupCount {
  private static let table = """
    file,school_code,grade,room:integer
    a.csv,20010001,ป.1,1
    a.csv,20010001,ป.1,01
    a.csv,20010001,ป.1,1
    a.csv,20010001,ป.1,2
    a.csv,20010002,ป.1,1
    b.csv,20010002,ป.1,
    b.csv,20010002,ป.1,1
    """

  package static let examples = [
    CheckExample(
      with: .map(["by": ["grade", "room"], "within": "school", "most": "2"]), table,
      finds: ["1:room:3:2"]),
    CheckExample(
      with: .map(["by": ["grade", "room"], "within": "school", "least": "2", "most": "3"]), table,
      finds: ["4:room:1:2"]),
    CheckExample(
      with: .map(["within": "school", "least": "4"]), table, finds: ["5:3:4"]),
    CheckExample(
      with: .map(["within": "file", "least": "3"]), table, finds: ["6:2:3"]),
    CheckExample(
      with: .map(["by": "room", "within": "school", "most": "0", "missing": "same"]), table,
      finds: ["1:room:3:0", "4:room:1:0", "5:room:2:0", "6:room:1:0"]),
  ]
}
