/// Which figures of a table are hidden, so that none of them can be computed from the others.
///
/// A figure is a box: a span of lines × a span of the first columns × a span of the second. Whatever is
/// hidden belongs to an `Exchange` that changes it and nothing that is published. So other tables of whole
/// numbers, none below 0, look the same, and no way to compute with what is published leads to a hidden number.
struct SuppressedCells {
  /// What is counted in every box; all of them are hidden in the same boxes.
  struct Quantity {
    /// By box.
    let values: [Int32]
    /// How many rows that everybody may count are in a box, of which these are some; empty where nobody may.
    let whole: [Int32]
    /// The boxes that an exchange changes.
    fileprivate var covered: [Bool] = []

    init(values: [Int32], whole: [Int32] = []) {
      self.values = values
      self.whole = whole
    }
  }

  let lines: SpanAxis
  let first: SpanAxis
  let second: SpanAxis
  /// By span of the first columns × span of the second: whether there is such a column.
  let isPublished: [Bool]
  /// The boxes that everybody knows from elsewhere; they are hidden when nothing else helps.
  let isOpen: [Bool]
  private(set) var isHidden: [Bool]
  private var quantities: [Quantity] = []
  private var nearest: [Column: [Int]] = [:]

  private struct Column: Hashable {
    let quantity: Int
    let span: Int
    let first: Int
    let second: Int
  }

  init(
    lines: SpanAxis, first: SpanAxis, second: SpanAxis, isPublished: [Bool],
    isOpen: (_ line: Int, _ first: Int, _ second: Int) -> Bool
  ) {
    (self.lines, self.first, self.second) = (lines, first, second)
    self.isPublished = isPublished
    var open: [Bool] = []
    for line in 0..<lines.count {
      for one in 0..<first.count {
        for other in 0..<second.count { open.append(isOpen(line, one, other)) }
      }
    }
    self.isOpen = open
    isHidden = [Bool](repeating: false, count: open.count)
  }

  /// The place of a box.
  func box(_ line: Int, _ first: Int, _ second: Int) -> Int {
    (line * self.first.count + first) * self.second.count + second
  }

  /// Whether the table has a figure there.
  func isShown(_ box: Int) -> Bool { isPublished[box % isPublished.count] }

  /// Adds up the cells of the grid in every box.
  func sums(of cells: (Int) -> Int) -> [Int32] {
    var sums = [Int32](repeating: 0, count: isHidden.count)
    for line in lines.leaves {
      for one in first.leaves {
        for other in second.leaves {
          let count = cells(line.offset + one.offset + other.offset)
          guard count > 0 else { continue }
          for line in line.chain {
            for one in one.chain {
              for other in other.chain {
                sums[box(line, one, other)] &+= Int32(truncatingIfNeeded: count)
              }
            }
          }
        }
      }
    }
    return sums
  }

  /// Hides boxes, and as many more as it takes that none of them is told by the others.
  mutating func hide(_ boxes: [Int], of quantities: [Quantity]) {
    self.quantities = quantities.map { quantity in
      var quantity = quantity
      quantity.covered = [Bool](repeating: false, count: isHidden.count)
      return quantity
    }
    var open: [(quantity: Int, box: Int)] = []
    // The widest first, for what hides a sum hides the cells in it, too.
    let widths = boxes.map { (box: $0, width: width($0)) }
    for (box, _) in widths.sorted(by: { ($1.width, $0.box) < ($0.width, $1.box) })
    where !isHidden[box] {
      hide(box, &open)
    }
    var next = 0
    while next < open.count {
      let (quantity, box) = open[next]
      next += 1
      if !self.quantities[quantity].covered[box] {
        apply(exchange(quantity, box), quantity, &open)
      }
    }
  }

  private func width(_ box: Int) -> Int {
    let span = spans(of: box)
    return lines.members[span.line].count * first.members[span.first].count
      * second.members[span.second].count
  }

  private mutating func hide(_ box: Int, _ open: inout [(quantity: Int, box: Int)]) {
    isHidden[box] = true
    for quantity in quantities.indices where quantities[quantity].values[box] > 0 {
      open.append((quantity, box))
    }
  }

  private mutating func apply(
    _ exchange: Exchange, _ quantity: Int, _ open: inout [(quantity: Int, box: Int)]
  ) {
    for box in boxes(of: exchange) {
      quantities[quantity].covered[box] = true
      if !isHidden[box] { hide(box, &open) }
    }
  }

  /// The published boxes that an exchange changes.
  private func boxes(of exchange: Exchange) -> [Int] {
    let one = first.spans(separating: exchange.first.leaf, from: exchange.first.other)
    let other = second.spans(separating: exchange.second.leaf, from: exchange.second.other)
    return lines.spans(separating: exchange.line.leaf, from: exchange.line.other).flatMap { line in
      one.flatMap { one in
        other.compactMap { other in
          isPublished[one * second.count + other] ? box(line, one, other) : nil
        }
      }
    }
  }

  // MARK: The cheapest exchange

  /// So many leaves are tried for each direction.
  private static let tried = 3
  private static let triedLines = 4

  private mutating func exchange(_ quantity: Int, _ box: Int) -> Exchange {
    let (span, own) = (spans(of: box), cell(quantity, in: box))
    // With nobody, one row of its own cell goes and every sum over it: that is always possible.
    var best = Exchange(
      line: .init(leaf: own.line, other: nil), first: .init(leaf: own.first, other: nil),
      second: .init(leaf: own.second, other: nil))
    var least = cost(best, below: .max)
    let columns = (
      partners(first, span.first, own.first) { leaf(own.line, $0, own.second) },
      partners(second, span.second, own.second) { leaf(own.line, own.first, $0) }
    )
    search: for one in columns.0 {
      for other in columns.1 {
        let turns = (
          Exchange.Turn(leaf: own.first, other: one),
          Exchange.Turn(leaf: own.second, other: other)
        )
        for line in partners(quantity, of: own.line, span.line, turns) {
          let exchange = Exchange(
            line: .init(leaf: own.line, other: line), first: turns.0, second: turns.1)
          guard isPossible(exchange, quantity) else { continue }
          let cost = cost(exchange, below: least)
          if cost < least { (best, least) = (exchange, cost) }
          if least == 0 { break search }
        }
      }
    }
    return best

    func leaf(_ line: Int, _ one: Int, _ other: Int) -> (isOpen: Int, count: Int32) {
      let box = self.box(
        lines.leaves[line].node, first.leaves[one].node, second.leaves[other].node)
      let count = quantities[quantity].values[box]
      return (isHidden[box] ? 0 : count > 0 ? 1 : 2, count)
    }
  }

  func spans(of box: Int) -> (line: Int, first: Int, second: Int) {
    let (column, other) = box.quotientAndRemainder(dividingBy: second.count)
    let (line, one) = column.quotientAndRemainder(dividingBy: first.count)
    return (line, one, other)
  }

  /// The cell of a box with the fewest rows; a hidden one rather than another.
  private func cell(
    _ quantity: Int, in box: Int
  ) -> (line: Int, first: Int, second: Int) {
    let span = spans(of: box)
    var best: (line: Int, first: Int, second: Int)?
    var least = (1, Int32.max)
    for line in lines.members[span.line] {
      for one in first.members[span.first] {
        for other in second.members[span.second] {
          let cell = self.box(
            lines.leaves[line].node, first.leaves[one].node, second.leaves[other].node)
          let count = quantities[quantity].values[cell]
          let rank = (isHidden[cell] ? 0 : 1, count)
          if count > 0, best == nil || rank < least { (best, least) = ((line, one, other), rank) }
        }
      }
    }
    guard let best else { preconditionFailure("a box with rows has a cell with rows") }
    return best
  }

  /// With which leaves beside a span a leaf of it may change places.
  private func partners(
    _ axis: SpanAxis, _ span: Int, _ leaf: Int, _ rank: (Int) -> (Int, Int32)
  ) -> [Int?] {
    for wider in axis.spans(around: span, of: leaf) {
      let beside = axis.members[wider].filter { !axis.leaves[$0].chain.contains(span) }
      if beside.isEmpty { continue }
      let ranked = beside.map { (leaf: $0, rank: rank($0)) }
        .sorted { ($0.rank.0, $0.rank.1, $0.leaf) < ($1.rank.0, $1.rank.1, $1.leaf) }
      return ranked.prefix(Self.tried).map { $0.leaf } + [nil]
    }
    return [nil]
  }

  private mutating func partners(
    _ quantity: Int, of line: Int, _ span: Int, _ columns: (Exchange.Turn, Exchange.Turn)
  ) -> [Int?] {
    for wider in lines.spans(around: span, of: line) {
      var found: [Int] = []
      for (one, other) in [
        (columns.0.other ?? columns.0.leaf, columns.1.other ?? columns.1.leaf),
        (columns.0.leaf, columns.1.leaf),
        (columns.0.other ?? columns.0.leaf, columns.1.leaf),
        (columns.0.leaf, columns.1.other ?? columns.1.leaf),
      ] {
        let own = nearest(
          Column(quantity: quantity, span: wider, first: one, second: other))
        found += own.filter { !lines.leaves[$0].chain.contains(span) && !found.contains($0) }
          .prefix(Self.triedLines)
      }
      if found.isEmpty {
        found +=
          lines.members[wider].first { !lines.leaves[$0].chain.contains(span) }.map { [$0] } ?? []
      }
      if !found.isEmpty { return found + [nil] }
    }
    return [nil]
  }

  /// The lines of a span with the fewest rows in a column, some of each span next below it.
  ///
  /// The same few are asked for again and again, so that lines with small numbers share their partners.
  private mutating func nearest(_ column: Column) -> [Int] {
    if let known = nearest[column] { return known }
    let (one, other) = (first.leaves[column.first].node, second.leaves[column.second].node)
    let values = quantities[column.quantity].values
    let counted = lines.members[column.span].compactMap { line in
      let count = values[box(lines.leaves[line].node, one, other)]
      return count > 0 ? (line: line, count: count) : nil
    }
    var left: [Int: Int] = [:]
    var found: [Int] = []
    for (line, _) in counted.sorted(by: { ($0.count, $0.line) < ($1.count, $1.line) }) {
      let chain = lines.leaves[line].chain
      let child = chain.firstIndex(of: column.span).map { $0 > 0 ? chain[$0 - 1] : -1 } ?? -1
      if left[child, default: Self.triedLines] == 0 { continue }
      left[child, default: Self.triedLines] -= 1
      found.append(line)
      if found.count == 2 * Self.triedLines { break }
    }
    nearest[column] = found
    return found
  }

  /// Whether rows stand where they leave, and there is room where they come.
  private func isPossible(_ exchange: Exchange, _ quantity: Int) -> Bool {
    let (values, whole) = (quantities[quantity].values, quantities[quantity].whole)
    // Either the rows of the even corners leave, or those of the odd ones.
    var leaves = (even: true, odd: true)
    for line in exchange.line.corners {
      for one in exchange.first.corners {
        for other in exchange.second.corners {
          let (one, other) = (
            (first.leaves[one.leaf].node, one.isOdd), (second.leaves[other.leaf].node, other.isOdd)
          )
          let box = self.box(lines.leaves[line.leaf].node, one.0, other.0)
          let isOdd = (line.isOdd != one.1) != other.1
          let canLeave = values[box] > 0
          let canCome =
            isPublished[one.0 * second.count + other.0]
            && (whole.isEmpty || values[box] < whole[box])
          leaves.even = leaves.even && (isOdd ? canCome : canLeave)
          leaves.odd = leaves.odd && (isOdd ? canLeave : canCome)
        }
      }
    }
    return leaves.even || leaves.odd
  }

  /// What is lost to the reader: the rows in the boxes that would be hidden, and one for each box.
  private func cost(_ exchange: Exchange, below most: Int) -> Int {
    let one = first.spans(separating: exchange.first.leaf, from: exchange.first.other)
    let other = second.spans(separating: exchange.second.leaf, from: exchange.second.other)
    var cost = 0
    for line in lines.spans(separating: exchange.line.leaf, from: exchange.line.other) {
      for one in one {
        for other in other where isPublished[one * second.count + other] {
          let box = box(line, one, other)
          if isHidden[box] { continue }
          cost += isOpen[box] ? 1 << 40 : 1 + Int(quantities[0].values[box])
          if cost >= most { return cost }
        }
      }
    }
    return cost
  }
}
