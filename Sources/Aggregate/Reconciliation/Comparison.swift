internal import Tables

/// What two sources say of the same thing, school by school and cell by cell.
struct Comparison: Sendable {
  /// Of a school that at least one source has.
  enum State: CaseIterable {
    case equal, different
    /// A number is missing, so that nothing differs as far as it is known.
    case incomplete
    case onlyFirst, onlySecond
  }

  struct Difference: Sendable {
    /// The place of the school among those of the run.
    let school: Int
    let choice: [Int?]
    let first: Int
    let second: Int
  }

  /// The place of the rule in the rule book.
  let rule: Int
  let plan: ComparisonPlan
  /// By school; nil where neither source has it, and everywhere when a source was not handed in.
  private(set) var states: [State?]
  private(set) var differences: [Difference] = []
  /// Nil for what was not handed in.
  private let sources: (first: SourceRows, second: SourceRows)?
  private var counts: (first: SourceCounts, second: SourceCounts)?
  /// Where the cells of each school begin, counted in schools; negative where a source lacks it.
  private var slots: [Int32] = []
  /// The choices whose figures are those of a school, by its slot.
  private var wholes: [[Int]] = []

  init(_ plan: ComparisonPlan, rule: Int, _ linked: LinkedTables, _ round: Round) {
    self.rule = rule
    self.plan = plan
    states = Array(repeating: nil, count: linked.schools.count)
    guard let first = SourceRows(plan.first, linked, round),
      let second = SourceRows(plan.second, linked, round),
      first.firstRows.contains(where: { $0 != nil }),
      second.firstRows.contains(where: { $0 != nil })
    else {
      sources = nil
      return
    }
    sources = (first, second)
    var both: Int32 = 0
    slots = linked.schools.indices.map { school in
      guard first.firstRows[school] != nil, second.firstRows[school] != nil else { return -1 }
      both += 1
      return both - 1
    }
    let counts = (
      first: SourceCounts(first, slots, schools: Int(both)),
      second: SourceCounts(second, slots, schools: Int(both))
    )
    self.counts = counts
    for school in linked.schools.indices {
      if slots[school] >= 0 {
        compare(school, Int(slots[school]), counts.first, counts.second)
      } else if first.firstRows[school] != nil {
        states[school] = .onlyFirst
      } else if second.firstRows[school] != nil {
        states[school] = .onlySecond
      }
    }
  }

  /// Sums are told only when none of their parts differs.
  private mutating func compare(
    _ school: Int, _ slot: Int, _ first: SourceCounts, _ second: SourceCounts
  ) {
    var differs = false
    var known: [Int] = []
    var (isGap, isWhole) = (false, false)
    for (place, choice) in plan.choices.enumerated() {
      let one = first.value(slot, choice.first)
      let other = second.value(slot, choice.second)
      guard let one, let other else {
        if !choice.isSum, one ?? other ?? 0 != 0 { isGap = true }
        continue
      }
      if choice.isWhole {
        isWhole = true
        known = [place]
      } else if !choice.isSum {
        known.append(place)
      }
      guard abs(one - other) > plan.tolerance, !(differs && choice.isSum) else { continue }
      differs = true
      differences.append(
        Difference(school: school, choice: choice.values, first: one, second: other))
    }
    wholes.append(known)
    states[school] =
      differs ? .different : known.isEmpty || isGap && !isWhole ? .incomplete : .equal
  }

  // MARK: What came out

  /// Both sources were handed in.
  var isHandedIn: Bool { sources != nil }

  /// Some school was compared as a whole.
  var isCompared: Bool { states.contains { $0 == .equal || $0 == .different } }

  func schools(_ state: State) -> [Int] { states.indices.filter { states[$0] == state } }

  /// The first row that tells of a school, in the first source that has it.
  func row(of school: Int) -> RowReference? {
    guard let sources else { return nil }
    for rows in [sources.first, sources.second] {
      if let row = rows.firstRows[school] { return RowReference(dataset: rows.dataset, row: row) }
    }
    return nil
  }

  /// The findings, each at a row of the second source.
  func report(_ linked: LinkedTables, to findings: inout Findings) {
    guard let counts else { return }
    let rows = counts.second.rows
    for difference in differences {
      let slot = Int(slots[difference.school])
      guard let cells = rows.source.cells(of: difference.choice),
        let row = counts.second.firstRow(slot, cells) ?? rows.firstRows[difference.school]
      else { continue }
      findings.append(
        Finding(
          rule: rule, subject: .row(dataset: rows.dataset, row: row),
          column: rows.source.lines[cells[0] / rows.source.ownWidth].column,
          facts: .compared(
            difference.first, difference.second, what: plan.keys(of: difference.choice))))
    }
  }

  // MARK: Figures

  /// A source's figure of a difference, and what stands behind it.
  func figure(_ difference: Difference, isFirst: Bool) -> (value: Int, rows: Int) {
    let value = isFirst ? difference.first : difference.second
    guard let counts, let cells = cells(of: difference, isFirst: isFirst) else { return (value, 0) }
    let slot = Int(slots[difference.school])
    return (value, (isFirst ? counts.first : counts.second).rowCount(slot, cells))
  }

  /// The rows behind a source's figure of a difference.
  func lines(_ difference: Difference, isFirst: Bool, sign: Int = 1) -> [FigureTrace.Line] {
    guard let counts, let cells = cells(of: difference, isFirst: isFirst) else { return [] }
    let rows = (isFirst ? counts.first : counts.second).rows
    let slot = Int(slots[difference.school])
    let own = slots.indices.map { $0 == difference.school ? slots[$0] : -1 }
    let wanted = Set(cells.map { slot * rows.source.width + $0 })
    return Self.lines(rows, own, sign) { wanted.contains($0) }
  }

  private func cells(of difference: Difference, isFirst: Bool) -> [Int]? {
    (isFirst ? plan.first : plan.second).cells(of: difference.choice)
  }

  /// The rows behind a source's figure of all schools that both have, as far as it is compared.
  func lines(isFirst: Bool, sign: Int = 1) -> [FigureTrace.Line] {
    guard let counts else { return [] }
    let rows = (isFirst ? counts.first : counts.second).rows
    var isWanted = Bitmap(count: wholes.count * rows.source.width)
    for (slot, choices) in wholes.enumerated() {
      for place in choices {
        let choice = plan.choices[place]
        for cell in isFirst ? choice.first : choice.second {
          isWanted[slot * rows.source.width + cell] = true
        }
      }
    }
    return Self.lines(rows, slots, sign) { isWanted[$0] }
  }

  /// A line for each row, whatever of its numbers are wanted.
  private static func lines(
    _ rows: SourceRows, _ slots: [Int32], _ sign: Int, where isWanted: (Int) -> Bool
  ) -> [FigureTrace.Line] {
    var amounts: [(row: Int, amount: Int)] = []
    rows.forEach(slots) { row, cell, amount in
      guard isWanted(cell), let amount else { return }
      if amounts.last?.row == row {
        amounts[amounts.count - 1].amount += amount
      } else {
        amounts.append((row, amount))
      }
    }
    return amounts.map { row, amount in
      FigureTrace.Line(.value, .row(RowReference(dataset: rows.dataset, row: row)), sign * amount)
    }
  }
}
