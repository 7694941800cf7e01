/// Headings of the columns that are left when a report picks some of a table's.
enum Headings {
  /// Drops the levels between the first and the last that no longer tell columns apart.
  ///
  /// When only the sums of each level of schooling are kept, the row of headings that says "sum"
  /// under every level says nothing.
  static func withoutIdleLevels(_ headings: [[String]]) -> [[String]] {
    guard let depth = headings.map({ $0.count }).max(), depth > 2 else { return headings }
    let idle = (1..<(depth - 1)).filter { isIdle($0, in: headings) }
    return headings.map { column in
      column.indices.filter { !idle.contains($0) || $0 == column.count - 1 }.map { column[$0] }
    }
  }

  /// Whether every column under one heading has the same text at a level.
  private static func isIdle(_ level: Int, in headings: [[String]]) -> Bool {
    var texts: [[String]: Set<String>] = [:]
    for column in headings where column.count > level + 1 {
      texts[Array(column[..<level]), default: []].insert(column[level])
    }
    return texts.values.allSatisfy { $0.count == 1 }
  }
}
