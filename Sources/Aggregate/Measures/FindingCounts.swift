package import Settings
package import Tables

/// Findings counted by rule or by school, worst first.
package struct FindingCounts: Measure {
  package static let name = "findings"
  package static let summary =
    "Findings by 'rule' or by 'school', with the rows, pupils and schools they touch."

  private enum By: String, CaseIterable { case rule, school }

  private let frame: TableFrame
  private let by: By

  package init(
    _ frame: TableFrame, _ settings: Settings, _ round: AggregateRound, shelf: Shelf
  ) throws {
    try settings.allow(only: TableFrame.keys + ["by"])
    self.frame = frame
    by = try settings.required("by").choice(of: By.self, called: "grouping")
  }

  package func table(of material: Material) -> FigureTable {
    by == .rule ? byRule(material) : bySchool(material)
  }

  private func tallies<Key: Hashable>(
    _ material: Material, _ key: (Finding, FindingPlace) -> Key?
  ) -> [Key: FindingTally] {
    var tallies: [Key: FindingTally] = [:]
    for (index, finding) in material.findings.all.enumerated() {
      guard let key = key(finding, material.places[index]) else { continue }
      material.add(index, to: &tallies[key, default: FindingTally()])
    }
    return tallies
  }

  // MARK: By rule

  private func byRule(_ material: Material) -> FigureTable {
    var result = frame.table(
      stubs: [
        Words.code, LocalizedText(thai: "ระดับ", english: "Severity"),
        LocalizedText(thai: "ความหมาย", english: "Meaning"),
        LocalizedText(thai: "นับเป็น", english: "Counts"),
      ],
      columns: [
        .init("findings", "จำนวนข้อ", "Findings", unit: .findings),
        .init("rows", "แถว", "Rows", unit: .rows),
        .init("pupils", "นักเรียน", "Pupils", unit: .persons),
        .init("schools", "โรงเรียน", "Schools", unit: .schools),
        .init("causes", "พบทั้งไฟล์", "Whole files", unit: .causes),
      ])
    let tallies = tallies(material) { finding, _ in finding.rule }
    var causes: [Int: Int] = [:]
    for cause in material.causes.all { causes[cause.rule, default: 0] += 1 }
    let worstFirst = tallies.keys.sorted {
      (material.book.rules[$0].severity, -(tallies[$0]?.findings ?? 0), $0)
        < (material.book.rules[$1].severity, -(tallies[$1]?.findings ?? 0), $1)
    }
    for index in worstFirst {
      guard let tally = tallies[index] else { continue }
      let rule = material.book.rules[index]
      result.append(
        .init(
          key: rule.code,
          labels: [.init(rule.code), rule.severity.label, rule.title, rule.unit.label]),
        [
          Figure(.count(tally.findings), rows: tally.rows),
          Figure(.count(tally.rows), rows: tally.rows), pupils(tally, material),
          Figure(.count(tally.schools), rows: tally.rows),
          Figure(.count(causes[index] ?? 0), rows: tally.rows),
        ])
    }
    return result
  }

  private func pupils(_ tally: FindingTally, _ material: Material) -> Figure {
    Figure(material.holdsPersons ? .count(tally.pupils) : .noData, rows: tally.rows)
  }

  // MARK: By school

  private func bySchool(_ material: Material) -> FigureTable {
    var result = frame.table(
      stubs: [Words.code, Words.school],
      columns: [
        .init("errors", "ผิดพลาด", "Errors", unit: .findings),
        .init("warnings", "เตือน", "Warnings", unit: .findings),
        .init("rows", "แถวที่เกี่ยวข้อง", "Rows touched", unit: .rows),
        .init("pupils", "นักเรียนที่เกี่ยวข้อง", "Pupils touched", unit: .persons),
        .init("new", "พบใหม่", "New", unit: .findings),
        .init("open", "ยังค้างอยู่", "Still open", unit: .findings),
        .init("mended", "แก้แล้ว", "Mended", unit: .findings),
      ])
    let tallies = tallies(material) { _, place in place.school }
    let steps = SchoolSteps(material)
    let schools = material.linked.schools
    let touched = Set(tallies.keys).union(steps.schools).sorted()
    let worstFirst = touched.map { (school: $0, tally: tallies[$0] ?? FindingTally()) }.sorted {
      ($1.tally.count(.error), $1.tally.count(.warning), $1.tally.pupils, $0.school)
        < ($0.tally.count(.error), $0.tally.count(.warning), $0.tally.pupils, $1.school)
    }
    for (school, tally) in worstFirst {
      result.append(
        .init(
          key: schools[school].code,
          labels: [.init(schools[school].code), Words.name(of: schools[school])]),
        [tally.count(.error), tally.count(.warning), tally.rows].map {
          Figure(.count($0), rows: tally.rows)
        } + [pupils(tally, material)] + steps.figures(of: school))
    }
    return result
  }
}

/// What became of each school's findings since the run before.
private struct SchoolSteps {
  private var counts: [Int: (new: Int, open: Int, mended: Int)] = [:]
  private let isKnown: Bool

  init(_ material: Material) {
    isKnown = material.progress != nil
    guard let progress = material.progress else { return }
    for (state, place) in zip(progress.states, material.places) {
      guard let school = place.school else { continue }
      switch state {
      case .new: counts[school, default: (0, 0, 0)].new += 1
      case .open: counts[school, default: (0, 0, 0)].open += 1
      }
    }
    let places = Dictionary(
      material.linked.schools.enumerated().map { ($0.element.code, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    for mended in progress.mended {
      guard let school = places[mended.school] else { continue }
      counts[school, default: (0, 0, 0)].mended += 1
    }
  }

  var schools: Set<Int> { Set(counts.keys) }

  /// New, still open and mended; no data for the first run of a round.
  func figures(of school: Int) -> [Figure] {
    let count = counts[school] ?? (0, 0, 0)
    return [count.new, count.open, count.mended].map {
      Figure(isKnown ? .count($0) : .noData, rows: isKnown ? $0 : 0)
    }
  }
}

extension Severity {
  fileprivate var label: LocalizedText {
    switch self {
    case .error: LocalizedText(thai: "ผิดพลาด", english: "Error")
    case .warning: LocalizedText(thai: "เตือน", english: "Warning")
    case .info: LocalizedText(thai: "เพื่อทราบ", english: "For information")
    }
  }
}

extension FindingUnit {
  fileprivate var label: LocalizedText {
    switch self {
    case .files: LocalizedText(thai: "ไฟล์", english: "Files")
    case .rows: LocalizedText(thai: "แถว", english: "Rows")
    case .pupils: LocalizedText(thai: "นักเรียน", english: "Pupils")
    case .schools: LocalizedText(thai: "โรงเรียน", english: "Schools")
    }
  }
}
