import Tables

/// Somebody who knows the rule, reads a table and computes what it hides.
///
/// The unknown are the smallest cells, whole numbers from 0 on; what is published are sums of them. Bounds
/// are drawn tighter until nothing changes, and equations are solved exactly, each by its own.
struct Attacker {
  /// By unknown cell its bounds.
  private var bounds: [ClosedRange<Int>]
  private let equations: [(cells: [Int], sum: Int)]

  /// - Parameters:
  ///   - equations: of cells whose sums are published.
  init(cells: Int, equations: [(cells: [Int], sum: Int)], most: Int) {
    bounds = [ClosedRange<Int>](repeating: 0...most, count: cells)
    self.equations = equations
    tighten()
  }

  private mutating func tighten() {
    var changes = true
    while changes {
      changes = false
      for (cells, sum) in equations {
        let low = cells.reduce(0) { $0 + bounds[$1].lowerBound }
        let high = cells.reduce(0) { $0 + bounds[$1].upperBound }
        for cell in cells {
          let own = bounds[cell]
          let least = max(own.lowerBound, sum - (high - own.upperBound))
          let most = min(own.upperBound, sum - (low - own.lowerBound))
          if least...max(least, most) != own {
            bounds[cell] = least...max(least, most)
            changes = true
          }
        }
      }
    }
  }

  /// Whether some cells can have but one sum.
  func determines(_ cells: [Int]) -> Bool {
    // A sum of unknowns is certain if their bounds leave no room, or if it is a combination of equations.
    let room = cells.reduce(0) { $0 + bounds[$1].upperBound - bounds[$1].lowerBound }
    return room == 0 || isCombination(cells)
  }

  /// Whether the sum of some cells follows from the equations over the rationals.
  private func isCombination(_ cells: [Int]) -> Bool {
    let free = bounds.indices.filter { bounds[$0].count > 1 }
    let place = Dictionary(uniqueKeysWithValues: free.enumerated().map { ($1, $0) })
    let row = { (cells: [Int]) -> [Double] in
      var row = [Double](repeating: 0, count: free.count)
      for cell in cells { if let own = place[cell] { row[own] += 1 } }
      return row
    }
    var pivots: [(column: Int, row: [Double])] = []
    let reduced = { (row: [Double]) -> [Double] in
      var row = row
      for (column, pivot) in pivots where row[column] != 0 {
        let factor = row[column]
        for place in row.indices { row[place] -= factor * pivot[place] }
      }
      return row.map { abs($0) < 1e-9 ? 0 : $0 }
    }
    for equation in equations {
      var own = reduced(row(equation.cells))
      guard let column = own.firstIndex(where: { $0 != 0 }) else { continue }
      let first = own[column]
      for place in own.indices { own[place] /= first }
      pivots.append((column, own))
    }
    return reduced(row(cells)).allSatisfy { $0 == 0 }
  }
}
