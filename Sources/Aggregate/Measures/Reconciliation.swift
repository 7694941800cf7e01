package import Settings
internal import Tables

/// What came of comparing sources with each other, by all rules of the kind `reconciled`.
///
/// Figures of both sources are of the schools that both have, so that a school that one of them lacks is no
/// difference; how many these are is told apart. Where nothing could be compared the tables have no rows.
package struct Reconciliation: Measure {
  package static let name = "reconciliation"
  package static let summary =
    "Sources against each other, as the rules of the kind 'reconciled' compare them: 'by' summary, comparison (a line for each), or difference (a line for each cell of a school that differs)."

  private enum Lines: String, CaseIterable { case summary, comparison, difference }

  private let frame: TableFrame
  private let lines: Lines

  package init(
    _ frame: TableFrame, _ settings: Settings, _ round: AggregateRound, shelf: Shelf
  ) throws {
    try settings.allow(only: TableFrame.keys + ["by"])
    self.frame = frame
    lines = try settings.required("by").choice(of: Lines.self, called: "kind of line")
  }

  package func figures(of material: Material) -> TracedFigures {
    var result = TracedRows(frame.table(stubs: stubs, columns: columns))
    switch lines {
    case .summary: appendSummary(material, to: &result)
    case .comparison: appendComparisons(material, to: &result)
    case .difference: appendDifferences(material, to: &result)
    }
    return result.figures(of: material)
  }

  // MARK: Heads

  private static let first = LocalizedText(thai: "แหล่งแรก", english: "First source")
  private static let second = LocalizedText(thai: "แหล่งที่สอง", english: "Second source")
  private static let subject = LocalizedText(thai: "เรื่องที่เทียบ", english: "What is compared")

  private var stubs: [LocalizedText] {
    switch lines {
    case .summary: [LocalizedText(thai: "รายการ", english: "Item")]
    case .comparison: [Self.subject, Self.first, Self.second]
    case .difference:
      [
        Words.code, Words.school, Self.subject,
        LocalizedText(thai: "รายการ", english: "Item"),
      ]
    }
  }

  private var columns: [FigureTable.ColumnHead] {
    switch lines {
    case .summary:
      [
        FigureTable.ColumnHead(
          key: "value", headings: [LocalizedText(thai: "จำนวน", english: "Number")], unit: "")
      ]
    case .comparison: Comparison.State.allCases.map { $0.head } + amounts
    case .difference: amounts
    }
  }

  private var amounts: [FigureTable.ColumnHead] {
    let heads = [
      ("first", LocalizedText(thai: "ยอดแหล่งแรก", english: "By the first")),
      ("second", LocalizedText(thai: "ยอดแหล่งที่สอง", english: "By the second")),
      ("difference", LocalizedText(thai: "ผลต่าง", english: "Difference")),
    ]
    return heads.map {
      FigureTable.ColumnHead(key: $0, headings: [$1], unit: "")
    }
  }

  // MARK: Lines

  private func appendSummary(_ material: Material, to result: inout TracedRows) {
    let all = material.comparisons
    let compared = all.filter { $0.isCompared }
    guard !all.isEmpty else { return }
    let schools = { (states: [Comparison.State]) in
      Set(all.flatMap { comparison in states.flatMap { comparison.schools($0) } }).count
    }
    let lines: [(key: String, label: LocalizedText, count: Int)] = [
      (
        "comparisons-compared", LocalizedText(thai: "เรื่องที่เทียบได้", english: "Compared"),
        compared.count
      ),
      (
        "comparisons-different",
        LocalizedText(thai: "เรื่องที่ไม่ตรงกัน", english: "Compared and different"),
        compared.count { !$0.differences.isEmpty }
      ),
      (
        "schools-compared",
        LocalizedText(thai: "โรงเรียนที่เทียบได้", english: "Schools compared"),
        schools([.equal, .different])
      ),
      (
        "schools-different",
        LocalizedText(thai: "โรงเรียนที่ไม่ตรงกัน", english: "Schools that differ"),
        schools([.different])
      ),
      (
        "schools-incomplete",
        LocalizedText(
          thai: "โรงเรียนที่ขาดข้อมูลบางแหล่ง", english: "Schools that some source lacks"),
        schools([.incomplete, .onlyFirst, .onlySecond])
      ),
      (
        "differences", LocalizedText(thai: "รายการที่ไม่ตรงกัน", english: "Differences"),
        compared.reduce(0) { $0 + $1.differences.count }
      ),
    ]
    let number = { (count: Int, isKnown: Bool) in
      TracedFigure(Figure(isKnown ? .count(count) : .noData, rows: 0)) { _ in
        throw UntracedFigure(
          "it counts what was compared; trace the figures of the tables by comparison and by difference"
        )
      }
    }
    result.append(
      .init(
        key: "comparisons",
        labels: [LocalizedText(thai: "เรื่องที่กำหนดให้เทียบ", english: "To be compared")]),
      [number(all.count, true)])
    for line in lines {
      result.append(
        .init(key: line.key, labels: [line.label]), [number(line.count, !compared.isEmpty)])
    }
  }

  private func appendComparisons(_ material: Material, to result: inout TracedRows) {
    guard material.comparisons.contains(where: { $0.isHandedIn }) else { return }
    for (place, comparison) in material.comparisons.enumerated() {
      let head = FigureTable.RowHead(
        key: comparison.code(material),
        labels: [
          comparison.plan.what, comparison.plan.first.title, comparison.plan.second.title,
        ])
      guard comparison.isHandedIn else {
        result.append(
          head, columns.map { _ in TracedFigure(Figure(.noData, rows: 0)) { _ in [] } })
        continue
      }
      let states = Comparison.State.allCases.map { state in
        let count = comparison.schools(state).count
        return TracedFigure(Figure(.count(count), rows: count)) { material in
          material.comparisons[place].lines(of: state)
        }
      }
      let lines = [true, false].map { comparison.lines(isFirst: $0) }
      let isCompared = comparison.isCompared
      result.append(
        head,
        states
          + amounts(
            sums: lines.map { $0.reduce(0) { $0 + $1.amount } }, rows: lines.map { $0.count },
            isKnown: isCompared
          ) { material, isFirst, sign in
            material.comparisons[place].lines(isFirst: isFirst, sign: sign)
          })
    }
  }

  private func appendDifferences(_ material: Material, to result: inout TracedRows) {
    for (place, comparison) in material.comparisons.enumerated() {
      let code = comparison.code(material)
      for (number, difference) in comparison.differences.enumerated() {
        let school = material.linked.schools[difference.school]
        let parts = [true, false].map { comparison.figure(difference, isFirst: $0) }
        let key =
          [code, school.code]
          + comparison.plan.keys(of: difference.choice).split(separator: " ").map { String($0) }
        result.append(
          .init(
            key: key.joined(separator: "/"),
            labels: [
              LocalizedText(school.code), Words.name(of: school), comparison.plan.title,
              comparison.plan.label(of: difference.choice),
            ]),
          amounts(sums: parts.map { $0.value }, rows: parts.map { $0.rows }, isKnown: true) {
            material, isFirst, sign in
            let comparison = material.comparisons[place]
            return comparison.lines(
              comparison.differences[number], isFirst: isFirst, sign: sign)
          })
      }
    }
  }

  /// Both figures, and the first less the second.
  private func amounts(
    sums: [Int], rows: [Int], isKnown: Bool,
    lines: @escaping @Sendable (Material, _ isFirst: Bool, _ sign: Int) -> [FigureTrace.Line]
  ) -> [TracedFigure] {
    guard isKnown else {
      return (0..<3).map { _ in TracedFigure(Figure(.noData, rows: 0)) { _ in [] } }
    }
    return [
      TracedFigure(Figure(.count(sums[0]), rows: rows[0])) { lines($0, true, 1) },
      TracedFigure(Figure(.count(sums[1]), rows: rows[1])) { lines($0, false, 1) },
      TracedFigure(Figure(.count(sums[0] - sums[1]), rows: rows[0] + rows[1])) {
        lines($0, true, 1) + lines($0, false, -1)
      },
    ]
  }
}

extension ComparisonPlan {
  /// `นักเรียน: รายชื่อ DMC – EMIS`.
  fileprivate var title: LocalizedText {
    let title = { (language: Language) in
      what[language] + ": " + first.title[language] + " – " + second.title[language]
    }
    return LocalizedText(thai: title(.thai), english: title(.english))
  }
}

extension Comparison {
  fileprivate func code(_ material: Material) -> String { material.book.rules[rule].code }

  /// A row for each school in a state.
  fileprivate func lines(of state: State) -> [FigureTrace.Line] {
    schools(state).compactMap { school in
      row(of: school).map { FigureTrace.Line(.value, .row($0), 1) }
    }
  }
}

extension Comparison.State {
  fileprivate var head: FigureTable.ColumnHead {
    switch self {
    case .equal: .init("equal", "โรงเรียนที่ตรงกัน", "Schools equal", unit: .schools)
    case .different: .init("different", "โรงเรียนที่ไม่ตรงกัน", "Schools different", unit: .schools)
    case .incomplete:
      .init("incomplete", "ตัวเลขไม่ครบ", "Schools with a number missing", unit: .schools)
    case .onlyFirst:
      .init("only-first", "มีเฉพาะแหล่งแรก", "Only in the first", unit: .schools)
    case .onlySecond:
      .init("only-second", "มีเฉพาะแหล่งที่สอง", "Only in the second", unit: .schools)
    }
  }
}
