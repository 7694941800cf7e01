package import Settings
package import Tables

/// Reports pupils in a grade that their school does not offer.
package struct GradeOffered: Check {
  package static let name = "grade-offered"
  package static let summary = "Pupils in a grade outside the levels that the register gives."

  private let rule: Int
  private let column: Int
  private let registerColumn: String
  /// The grades of each wording of the levels offered.
  private let grades: [String: Set<String>]
  private let knownGrades: Set<String>

  package init(_ rule: RuleSettings, schema: Schema, shelf: Shelf) throws {
    let settings = rule.settings
    try settings.allow(
      only: RuleSettings.roomKeys + ["column", "register_column", "offered", "grades"])
    self.rule = rule.rule
    column = try schema.index(of: settings.required("column"))
    registerColumn = try settings.required("register_column").word
    let list = try shelf.codeList(named: settings.required("grades"))
    let offered = try shelf.codeList(named: settings.required("offered"))
    guard let codes = list.column("code"), let wordings = offered.column("levels"),
      let first = offered.column("first"), let last = offered.column("last")
    else {
      throw try settings.required("offered").expected("columns levels, first and last")
    }
    var grades: [String: Set<String>] = [:]
    for (index, wording) in wordings.enumerated() {
      guard let from = codes.firstIndex(of: first[index]),
        let to = codes.firstIndex(of: last[index]),
        from <= to
      else { throw try settings.required("offered").expected("grades of the list of grades") }
      grades[Self.key(wording)] = Set(codes[from...to])
    }
    self.grades = grades
    knownGrades = Set(codes)
  }

  package func check(_ linked: LinkedTables, dataset: Int, findings: inout Findings) {
    let table = linked.clean.tables[dataset]
    guard let codes = table.columns[column].text else { return }
    let allowed = linked.schools.map { offered(by: $0, in: linked) }
    // One verdict for each pair of school and grade.
    let width = codes.dictionary.count
    let names = (0..<width).map { codes.dictionary.string(of: UInt32($0)) }
    let isOffered = allowed.map { grades in names.map { grades?.contains($0) ?? true } }
    for (row, school) in linked.links[dataset].schools.enumerated() {
      guard let school else { continue }
      let code = Int(codes.code(row))
      if isOffered[Int(school)][code] || codes.missing[code] { continue }
      guard knownGrades.contains(names[code]) else { continue }
      findings.append(
        Finding(rule: rule, subject: .row(dataset: dataset, row: row), column: column))
    }
  }

  private func offered(by school: School, in linked: LinkedTables) -> Set<String>? {
    guard let row = school.registerRow,
      let register = linked.register,
      let wording = linked.clean.tables[register][registerColumn]?.string(row)
    else { return nil }
    return grades[Self.key(wording)]
  }

  /// Wordings are compared without spaces and dots.
  private static func key(_ wording: String) -> String {
    wording.filter { !$0.isWhitespace && $0 != "." }
  }
}
