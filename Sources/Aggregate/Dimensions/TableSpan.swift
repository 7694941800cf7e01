internal import Tables

/// A line or a column of a table: some members of each dimension, and what it is called.
struct TableSpan: Sendable {
  let key: String
  let labels: [LocalizedText]
  /// By dimension the members; nil for all of them.
  let choice: [[Int]?]
  let role: FigureTable.Role

  /// The span of all members of the same dimensions.
  static func everything(_ span: TableSpan) -> TableSpan {
    TableSpan(key: "", labels: [], choice: span.choice.map { _ in nil }, role: .total)
  }

  // MARK: Lines

  /// The lines of one or two dimensions: members, behind the last of a group its sum, and the grand total.
  ///
  /// - Parameter isUsed: whether any row stands behind a choice of members.
  static func lines(_ dimensions: [Dimension], isUsed: ([[Int]?]) -> Bool) -> [TableSpan] {
    let width = dimensions.reduce(0) { $0 + $1.stubCount }
    return unique(
      parts(of: dimensions, before: nil, isUsed) + [
        TableSpan(
          key: "total", labels: blank(width - 1) + [Words.total],
          choice: dimensions.map { _ in nil }, role: .total)
      ])
  }

  /// A list of codes may call a group as it calls a member; the later of the two is numbered.
  private static func unique(_ spans: [TableSpan]) -> [TableSpan] {
    var keys: Set<String> = []
    return spans.map { span in
      var (key, number) = (span.key, 2)
      while !keys.insert(key).inserted {
        key = "\(span.key)#\(number)"
        number += 1
      }
      return TableSpan(key: key, labels: span.labels, choice: span.choice, role: span.role)
    }
  }

  private static func parts(
    of dimensions: [Dimension], before outer: TableSpan?, _ isUsed: ([[Int]?]) -> Bool
  ) -> [TableSpan] {
    let rest = Array(dimensions.dropFirst())
    let all = [[Int]?](repeating: nil, count: rest.count)
    let restWidth = rest.reduce(0) { $0 + $1.stubCount }
    let before = outer?.choice ?? []
    var spans: [TableSpan] = []
    let span = { (key: String, labels: [LocalizedText], members: [Int], role: FigureTable.Role) in
      TableSpan(
        key: (outer.map { $0.key + "/" } ?? "") + key, labels: (outer?.labels ?? []) + labels,
        choice: before + [members], role: role)
    }
    for (index, member) in dimensions[0].members.enumerated() {
      let isRest = index == dimensions[0].members.count - 1
      if isUsed(before + [[index]] + all) || dimensions[0].showsAll && !isRest && outer == nil {
        let own = span(member.key, member.labels, [index], .detail)
        if rest.isEmpty {
          spans.append(own)
        } else {
          spans += parts(of: rest, before: own, isUsed)
          spans.append(
            TableSpan(
              key: own.key + "/all", labels: own.labels + blank(restWidth - 1) + [Words.both],
              choice: own.choice + all, role: .subtotal))
        }
      }
      for group in dimensions[0].groups where group.members.last == index {
        guard isUsed(before + [group.members] + all) else { continue }
        let blanks = blank(dimensions[0].stubCount - 1)
        let own = span(group.key, blanks + [Words.sum(of: group.label)], group.members, .subtotal)
        spans.append(
          TableSpan(
            key: own.key, labels: own.labels + blank(restWidth), choice: own.choice + all,
            role: .subtotal))
      }
    }
    return spans
  }

  private static func blank(_ count: Int) -> [LocalizedText] {
    [LocalizedText](repeating: LocalizedText(""), count: max(0, count))
  }

  // MARK: Columns

  /// The columns of no, one or two dimensions; behind the members of each their sum.
  static func columns(_ dimensions: [Dimension], isUsed: ([[Int]?]) -> Bool) -> [TableSpan] {
    switch dimensions.count {
    case 0: [TableSpan(key: "", labels: [], choice: [], role: .detail)]
    case 1: unique(inner(dimensions[0], within: nil, isUsed))
    default: unique(both(dimensions, isUsed))
    }
  }

  private static func both(
    _ dimensions: [Dimension], _ isUsed: ([[Int]?]) -> Bool
  ) -> [TableSpan] {
    let outer = dimensions[0]
    var spans: [TableSpan] = []
    for (index, member) in outer.members.enumerated() {
      if isUsed([[index], nil]) {
        spans += inner(
          dimensions[1],
          within: TableSpan(
            key: member.key, labels: Array(member.labels.suffix(1)), choice: [[index]],
            role: .detail), isUsed)
      }
      for group in outer.groups where group.members.last == index {
        guard isUsed([group.members, nil]) else { continue }
        spans += inner(
          dimensions[1],
          within: TableSpan(
            key: group.key, labels: [Words.sum(of: group.label)], choice: [group.members],
            role: .subtotal), isUsed)
      }
    }
    let total = TableSpan(key: "all", labels: [Words.total], choice: [nil], role: .total)
    return spans + inner(dimensions[1], within: total, isUsed)
  }

  /// The columns of the last dimension and their sum, under a column of the one before it.
  private static func inner(
    _ dimension: Dimension, within outer: TableSpan?, _ isUsed: ([[Int]?]) -> Bool
  ) -> [TableSpan] {
    let prefix = outer.map { $0.key + "/" } ?? ""
    let (labels, before) = (outer?.labels ?? [], outer?.choice ?? [])
    let everywhere = before.map { _ in [Int]?.none }
    var spans: [TableSpan] = []
    for (index, member) in dimension.members.enumerated() {
      let isRest = index == dimension.members.count - 1
      // The rest has a column where any row of these columns has none of the values.
      if isRest, !isUsed(before + [[index]]) { continue }
      if !isRest, !dimension.showsAll, dimension.members.count > Self.mostAlways,
        !isUsed(everywhere + [[index]])
      {
        continue
      }
      spans.append(
        TableSpan(
          key: prefix + member.key, labels: labels + member.labels.suffix(1),
          choice: before + [[index]], role: outer?.role ?? .detail))
      for group in dimension.groups where group.members.last == index {
        guard isUsed(everywhere + [group.members]) else { continue }
        spans.append(
          TableSpan(
            key: prefix + group.key, labels: labels + [Words.sum(of: group.label)],
            choice: before + [group.members], role: .subtotal))
      }
    }
    return spans + [
      TableSpan(
        key: prefix + "all", labels: labels + [Words.both], choice: before + [nil],
        role: outer.map { $0.role == .detail ? .subtotal : $0.role } ?? .total)
    ]
  }

  /// Few members, as the sexes, have their column even where nobody is.
  private static let mostAlways = 4
}

extension Dimension {
  /// How many stubs name a member.
  fileprivate var stubCount: Int { members.first?.labels.count ?? 1 }
}
