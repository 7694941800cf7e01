package import Settings
package import Tables

/// Reports rows whose values stand in an earlier row already; every row of a group but its first.
///
/// Fact: the row of the first, as its file counts it, with the file's path where that is another one. Rows
/// that lack one of the values are not judged, unless `missing: same` says that this is a value, too.
package struct Unique: Check {
  package static let name = "unique"
  package static let summary =
    "The values in 'columns', all together, stand in one row only 'within' a file, a school or the round; with 'missing: same' empty cells are alike."
  package static let keys = ["columns", "within", "missing"]

  private let rule: Int
  private let columns: [Int]
  private let reach: GroupReach
  private let missing: GroupMissing

  package init(_ rule: RuleSettings, schema: Schema, shelf: Shelf) throws {
    let settings = rule.settings
    try settings.allow(only: RuleSettings.roomKeys + Self.keys)
    self.rule = rule.rule
    columns = try (settings["columns"]?.items ?? []).map { try schema.index(of: $0) }
    let within = try settings.required("within")
    reach = try within.choice(of: GroupReach.self, called: "reach")
    missing =
      try settings["missing"]?.choice(of: GroupMissing.self, called: "word") ?? .skip
    guard !columns.isEmpty || reach == .school else {
      throw SettingsError("missing key 'columns'", at: settings.place)
    }
  }

  package func check(_ linked: LinkedTables, dataset: Int, findings: inout Findings) {
    let groups = RowGroups(
      linked, dataset: dataset, columns: columns, within: reach, missing: missing)
    for (row, first) in groups.first.enumerated() where first >= 0 && Int(first) != row {
      findings.append(
        Finding(
          rule: rule, subject: .row(dataset: dataset, row: row), column: columns.first,
          facts: .text(place(of: Int(first), seenFrom: row, linked, dataset))))
    }
  }

  private func place(
    of first: Int, seenFrom row: Int, _ linked: LinkedTables, _ dataset: Int
  ) -> String {
    let origins = linked.clean.tables[dataset].raw.origins
    let (origin, own) = (origins[first], origins[row])
    if origin.input == own.input { return "\(origin.row)" }
    return "\(origin.row) (\(linked.clean.inputs[origin.input].path))"
  }
}

extension Unique {
  private static let table = """
    file,school_code,grade,number:integer,id:identifier
    a.csv,20010001,ป.1,1,11
    a.csv,20010001,ป.1,1,12
    a.csv,20010002,ป.1,1,11
    a.csv,20010001,,1,
    a.csv,20010001,,1,
    b.csv,20010001,ป.1,1,11
    b.csv,,ป.1,1,13
    """

  package static let examples = [
    CheckExample(
      with: .map(["columns": ["grade", "number"], "within": "school"]), table,
      finds: ["2:grade:2", "6:grade:2 (a.csv)"]),
    CheckExample(
      with: .map(["columns": ["grade", "number"], "within": "file"]), table,
      finds: ["2:grade:2", "3:grade:2", "7:grade:7"]),
    CheckExample(
      with: .map(["columns": "id", "within": "round"]), table,
      finds: ["3:id:2", "6:id:2 (a.csv)"]),
    CheckExample(
      with: .map(["columns": ["grade", "number"], "within": "school", "missing": "same"]), table,
      finds: ["2:grade:2", "5:grade:5", "6:grade:2 (a.csv)"]),
    // Without columns a school has one row.
    CheckExample(
      with: .map(["within": "school"]),
      """
      school_code
      20010001
      20010002
      20010001
      """,
      finds: ["3:2"]),
  ]
}
