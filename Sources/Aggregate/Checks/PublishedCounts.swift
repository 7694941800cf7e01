package import Queries
package import Settings
package import Tables

/// Reports numbers of rows that another list gives otherwise, school by school.
///
/// Rows are counted as registered, for so the other list counts. A school is compared where both lists have it;
/// its sums are told only when none of its parts differs. Facts: the number counted here, the number there.
package struct PublishedCounts: Check {
  package static let name = "published-counts"
  package static let summary =
    "The numbers of 'published', whose columns the list 'columns' gives with the values of 'by' that they count, are those of the rows of 'dataset', within 'tolerance'."

  /// A column of the published list, and what it counts; nil counts all values.
  private struct Cell {
    let column: Int
    let values: [Int?]
    var isSum: Bool { values.contains { $0 == nil } }
  }

  private let rule: Int
  private let dataset: String
  private let by: [Int]
  private let published: String
  private let cells: [Cell]
  /// For each column of `by`, the values that cells name.
  private let values: [[String]]
  private let tolerance: Int

  package init(_ rule: RuleSettings, _ round: AggregateRound) throws {
    let settings = rule.settings
    try settings.allow(
      only: RuleSettings.commonKeys + ["dataset", "by", "published", "columns", "tolerance"])
    self.rule = rule.rule
    let (name, schema) = try round.dataset(settings.required("dataset"))
    let (other, otherSchema) = try round.dataset(settings.required("published"))
    (dataset, published) = (name, other)
    let names = try settings.required("by")
    by = try names.items.map { try schema.index(of: $0, kind: .text) }
    guard !by.isEmpty else { throw names.expected("the name of a column") }
    tolerance = try settings["tolerance"]?.number ?? 0

    let columns = try settings.required("columns")
    let list = try round.shelf.codeList(named: columns)
    guard let columnNames = list.column("column") else {
      throw columns.expected("a list with a column column")
    }
    let wanted = try names.words.map { word -> [String] in
      guard let values = list.column(word) else {
        throw columns.expected("a list with a column \(word)")
      }
      return values
    }
    let values = wanted.map { Set($0).subtracting([""]).sorted() }
    self.values = values
    cells = try columnNames.indices.map { line in
      let column = Settings(.word(columnNames[line]), at: columns.place)
      return Cell(
        column: try otherSchema.index(of: column, kind: .integer),
        values: zip(wanted, values).map { texts, known in known.firstIndex(of: texts[line]) })
    }
  }

  package func check(
    _ linked: LinkedTables, _ database: RoundDatabase, findings: inout Findings
  ) throws {
    guard let index = linked.clean.index(of: dataset),
      let other = linked.clean.index(of: published),
      linked.clean.tables[other].accepted.population > 0
    else { return }
    let counts = Counts(linked, dataset: index, by: by, values: values)
    let table = linked.clean.tables[other]
    for (row, school) in linked.links[other].schools.enumerated() where table.accepted[row] {
      guard let school, counts.hasRows[Int(school)] else { continue }
      var differs = false
      for cell in cells where !cell.isSum || !differs {
        guard let stated = table.columns[cell.column].number?[row] else { continue }
        let counted = counts.count(Int(school), cell.values)
        guard abs(counted - stated) > tolerance else { continue }
        differs = true
        findings.append(
          Finding(
            rule: rule, subject: .row(dataset: other, row: row), column: cell.column,
            facts: .numbers(counted, stated)))
      }
    }
  }
}

/// The accepted rows of each school, by the values of some columns; other values count in sums only.
private struct Counts {
  private let sizes: [Int]
  private let width: Int
  private var counts: [Int]
  private(set) var hasRows: [Bool]

  init(_ linked: LinkedTables, dataset: Int, by columns: [Int], values: [[String]]) {
    let table = linked.clean.tables[dataset]
    sizes = values.map { $0.count + 1 }
    width = sizes.reduce(1, *)
    counts = Array(repeating: 0, count: width * linked.schools.count)
    hasRows = Array(repeating: false, count: linked.schools.count)
    let coded = zip(columns, values).map { column, values in
      table.columns[column].text.map { text in
        (
          text: text,
          places: (0..<UInt32(text.dictionary.count)).map {
            values.firstIndex(of: text.dictionary.string(of: $0)) ?? values.count
          }
        )
      }
    }
    for (row, school) in linked.links[dataset].schools.enumerated() where table.accepted[row] {
      guard let school else { continue }
      hasRows[Int(school)] = true
      var cell = Int(school)
      for (column, size) in zip(coded, sizes) {
        cell = cell * size + (column.map { $0.places[Int($0.text.code(row))] } ?? size - 1)
      }
      counts[cell] += 1
    }
  }

  func count(_ school: Int, _ choice: [Int?]) -> Int {
    var cells = [school]
    for (value, size) in zip(choice, sizes) {
      cells = cells.flatMap { cell in
        (value.map { [$0] } ?? Array(0..<size)).map { cell * size + $0 }
      }
    }
    return cells.reduce(0) { $0 + counts[$1] }
  }
}
