package import Settings
package import Tables

/// Adds up number columns by the members of one dimension, with subtotals by group and a total.
///
/// A member none of whose rows has a number shows "no data", which is not 0. Totals are added from
/// the rows themselves, never from other totals.
package struct Sums: Measure {
  package static let name = "sum"
  package static let summary = "Sums of number columns by rows, with subtotals and a total."

  private let frame: TableFrame
  private let dataset: String
  private let rows: DimensionPlan
  private let heading: LocalizedText
  private let columns: [(index: Int, column: SchemaColumn)]
  /// The heading of a column with the number of rows; nil when it is not wanted.
  private let counted: LocalizedText?

  package init(
    _ frame: TableFrame, _ settings: Settings, _ round: AggregateRound, shelf: Shelf
  ) throws {
    try settings.allow(only: TableFrame.keys + ["dataset", "rows", "sum", "count"])
    self.frame = frame
    let (name, schema) = try round.dataset(settings.required("dataset"))
    dataset = name
    let rows = try settings.required("rows")
    self.rows = try DimensionPlan(rows, schema: schema, shelf: shelf)
    heading =
      try rows["column"].map { schema.columns[try schema.index(of: $0)].label } ?? Words.school
    columns =
      try settings["sum"]?.items.map { column in
        let index = try schema.index(of: column, kind: .integer, .decimal)
        return (index, schema.columns[index])
      } ?? []
    counted = try settings["count"]?.localizedText
    if columns.isEmpty, counted == nil { _ = try settings.required("sum") }
  }

  package func table(of material: Material) -> FigureTable {
    var heads = columns.map { column in
      FigureTable.ColumnHead(key: column.column.name, headings: [column.column.label], unit: "sum")
    }
    if let counted {
      heads.insert(
        FigureTable.ColumnHead(
          key: "rows", headings: [counted], unit: Words.Unit.rows.rawValue), at: 0)
    }
    var result = frame.table(stubs: stubs, columns: heads)
    guard let (table, links) = material.dataset(dataset) else { return result }
    let dimension = rows.dimension(of: table, links: links, schools: material.linked.schools)
    let tally = Tally(table, dimension, columns: columns.map { $0.index })
    for line in lines(dimension, tally) {
      var figures = zip(columns, tally.sums(of: line.members)).map { column, sum in
        figure(of: sum, isDecimal: column.column.kind == .decimal)
      }
      if counted != nil {
        let rows = tally.rows(of: line.members)
        figures.insert(Figure(.count(rows), rows: rows), at: 0)
      }
      result.append(line.head, figures)
    }
    return result
  }

  private func figure(of sum: Tally.Sum, isDecimal: Bool) -> Figure {
    // A sum that no Int holds is of numbers that say nothing.
    guard sum.rows > 0, let value = Int(exactly: sum.value) else { return Figure(.noData, rows: 0) }
    return Figure(isDecimal ? .amount(hundredths: value) : .count(value), rows: sum.rows)
  }

  private var stubs: [LocalizedText] {
    if case .school = rows { return [Words.number, Words.code, Words.school] }
    return [heading]
  }

  private func lines(
    _ dimension: Dimension, _ tally: Tally
  ) -> [(head: FigureTable.RowHead, members: [Int])] {
    let blank = [LocalizedText](repeating: LocalizedText(""), count: stubs.count - 1)
    var lines: [(head: FigureTable.RowHead, members: [Int])] = []
    for (index, member) in dimension.members.enumerated() {
      let isSchool = stubs.count > 1 && index < dimension.members.count - 1
      if isSchool || tally.rows(of: [index]) > 0 {
        lines.append((.init(key: member.key, labels: member.labels), [index]))
      }
      for group in dimension.groups
      where group.members.last == index && tally.rows(of: group.members) > 0 {
        let labels = blank + [Words.sum(of: group.label)]
        lines.append(
          (.init(key: group.key, labels: labels, role: .subtotal), group.members))
      }
    }
    let all = Array(dimension.members.indices)
    return lines + [(.init(key: "total", labels: blank + [Words.total], role: .total), all)]
  }
}

/// Sums and counts of a table's accepted rows by the members of a dimension.
private struct Tally {
  struct Sum {
    /// Wider than one number, so that no file can make it overflow.
    var value: Int128 = 0
    /// The rows that hold a number.
    var rows = 0
  }

  private var rowCounts: [Int]
  /// Column by column, one sum a member.
  private var columns: [[Sum]]

  init(_ table: CleanTable, _ dimension: Dimension, columns indices: [Int]) {
    rowCounts = Array(repeating: 0, count: dimension.members.count)
    for row in 0..<table.count where table.accepted[row] {
      rowCounts[Int(dimension.places[row])] += 1
    }
    columns = indices.map { index in
      var sums = [Sum](repeating: Sum(), count: dimension.members.count)
      guard let numbers = table.columns[index].number else {
        preconditionFailure("a column that is added up holds numbers")
      }
      for row in 0..<table.count where table.accepted[row] {
        guard let number = numbers[row] else { continue }
        sums[Int(dimension.places[row])].value += Int128(number)
        sums[Int(dimension.places[row])].rows += 1
      }
      return sums
    }
  }

  func rows(of members: [Int]) -> Int { members.reduce(0) { $0 + rowCounts[$1] } }

  func sums(of members: [Int]) -> [Sum] {
    columns.map { sums in
      members.reduce(into: Sum()) {
        $0.value += sums[$1].value
        $0.rows += sums[$1].rows
      }
    }
  }
}
