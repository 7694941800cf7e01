package import Settings
package import Tables

/// Counts pupils by a row dimension and one or two column dimensions, with subtotals and totals.
///
/// Subtotals and totals are counted from the cells themselves, so a roll-up is never counted twice.
/// Members that nobody has are left out, but a row's place in the register is not.
package struct CrossTable: Measure {
  package static let name = "cross"
  package static let summary = "Pupils by rows × columns, with subtotals by group and grand totals."

  private enum Count: String, CaseIterable { case persons, registrations }

  private let frame: TableFrame
  private let dataset: String
  private let rows: DimensionPlan
  private let columns: [DimensionPlan]
  private let count: Count

  package init(
    _ frame: TableFrame, _ settings: Settings, _ round: AggregateRound, shelf: Shelf
  ) throws {
    try settings.allow(only: TableFrame.keys + ["dataset", "rows", "columns", "count"])
    self.frame = frame
    let (name, schema) = try round.dataset(settings.required("dataset"))
    dataset = name
    rows = try DimensionPlan(settings.required("rows"), schema: schema, shelf: shelf)
    let columns = try settings.required("columns")
    self.columns = try columns.items.map {
      try DimensionPlan($0, schema: schema, shelf: shelf)
    }
    guard 1...2 ~= self.columns.count else { throw columns.expected("one or two dimensions") }
    count = try settings.required("count").choice(of: Count.self, called: "count")
  }

  package func table(of material: Material) -> FigureTable {
    guard let (table, links) = material.dataset(dataset) else {
      return frame.table(stubs: [], columns: [])
    }
    let schools = material.linked.schools
    let dimensions = ([rows] + columns).map {
      $0.dimension(of: table, links: links, schools: schools)
    }
    let cube = Cube(dimensions, accepted: table.accepted, further: links.further)
    let lines = lines(dimensions[0], cube, others: dimensions.count - 1)
    let spans = spans(Array(dimensions.dropFirst()), cube)
    var result = frame.table(stubs: stubs(dimensions[0]), columns: spans.map { head($0) })
    let silent = silentSchools(material)
    for line in lines {
      let isSilent = line.members.map { $0.allSatisfy(silent.contains) } ?? false
      result.append(
        FigureTable.RowHead(key: line.key, labels: line.labels, role: line.role),
        spans.map {
          isSilent ? Figure(.noData, rows: 0) : figure(cube, line.members, $0.members)
        })
    }
    return result
  }

  /// The schools that have handed in nothing: their figures are not 0, they are not known.
  private func silentSchools(_ material: Material) -> Set<Int> {
    guard case .school = rows else { return [] }
    let states = Submissions(material.linked, dataset: dataset).states
    return Set(states.indices.filter { states[$0] == .notSubmitted })
  }

  private func figure(_ cube: Cube, _ row: [Int]?, _ column: [[Int]?]) -> Figure {
    let (registered, persons) = cube.count([row] + column)
    return Figure(.count(count == .persons ? persons : registered), rows: registered)
  }

  // MARK: Rows

  private struct Line {
    let key: String
    let labels: [LocalizedText]
    let members: [Int]?
    let role: FigureTable.Role
  }

  private func stubs(_ rows: Dimension) -> [LocalizedText] {
    if case .school = self.rows { return [Words.number, Words.code, Words.school] }
    return [LocalizedText(thai: "ชั้น", english: "Grade")]
  }

  private func lines(_ rows: Dimension, _ cube: Cube, others: Int) -> [Line] {
    let everything = [[Int]?](repeating: nil, count: others)
    let isSchools = rows.groups.isEmpty
    let blank = [LocalizedText](
      repeating: LocalizedText(""), count: (rows.members.first?.labels.count ?? 1) - 1)
    var lines: [Line] = []
    for (index, member) in rows.members.enumerated() {
      let isUsed = cube.count([[index]] + everything).registered > 0
      if isUsed || (isSchools && index < rows.members.count - 1) {
        lines.append(
          Line(key: member.key, labels: member.labels, members: [index], role: .detail))
      }
      for group in rows.groups where group.members.last == index {
        guard cube.count([group.members] + everything).registered > 0 else { continue }
        lines.append(
          Line(
            key: group.key, labels: blank + [Words.sum(of: group.label)],
            members: group.members, role: .subtotal))
      }
    }
    return lines + [Line(key: "total", labels: blank + [Words.total], members: nil, role: .total)]
  }

  // MARK: Columns

  private struct Span {
    let key: String
    let headings: [LocalizedText]
    let members: [[Int]?]
    let role: FigureTable.Role
  }

  private func head(_ span: Span) -> FigureTable.ColumnHead {
    FigureTable.ColumnHead(
      key: span.key, headings: span.headings, unit: count.rawValue, role: span.role)
  }

  private func spans(_ dimensions: [Dimension], _ cube: Cube) -> [Span] {
    guard dimensions.count == 2 else { return inner(dimensions[0], cube, within: nil) }
    var spans: [Span] = []
    for (index, member) in dimensions[0].members.enumerated() {
      if cube.count([nil, [index], nil]).registered > 0 {
        spans += inner(
          dimensions[1], cube,
          within: Span(
            key: member.key, headings: member.labels, members: [[index]], role: .detail))
      }
      for group in dimensions[0].groups where group.members.last == index {
        guard cube.count([nil, group.members, nil]).registered > 0 else { continue }
        spans += inner(
          dimensions[1], cube,
          within: Span(
            key: group.key, headings: [Words.sum(of: group.label)], members: [group.members],
            role: .subtotal))
      }
    }
    return spans
      + inner(
        dimensions[1], cube,
        within: Span(key: "all", headings: [Words.total], members: [nil], role: .total))
  }

  /// The columns of the last dimension and their sum, under a column of the one before it.
  private func inner(_ dimension: Dimension, _ cube: Cube, within outer: Span?) -> [Span] {
    let prefix = outer.map { $0.key + "/" } ?? ""
    let before: [[Int]?] = outer?.members ?? []
    var spans: [Span] = []
    for (index, member) in dimension.members.enumerated() {
      let isUnknown = index == dimension.members.count - 1
      if isUnknown, cube.count([nil] + before + [[index]]).registered == 0 { continue }
      spans.append(
        Span(
          key: prefix + member.key, headings: (outer?.headings ?? []) + member.labels,
          members: before + [[index]], role: outer?.role ?? .detail))
    }
    return spans + [
      Span(
        key: prefix + "all", headings: (outer?.headings ?? []) + [Words.both],
        members: before + [nil],
        role: outer.map { $0.role == .detail ? .subtotal : $0.role } ?? .total)
    ]
  }
}
