internal import Tables

/// What the readers may not see of a counted table: small numbers of what is sensitive of persons.
///
/// A figure is sensitive if its quantity, the condition of the table, or a dimension of which it takes
/// some members reads a column that is. Sensitive quantities that read the same column are hidden
/// together, for one of them may be what the others leave over, as persons are registrations less those
/// that are further ones. The rest follows from `SuppressedCells`.
struct TableSuppression: Sendable {
  let rule: SuppressionRule

  /// Sensitive quantities that are hidden together.
  private struct Family {
    var quantities: [Int]
    var columns: Set<Int>
    let dataset: String
  }

  private let quantities: [Quantity]
  private let lines: [String: [DimensionPlan]]
  private let columns: [String: [DimensionPlan]]
  private let schemas: [String: Schema]
  private let families: [Family]
  /// By dimension, those of the lines first.
  private let isSensitive: [Bool]
  /// Whether the condition of the table is.
  private let isWhollySensitive: Bool
  /// By quantity what it counts, in words.
  private let predicates: [Set<String>]

  /// Nil when the readers may see everything.
  init?(
    _ quantities: [Quantity], lines: [String: [DimensionPlan]], columns: [String: [DimensionPlan]],
    conditions: [String: RowCondition], _ round: AggregateRound
  ) {
    guard let rule = round.suppression else { return nil }
    self.rule = rule
    self.quantities = quantities
    self.lines = lines
    self.columns = columns
    schemas = round.schemas
    let sensitive = { (columns: Set<Int>, dataset: String) -> Set<Int> in
      guard let schema = round.schemas[dataset] else { return [] }
      return columns.filter { schema.columns[$0].privacy != .open }
    }
    let plans = lines.map { name, own in (name: name, plans: own + (columns[name] ?? [])) }
    var isSensitive = [Bool](repeating: false, count: plans.first?.plans.count ?? 0)
    for (name, plans) in plans {
      for (place, plan) in plans.enumerated() {
        let own = sensitive(Set([plan.column].compactMap { $0 }), name)
        isSensitive[place] = isSensitive[place] || !own.isEmpty
      }
    }
    self.isSensitive = isSensitive
    isWhollySensitive = conditions.contains { !sensitive($1.columns, $0).isEmpty }
    let isOfTable = isWhollySensitive || isSensitive.contains(true)
    var families: [Family] = []
    for (place, quantity) in quantities.enumerated() where quantity.isCounted {
      let columns = sensitive(quantity.columns, quantity.dataset)
      if columns.isEmpty && !isOfTable { continue }
      var own = Family(quantities: [place], columns: columns, dataset: quantity.dataset)
      for other in families
      where isOfTable || other.dataset == own.dataset && !other.columns.isDisjoint(with: columns) {
        own.quantities = other.quantities + own.quantities
        own.columns.formUnion(other.columns)
      }
      families.removeAll { !Set($0.quantities).isDisjoint(with: own.quantities) }
      families.append(own)
    }
    guard !families.isEmpty else { return nil }
    self.families = families
    predicates = quantities.map { quantity in
      guard let schema = round.schemas[quantity.dataset] else { return [] }
      return [quantity.dataset, quantity.word]
        .reduce(into: conditions[quantity.dataset]?.predicates(of: schema) ?? []) { $0.insert($1) }
        .union(quantity.condition?.predicates(of: schema) ?? [])
        .union(quantity.companion.map { ["school has \($0)"] } ?? [])
    }
  }
}

// MARK: Hiding

extension TableSuppression {
  /// What is hidden of a table that was added up, and what is known as hidden of other tables.
  func hidden(_ counts: TableCounts, _ known: Set<String>) -> HiddenFigures {
    var families = [Int?](repeating: nil, count: quantities.count)
    for (place, family) in self.families.enumerated() {
      for quantity in family.quantities { families[quantity] = place }
    }
    return HiddenFigures(
      family: families, cells: self.families.map { cells(of: $0, counts, known) })
  }

  /// The words of the figures that are hidden.
  func names(_ counts: TableCounts, _ known: Set<String>) -> Set<String> {
    var names: Set<String> = []
    for family in families {
      let cells = cells(of: family, counts, known)
      for quantity in family.quantities {
        let words = words(of: quantity, cells, counts)
        for box in cells.isHidden.indices where cells.isHidden[box] {
          names.insert(name(box, words, cells))
        }
      }
    }
    return names
  }

  private func cells(
    of family: Family, _ counts: TableCounts, _ known: Set<String>
  ) -> SuppressedCells {
    var cells = cells(counts, isOpen: family)
    let sums = family.quantities.map { place in
      SuppressedCells.Quantity(
        values: counts.tallies[place].map { tally in cells.sums { tally.count($0) } }
          ?? cells.sums { _ in 0 },
        whole: whole(of: quantities[place], counts).map { tally in cells.sums { tally.count($0) } }
          ?? [])
    }
    var boxes = Set<Int>()
    for (place, sums) in zip(family.quantities, sums) {
      let ownIsSensitive = !family.columns.isDisjoint(with: quantities[place].columns)
      let words = known.isEmpty ? nil : words(of: place, cells, counts)
      for box in sums.values.indices where cells.isShown(box) {
        if cells.isOpen[box] && !ownIsSensitive { continue }
        if rule.hides(Int(sums.values[box]))
          || words.map({ known.contains(name(box, $0, cells)) }) ?? false
        {
          boxes.insert(box)
        }
      }
    }
    cells.hide(boxes.sorted(), of: sums)
    return cells
  }

  /// All rows of which those of a quantity are some, where everybody may count them.
  private func whole(of quantity: Quantity, _ counts: TableCounts) -> CountTally? {
    guard !isWhollySensitive, !isSensitive.contains(true) else { return nil }
    let isOfPersons = if case .count(.persons) = quantity.kind { true } else { false }
    return counts.all[quantity.dataset].map { CountTally(isOfPersons ? .persons : .rows, $0) }
  }

  private func cells(_ counts: TableCounts, isOpen family: Family) -> SuppressedCells {
    let sizes = counts.grid.sizes
    let (own, across) = (
      Array(sizes.prefix(counts.lineDimensions)), Array(sizes.dropFirst(counts.lineDimensions))
    )
    let part = { (dimension: Int) -> SpanAxis in
      SpanAxis(
        counts.columns.map { Array($0.choice.dropFirst(dimension).prefix(1)) },
        sizes: Array(across.dropFirst(dimension).prefix(1)),
        stride: across.dropFirst(dimension + 1).reduce(1, *))
    }
    let lines = SpanAxis(
      counts.lines.map { $0.choice }, sizes: own, stride: across.reduce(1, *))
    let (first, second) = (part(0), part(1))
    var isPublished = [Bool](repeating: false, count: first.count * second.count)
    for (one, other) in zip(first.places, second.places) {
      isPublished[one * second.count + other] = true
    }
    let isAll = { (span: [[Int]?], before: Int) in
      span.enumerated().allSatisfy { $1 == nil || !isSensitive[before + $0] }
    }
    // Of what is told by a quantity's own condition nothing is known from elsewhere.
    let canBeOpen = !isWhollySensitive && isSensitive.contains(true)
    return SuppressedCells(
      lines: lines, first: first, second: second, isPublished: isPublished
    ) { line, one, other in
      canBeOpen && isAll(lines.spans[line], 0) && isAll(first.spans[one], own.count)
        && isAll(second.spans[other], own.count + 1)
    }
  }

  // MARK: Names

  private struct Words {
    let quantity: Set<String>
    let lines: [[String]]
    let first: [[String]]
    let second: [[String]]
  }

  private func words(
    of quantity: Int, _ cells: SuppressedCells, _ counts: TableCounts
  ) -> Words {
    let dataset = quantities[quantity].dataset
    let plans = (lines[dataset] ?? []) + (columns[dataset] ?? [])
    guard let schema = schemas[dataset] else {
      return Words(quantity: [], lines: [], first: [], second: [])
    }
    let words = { (axis: SpanAxis, before: Int) in
      axis.spans.map { span in
        span.enumerated().compactMap { place, members in
          members.map {
            plans[before + place].predicate($0, of: counts.dimensions[before + place], schema)
          }
        }
      }
    }
    let across = counts.lineDimensions
    return Words(
      quantity: predicates[quantity], lines: words(cells.lines, 0),
      first: words(cells.first, across), second: words(cells.second, across + 1))
  }

  private func name(_ box: Int, _ words: Words, _ cells: SuppressedCells) -> String {
    let span = cells.spans(of: box)
    let all = words.lines[span.line] + words.first[span.first] + words.second[span.second]
    return Predicate.name(words.quantity.union(all))
  }
}
