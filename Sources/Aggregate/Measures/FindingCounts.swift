package import Settings
internal import Tables

/// Findings counted by rule or by school, worst first.
package struct FindingCounts: Measure {
  package static let name = "findings"
  package static let summary =
    "Findings by 'rule' or by 'school', with the rows, pupils and schools they touch."

  private enum By: String, CaseIterable { case rule, school }

  private let frame: TableFrame
  private let by: By
  private let suppression: SuppressionRule?

  package init(
    _ frame: TableFrame, _ settings: Settings, _ round: AggregateRound, shelf: Shelf
  ) throws {
    try settings.allow(only: TableFrame.keys + ["by"])
    self.frame = frame
    by = try settings.required("by").choice(of: By.self, called: "grouping")
    suppression = round.suppression
  }

  package func figures(of material: Material) -> TracedFigures {
    let result = by == .rule ? byRule(material) : bySchool(material)
    return result.figures(of: material)
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

  /// A figure of a sum of findings; nil stands for "no data".
  private func figure(
    _ tally: FindingTally, _ sum: @escaping @Sendable (FindingTally) -> Int?,
    of isCounted: @escaping @Sendable (Finding, FindingPlace) -> Bool
  ) -> TracedFigure {
    TracedFigure(Figure(sum(tally).map { .count($0) } ?? .noData, rows: tally.rows)) { material in
      guard sum(tally) != nil else { return [] }
      return material.lines(of: material.findings(where: isCounted)) { sum($0) ?? 0 }
    }
  }

  // MARK: By rule

  private func byRule(_ material: Material) -> TracedRows {
    var result = TracedRows(
      frame.table(
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
        ], suppression: suppression))
    let tallies = tallies(material) { finding, _ in finding.rule }
    let hidden = hidden(tallies, material.book)
    let holdsPersons = material.holdsPersons
    var causes: [Int: Int] = [:]
    for cause in material.causes.all { causes[cause.rule, default: 0] += 1 }
    let worstFirst = tallies.keys.sorted {
      (material.book.rules[$0].severity, -(tallies[$0]?.findings ?? 0), $0)
        < (material.book.rules[$1].severity, -(tallies[$1]?.findings ?? 0), $1)
    }
    for index in worstFirst {
      guard let tally = tallies[index] else { continue }
      let rule = material.book.rules[index]
      let head = FigureTable.RowHead(
        key: rule.code,
        labels: [.init(rule.code), rule.severity.label, rule.title, rule.unit.label])
      if hidden.contains(index) {
        let figure = TracedFigure(Figure(.suppressed, rows: 0)) { _ in [] }
        result.append(head, [TracedFigure](repeating: figure, count: 5))
        continue
      }
      result.append(
        head,
        [
          figure(tally, { $0.findings }) { finding, _ in finding.rule == index },
          figure(tally, { $0.rows }) { finding, _ in finding.rule == index },
          figure(tally, { holdsPersons ? $0.pupils : nil }) { finding, _ in finding.rule == index },
          figure(tally, { $0.schools }) { finding, _ in finding.rule == index },
          TracedFigure(Figure(.count(causes[index] ?? 0), rows: tally.rows)) { material in
            Self.causes(of: index, material)
          },
        ])
    }
    return result
  }

  /// The rules that concern so few pupils that what they find may be read as their number.
  ///
  /// The sum of a severity is told elsewhere, so that a rule is never hidden alone.
  private func hidden(_ tallies: [Int: FindingTally], _ book: RuleBook) -> Set<Int> {
    guard let suppression else { return [] }
    var hidden: Set<Int> = []
    for severity in Severity.allCases {
      let rules = tallies.keys.filter { book.rules[$0].severity == severity }
        .sorted { (tallies[$0]?.findings ?? 0, $0) < (tallies[$1]?.findings ?? 0, $1) }
      let few = rules.filter { rule in
        tallies[rule].map { suppression.hides($0.pupils) || suppression.hides($0.findings) }
          ?? false
      }
      hidden.formUnion(few)
      if few.count == 1, let next = rules.first(where: { !few.contains($0) }) {
        hidden.insert(next)
      }
    }
    return hidden
  }

  /// The first finding of each cause gives 1.
  private static func causes(of rule: Int, _ material: Material) -> [FigureTrace.Line] {
    var firsts: [Int: Int] = [:]
    for cause in material.causes.all where cause.rule == rule {
      firsts[cause.findings[0], default: 0] += 1
    }
    return material.findings { finding, _ in finding.rule == rule }.map {
      FigureTrace.Line(.value, material.place(ofFinding: $0), firsts[$0] ?? 0)
    }
  }

  // MARK: By school

  private func bySchool(_ material: Material) -> TracedRows {
    var result = TracedRows(
      frame.table(
        stubs: [Words.code, Words.school],
        columns: [
          .init("errors", "ผิดพลาด", "Errors", unit: .findings),
          .init("warnings", "เตือน", "Warnings", unit: .findings),
          .init("infos", "เพื่อทราบ", "For information", unit: .findings),
          .init("rows", "แถวที่เกี่ยวข้อง", "Rows touched", unit: .rows),
          .init("pupils", "นักเรียนที่เกี่ยวข้อง", "Pupils touched", unit: .persons),
          .init("new", "พบใหม่", "New", unit: .findings),
          .init("open", "ยังค้างอยู่", "Still open", unit: .findings),
          .init("mended", "แก้แล้ว", "Mended", unit: .findings),
          .init("explained", "ชี้แจงแล้ว", "Explained", unit: .findings),
        ]))
    let tallies = tallies(material) { _, place in place.school }
    let holdsPersons = material.holdsPersons
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
        [
          figure(tally, { $0.count(.error) }) { _, place in place.school == school },
          figure(tally, { $0.count(.warning) }) { _, place in place.school == school },
          figure(tally, { $0.count(.info) }) { _, place in place.school == school },
          figure(tally, { $0.rows }) { _, place in place.school == school },
          figure(tally, { holdsPersons ? $0.pupils : nil }) { _, place in place.school == school },
        ] + steps.figures(of: school))
    }
    return result
  }
}

/// What became of each school's findings since the run before.
private struct SchoolSteps {
  private var counts: [Int: (new: Int, open: Int, mended: Int)] = [:]
  private var explained: [Int: Int] = [:]
  private let isKnown: Bool

  init(_ material: Material) {
    isKnown = material.progress != nil
    for (finding, place) in material.places.enumerated() {
      guard let school = place.school, material.answers.isExplained(finding) else { continue }
      explained[school, default: 0] += 1
    }
    guard let progress = material.progress else { return }
    for (finding, (state, place)) in zip(progress.states, material.places).enumerated() {
      guard let school = place.school, !material.answers.isExplained(finding) else { continue }
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

  /// New, still open and mended, of which a first run of a round has no data, and explained.
  ///
  /// What a school has explained is neither new nor open.
  func figures(of school: Int) -> [TracedFigure] {
    let count = counts[school] ?? (0, 0, 0)
    let steps = [count.new, count.open, count.mended].map {
      TracedFigure(Figure(isKnown ? .count($0) : .noData, rows: isKnown ? $0 : 0)) { _ in
        throw UntracedFigure(
          "it compares the run with the one before; progress.csv of the run lists its findings, new, open and mended, each with its row"
        )
      }
    }
    let answered = explained[school] ?? 0
    return steps + [
      TracedFigure(Figure(.count(answered), rows: answered)) { _ in
        throw UntracedFigure(
          "it hangs on what the school has answered; its sheet, schools/<code>.xlsx, lists what it has explained"
        )
      }
    ]
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
