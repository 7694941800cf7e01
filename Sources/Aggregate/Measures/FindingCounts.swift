package import Settings
package import Tables

/// Findings counted by rule or by school, worst first.
package struct FindingCounts: Measure {
  package static let name = "findings"
  package static let summary = "Findings by 'rule' or by 'school', with the rows they touch."

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

  /// What a group of findings adds up to.
  private struct Tally {
    var severities: [Severity: Int] = [:]
    var origins = Set<Origin>()
    var schools = Set<Int>()

    mutating func add(_ severity: Severity, _ place: FindingPlace) {
      severities[severity, default: 0] += 1
      origins.insert(place.origin)
      if let school = place.school { schools.insert(school) }
    }

    var findings: Int { severities.values.reduce(0, +) }
    func count(_ severity: Severity) -> Int { severities[severity] ?? 0 }
  }

  private func tallies<Key: Hashable>(
    _ material: Material, _ key: (Finding, FindingPlace) -> Key?
  ) -> [Key: Tally] {
    var tallies: [Key: Tally] = [:]
    for (finding, place) in zip(material.findings.all, material.places) {
      guard let key = key(finding, place) else { continue }
      tallies[key, default: Tally()].add(material.book[finding].severity, place)
    }
    return tallies
  }

  private func byRule(_ material: Material) -> FigureTable {
    var result = frame.table(
      stubs: [
        Words.code, LocalizedText(thai: "ระดับ", english: "Severity"),
        LocalizedText(thai: "ความหมาย", english: "Meaning"),
      ],
      columns: [
        .init("findings", "จำนวนข้อ", "Findings", unit: .findings),
        .init("rows", "แถว", "Rows", unit: .rows),
        .init("schools", "โรงเรียน", "Schools", unit: .schools),
      ])
    let tallies = tallies(material) { finding, _ in finding.rule }
    let worstFirst = tallies.keys.sorted {
      (material.book.rules[$0].severity, -(tallies[$0]?.findings ?? 0), $0)
        < (material.book.rules[$1].severity, -(tallies[$1]?.findings ?? 0), $1)
    }
    for index in worstFirst {
      guard let tally = tallies[index] else { continue }
      let rule = material.book.rules[index]
      result.append(
        .init(
          key: rule.code, labels: [.init(rule.code), rule.severity.label, rule.title]),
        [tally.findings, tally.origins.count, tally.schools.count].map {
          Figure(.count($0), rows: tally.origins.count)
        })
    }
    return result
  }

  private func bySchool(_ material: Material) -> FigureTable {
    var result = frame.table(
      stubs: [Words.code, Words.school],
      columns: [
        .init("errors", "ผิดพลาด", "Errors", unit: .findings),
        .init("warnings", "เตือน", "Warnings", unit: .findings),
        .init("rows", "แถวที่เกี่ยวข้อง", "Rows touched", unit: .rows),
      ])
    let tallies = tallies(material) { _, place in place.school }
    let schools = material.linked.schools
    let order = tallies.map { (school: $0.key, tally: $0.value) }.sorted {
      ($1.tally.count(.error), $1.tally.count(.warning), $0.school)
        < ($0.tally.count(.error), $0.tally.count(.warning), $1.school)
    }
    for (school, tally) in order {
      result.append(
        .init(
          key: schools[school].code,
          labels: [.init(schools[school].code), Words.name(of: schools[school])]),
        [tally.count(.error), tally.count(.warning), tally.origins.count].map {
          Figure(.count($0), rows: tally.origins.count)
        })
    }
    return result
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
