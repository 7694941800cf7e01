/// What became of the persons of a dataset, by the rows that count; seven bytes a row.
package struct Movements: Sendable {
  /// The place of the dataset of the other round among the tables.
  package let other: Int
  /// Whether the other round is the earlier one.
  package let isLater: Bool
  private var kinds: [UInt8]
  private var steps: [UInt8]
  private var identities: [UInt8]
  private var rows: [Int32]

  private static let nothing = UInt8.max

  package init(count: Int, other: Int, isLater: Bool) {
    self.other = other
    self.isLater = isLater
    kinds = Array(repeating: Self.nothing, count: count)
    steps = kinds
    identities = kinds
    rows = Array(repeating: -1, count: count)
  }

  package var count: Int { kinds.count }

  /// Nil for a row that does not count, as a further registration.
  package subscript(row: Int) -> Movement? {
    get {
      guard let kind = Movement.Kind(rawValue: kinds[row]) else { return nil }
      guard let step = Movement.Step(rawValue: steps[row]) else { return Movement(kind) }
      return Movement(
        kind, step: step, identity: Movement.Identity(rawValue: identities[row]),
        row: Int(rows[row]))
    }
    set {
      kinds[row] = newValue?.kind.rawValue ?? Self.nothing
      steps[row] = newValue?.step?.rawValue ?? Self.nothing
      identities[row] = newValue?.identity?.rawValue ?? Self.nothing
      rows[row] = newValue?.row.map { Int32($0) } ?? -1
    }
  }

  /// The kind alone, for loops over all rows.
  package func kind(of row: Int) -> Movement.Kind? { Movement.Kind(rawValue: kinds[row]) }

  /// The row in the other round of a person who moved.
  package func moved(_ row: Int) -> Int? {
    kinds[row] == Movement.Kind.moved.rawValue ? Int(rows[row]) : nil
  }

  /// The row of the other round that is the same person's, told of a further registration, too.
  package func row(of row: Int) -> Int? { rows[row] < 0 ? nil : Int(rows[row]) }

  /// Says whose a row is that does not count itself.
  package mutating func link(_ row: Int, like counted: Int) { rows[row] = rows[counted] }
}
