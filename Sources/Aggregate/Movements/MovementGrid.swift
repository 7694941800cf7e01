internal import Tables

/// The persons of both rounds by classes of rows and by kinds of movement.
///
/// A line of a table takes some classes, a column some kinds of one round; their figure is the sum, and the rows
/// behind it are those of these classes and kinds.
struct MovementGrid: Sendable {
  /// The rows of one round, each with the class that it belongs to.
  struct Part: Sendable {
    let side: MovementSides.Side
    /// Negative for a row that is left out.
    let classes: [Int32]
    /// How many persons each class has of each kind.
    let counts: [[Int]]

    /// - Parameter place: the class of a row, nil for one that is left out.
    init(_ side: MovementSides.Side, of size: Int, _ place: (_ row: Int) -> Int?) {
      self.side = side
      let movements = side.movements
      let classes = (0..<movements.count).map { row in
        movements.kind(of: row) == nil ? -1 : Int32(place(row) ?? -1)
      }
      var counts = [[Int]](
        repeating: Array(repeating: 0, count: Movement.Kind.allCases.count), count: size)
      for (row, one) in classes.enumerated() where one >= 0 {
        guard let kind = movements.kind(of: row) else { continue }
        counts[Int(one)][Int(kind.rawValue)] += 1
      }
      self.classes = classes
      self.counts = counts
    }

    func count(_ classes: [Int], _ kinds: [Movement.Kind]) -> Int {
      classes.reduce(0) { sum, one in
        sum + kinds.reduce(0) { $0 + counts[one][Int($1.rawValue)] }
      }
    }

    func lines(
      _ classes: [Int], _ kinds: [Movement.Kind], _ part: FigureTrace.Part
    ) -> [FigureTrace.Line] {
      let wanted = Set(classes.map { Int32($0) })
      return self.classes.indices.filter { row in
        wanted.contains(self.classes[row])
          && side.movements.kind(of: row).map { kinds.contains($0) } == true
      }.map {
        FigureTrace.Line(part, .row(RowReference(dataset: side.place, row: $0)), 1)
      }
    }
  }

  struct Column: Sendable {
    enum Round: Sendable { case before, now }

    let head: FigureTable.ColumnHead
    let round: Round
    let kinds: [Movement.Kind]
    /// Of all classes together.
    let isShare: Bool

    init(
      _ head: FigureTable.ColumnHead, _ round: Round,
      _ kinds: [Movement.Kind] = Movement.Kind.allCases, isShare: Bool = false
    ) {
      self.head = head
      self.round = round
      self.kinds = kinds
      self.isShare = isShare
    }
  }

  struct Line: Sendable {
    let head: FigureTable.RowHead
    let classes: [Int]
    /// It is left out when it has nobody.
    let needsSomeone: Bool

    init(_ head: FigureTable.RowHead, _ classes: [Int], needsSomeone: Bool = false) {
      self.head = head
      self.classes = classes
      self.needsSomeone = needsSomeone
    }
  }

  let lines: [Line]
  let before: Part
  let now: Part

  private func part(_ column: Column) -> Part { column.round == .now ? now : before }

  private func everyone(_ column: Column) -> [Int] { Array(part(column).counts.indices) }

  /// The figures of the lines, in a table that has the columns.
  func figures(_ columns: [Column], in table: FigureTable) -> TracedFigures {
    let shown = lines.filter { line in
      !line.needsSomeone || columns.contains { part($0).count(line.classes, $0.kinds) > 0 }
    }
    var table = table
    for line in shown { table.append(line.head, columns.map { figure(line, $0) }) }
    return TracedFigures(table) { row, column in trace(shown[row], columns[column]) }
  }

  private func figure(_ line: Line, _ column: Column) -> Figure {
    let count = part(column).count(line.classes, column.kinds)
    guard column.isShare else { return Figure(.count(count), rows: count) }
    let whole = part(column).count(everyone(column), column.kinds)
    return whole > 0 ? Figure(.share(count, of: whole), rows: count) : Figure(.noData, rows: 0)
  }

  private func trace(_ line: Line, _ column: Column) -> FigureTrace {
    let part = part(column)
    guard column.isShare else {
      return FigureTrace(part.lines(line.classes, column.kinds, .value))
    }
    return FigureTrace(
      part.lines(line.classes, column.kinds, .numerator)
        + part.lines(everyone(column), column.kinds, .denominator))
  }
}
