internal import Tables

/// The rows of a source in a run, with the schools that they are of.
struct SourceRows: Sendable {
  let source: ComparedSource
  /// The place of the dataset among the tables.
  let dataset: Int
  private let table: CleanTable
  private let schools: [Int32?]
  private let counted: Bitmap
  /// The first row of each school; nil for a school that the source does not have.
  let firstRows: [Int?]

  /// A larger number of pupils, rooms or teachers in one cell of a file says nothing.
  private static let possible = -(1 << 30)...(1 << 30)

  init?(_ source: ComparedSource, _ linked: LinkedTables, _ round: Round) {
    guard let dataset = linked.clean.index(of: source.dataset) else { return nil }
    self.source = source
    self.dataset = dataset
    table = linked.clean.tables[dataset]
    schools = linked.links[dataset].schools
    let (all, counted) = source.rows(of: table, in: round)
    self.counted = counted
    var firstRows = [Int?](repeating: nil, count: linked.schools.count)
    for (row, school) in schools.enumerated() where all[row] {
      if let school, firstRows[Int(school)] == nil { firstRows[Int(school)] = row }
    }
    self.firstRows = firstRows
  }

  /// Calls the body with what each row gives to a cell; nil is a number that is not known.
  ///
  /// - Parameter slots: where the cells of each school begin, counted in schools; negative for none.
  func forEach(_ slots: [Int32], _ body: (_ row: Int, _ cell: Int, _ amount: Int?) -> Void) {
    let axes = source.own.map { (codes: members($0.column, $0.keys), size: $0.keys.count + 1) }
    let numbers = source.lines.map { $0.column.flatMap { table.columns[$0].number } }
    var combinations = Combinations(source, table)
    let (width, ownWidth) = (source.width, source.ownWidth)
    for (row, school) in schools.enumerated() where counted[row] {
      guard let school, slots[Int(school)] >= 0 else { continue }
      var own = 0
      for axis in axes { own = own * axis.size + axis.codes(row) }
      for line in source.lines.indices {
        let cell = Int(slots[Int(school)]) * width + line * ownWidth + own
        switch source.amount {
        case .rows: body(row, cell, 1)
        case .distinct: body(row, cell, combinations.amount(row, cell))
        case .numbers:
          let number = numbers[line]?[row] ?? (source.missingIsZero ? 0 : nil)
          body(row, cell, number.flatMap { Self.possible.contains($0) ? $0 : nil })
        }
      }
    }
  }

  /// The member of a row's value, looked up once per distinct value; the last for any other.
  private func members(_ column: Int, _ keys: [String]) -> (Int) -> Int {
    guard let text = table.columns[column].text else { return { _ in keys.count } }
    let known = Dictionary(
      keys.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let members = (0..<UInt32(text.dictionary.count)).map {
      known[text.dictionary.string(of: $0)] ?? keys.count
    }
    return { members[Int(text.code($0))] }
  }
}

/// Tells different combinations of values in a cell apart: the first row of each counts.
private struct Combinations {
  private var columns: [(codes: Codes, values: [UInt32?])] = []
  private var seen: Set<Combination> = []

  private struct Combination: Hashable {
    let cell: Int
    let first: UInt32
    let second: UInt32
  }

  init(_ source: ComparedSource, _ table: CleanTable) {
    guard case .distinct(let places) = source.amount else { return }
    columns = places.compactMap { place in
      switch table.columns[place].values {
      case .text(let text):
        (text.rows, text.meaning.map { text.missing[Int($0)] ? nil : $0 })
      case .number(let numbers): (numbers.rows, Self.places(of: numbers))
      default: nil
      }
    }
  }

  /// Numbers that were written in several ways are one value.
  private static func places(of numbers: NumberColumn) -> [UInt32?] {
    var known: [Int: UInt32] = [:]
    return numbers.values.indices.map { code in
      if numbers.missing[code] { return nil }
      let place = known[numbers.values[code]] ?? UInt32(known.count)
      known[numbers.values[code]] = place
      return place
    }
  }

  /// Nil for a row that lacks one of the values.
  mutating func amount(_ row: Int, _ cell: Int) -> Int? {
    var values: [UInt32] = [0, 0]
    for (place, column) in columns.enumerated() {
      guard let value = column.values[Int(column.codes[row])] else { return nil }
      values[place] = value
    }
    let combination = Combination(cell: cell, first: values[0], second: values[1])
    return seen.insert(combination).inserted ? 1 : 0
  }
}
