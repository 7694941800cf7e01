internal import Tables

/// Says of every person of two rounds what became of them.
struct MovementTeller {
  /// One of the two rounds.
  struct Side {
    /// The place of the dataset among the tables.
    let dataset: Int
    /// The rows that do not count are set aside.
    let table: CleanTable
    let schools: [Int32?]
    /// Whether each school has rows in the round; schools behind the last that does are left out.
    let hasRows: [Bool]

    func lacksList(_ school: Int32?) -> Bool {
      school.map { !hasRows.indices.contains(Int($0)) || !hasRows[Int($0)] } ?? false
    }
  }

  let plan: FollowPlan
  let later: Side
  let earlier: Side

  /// - Parameter rows: for each later row the earlier one of the same person; -1 where there is none.
  func movements(_ rows: [Int32]) -> (later: Movements, earlier: Movements) {
    var now = Movements(count: later.table.count, other: earlier.dataset, isLater: true)
    var before = Movements(count: earlier.table.count, other: later.dataset, isLater: false)
    let grades = GradeSteps(plan, later.table, earlier.table)
    let changes = IdentityChanges(plan.columns, later.table, earlier.table)
    for row in 0..<later.table.count where later.table.accepted[row] {
      guard rows[row] >= 0 else {
        now[row] = Movement(earlier.lacksList(later.schools[row]) ? .noList : .joined)
        continue
      }
      let other = Int(rows[row])
      let kind: Movement.Kind =
        later.schools[row] == earlier.schools[other] ? .stayed : .moved
      let step = grades.step(row, other)
      let identity = changes.changes(row, other)
      now[row] = Movement(kind, step: step, identity: identity, row: other)
      before[other] = Movement(kind, step: step, identity: identity, row: row)
    }
    let gone = earlier.table.accepted
    for row in 0..<earlier.table.count where gone[row] && before[row] == nil {
      before[row] = Movement(farewell(row, grades))
    }
    return (now, before)
  }

  private func farewell(_ row: Int, _ grades: GradeSteps) -> Movement.Kind {
    if later.lacksList(earlier.schools[row]) { return .noList }
    let flag = plan.columns.notRemovable.flatMap { earlier.table[$0]?.flag }
    if flag?[row] == true { return .notRemovable }
    return plan.years > 0 && grades.isLast(row) ? .graduated : .left
  }
}

/// How far a pupil has come from one round to the next.
private struct GradeSteps {
  private let years: Int
  private let columns: (now: CodedColumn?, before: CodedColumn?)
  /// The year of schooling of each distinct grade.
  private let places: (now: [Int?], before: [Int?])
  /// The code of each distinct earlier grade among the later ones.
  private let codes: [UInt32?]
  private let lastGrades: [Bool]

  init(_ plan: FollowPlan, _ now: CleanTable, _ before: CleanTable) {
    years = plan.years
    columns = (now[plan.columns.grade]?.text, before[plan.columns.grade]?.text)
    let place = { (column: CodedColumn?) in
      column?.dictionary.strings.map { plan.columns.years[$0] } ?? []
    }
    places = (place(columns.now), place(columns.before))
    let strings = columns.before?.dictionary.strings ?? []
    let known = columns.now
    codes = strings.map { known?.dictionary.find($0) }
    lastGrades = strings.map { plan.columns.lastGrades.contains($0) }
  }

  func step(_ now: Int, _ before: Int) -> Movement.Step {
    guard let code = columns.now?.code(now), let earlier = columns.before?.code(before),
      let place = places.now[Int(code)], let past = places.before[Int(earlier)]
    else { return .unknown }
    // Within a year only the grade itself will do, and none beside it.
    if years == 0 { return codes[Int(earlier)] == code ? .same : .other }
    return place - past == years ? .promoted : place == past ? .repeated : .other
  }

  func isLast(_ before: Int) -> Bool {
    columns.before.map { lastGrades[Int($0.code(before))] } ?? false
  }
}

/// What changed of the identifier and the names of a person.
private struct IdentityChanges {
  private let identifiers: (now: CleanIdentifierColumn?, before: CleanIdentifierColumn?)
  private let given: SameText
  private let surname: SameText

  init(_ columns: FollowedColumns, _ now: CleanTable, _ before: CleanTable) {
    identifiers = (now[columns.identifier]?.identifier, before[columns.identifier]?.identifier)
    given = SameText(now[columns.givenName]?.text, before[columns.givenName]?.text)
    surname = SameText(now[columns.surname]?.text, before[columns.surname]?.text)
  }

  func changes(_ now: Int, _ before: Int) -> Movement.Identity {
    var changes: Movement.Identity = []
    if let own = identifiers.now, let other = identifiers.before,
      own[now] != other[before] || own[now].isOther
    {
      let isText = own[now].isOther && other[before].isOther
      if other[before].isGCode, own[now].isDigits {
        changes.insert(.gCodeToNumber)
      } else if !isText || own.string(now) != other.string(before) {
        changes.insert(.numberChanged)
      }
    }
    if given.differs(now, before) { changes.insert(.givenNameChanged) }
    if surname.differs(now, before) { changes.insert(.surnameChanged) }
    return changes
  }
}

/// Whether two tables have the same text in a column; each distinct value is looked up once.
private struct SameText {
  private let now: CodedColumn?
  private let before: CodedColumn?
  /// The later code of each distinct earlier text.
  private let codes: [UInt32?]

  init(_ now: CodedColumn?, _ before: CodedColumn?) {
    self.now = now
    self.before = before
    codes = before?.dictionary.strings.map { now?.dictionary.find($0) } ?? []
  }

  /// A text that lacks is no other one.
  func differs(_ row: Int, _ other: Int) -> Bool {
    guard let now, let before, !now.isMissing(row), !before.isMissing(other) else { return false }
    return codes[Int(before.code(other))] != now.code(row)
  }
}

extension ByteDictionary {
  fileprivate var strings: [String] { (0..<UInt32(count)).map { string(of: $0) } }
}
