internal import Aggregate
internal import GRDB
internal import Tables

/// Writes a run into the history, and drops what is too old to be asked for.
struct RunWriter {
  private let record: RunRecord
  private let day: Day
  private let round: StatementArguments

  /// Of a round so many runs keep their findings and registrations: this one, and the one to compare with.
  private static let runsWithFindings = 2
  /// Of a round so many runs keep figures and submissions: those of two months of nights.
  private static let runsWithFigures = 60

  init(_ record: RunRecord, on day: Day) {
    self.record = record
    self.day = day
    round = [record.pipeline, record.round.year, record.round.term]
  }

  func write(_ database: Database) throws {
    // Versions before this one did not keep the system.
    try database.execute(
      sql: "UPDATE run SET system = ? WHERE pipeline = ? AND system = ''",
      arguments: [record.round.system, record.pipeline])
    let run = try insertRun(database)
    var words = HistoryDictionary(table: "word")
    try insertFindings(of: run, &words, database)
    try insertRegistrations(of: run, database)
    try insertSubmissions(of: run, &words, database)
    try insertFigures(of: run, &words, database)
    for table in ["finding", "registration"] {
      try trim(table, to: Self.runsWithFindings, database)
    }
    for table in ["submission", "figure"] { try trim(table, to: Self.runsWithFigures, database) }
    try database.execute(
      sql: """
        DELETE FROM line
        WHERE id NOT IN (SELECT head FROM figure UNION SELECT cells FROM figure)
        """)
  }

  /// A run on the inputs of the last one takes its place, and its day.
  private func insertRun(_ database: Database) throws -> Int64 {
    let last = try Row.fetchOne(
      database,
      sql: """
        SELECT id, inputs, first_day, times FROM run WHERE pipeline = ? AND year = ? AND term = ?
        ORDER BY id DESC LIMIT 1
        """, arguments: round)
    var firstDay = day.iso
    var times = 1
    if let last, last["inputs"] == record.inputs {
      firstDay = last["first_day"] ?? firstDay
      times += last["times"] as Int
      try database.execute(sql: "DELETE FROM run WHERE id = ?", arguments: [last["id"]])
    }
    let total = record.intakes.total
    try database.execute(
      sql: """
        INSERT INTO run (
          pipeline, year, term, inputs, highest, system, first_day, last_day, times, accepted, errors,
          further, submitted, without_pupils, not_submitted)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: round + [
        record.inputs, record.highest, record.round.system, firstDay, day.iso, times, total.rows,
        total.errors, total.furtherRegistrations, total.schools?.submitted,
        total.schools?.withoutPupils, total.schools?.notSubmitted,
      ])
    return database.lastInsertedRowID
  }

  private func insertFindings(
    of run: Int64, _ words: inout HistoryDictionary, _ database: Database
  ) throws {
    let statement = try database.makeStatement(
      sql: """
        INSERT INTO finding (run, rule, dataset, school, col, digest, other, file, sheet, line)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    for finding in record.findings {
      let key = finding.key
      let numbers = try [
        key.rule, key.dataset, key.school, key.column, finding.file, finding.sheet,
      ].map { try words.number(of: $0, database) }
      try statement.execute(arguments: [
        run, numbers[0], numbers[1], numbers[2], numbers[3], key.row, finding.other, numbers[4],
        numbers[5], finding.row,
      ])
    }
  }

  private func insertRegistrations(of run: Int64, _ database: Database) throws {
    let statement = try database.makeStatement(
      sql: "INSERT OR IGNORE INTO registration (run, digest, cluster) VALUES (?, ?, ?)")
    for registration in record.registrations {
      try statement.execute(arguments: [run, registration.digest, registration.number])
    }
  }

  private func insertSubmissions(
    of run: Int64, _ words: inout HistoryDictionary, _ database: Database
  ) throws {
    let statement = try database.makeStatement(
      sql: """
        INSERT INTO submission (run, place, school, state, accepted, errors, further)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """)
    for (place, school) in record.intakes.schools.enumerated() {
      try statement.execute(arguments: [
        run, place, words.number(of: school.code, database), school.state.word, school.rows,
        school.errors, school.furtherRegistrations,
      ])
    }
  }

  private func insertFigures(
    of run: Int64, _ words: inout HistoryDictionary, _ database: Database
  ) throws {
    let statement = try database.makeStatement(
      sql: "INSERT INTO figure (run, place, tbl, row, head, cells) VALUES (?, ?, ?, ?, ?, ?)")
    var lines = HistoryDictionary(table: "line")
    var place = 0
    for table in record.tables {
      let head = FigureLine.head(of: table)
      for (row, rowHead) in table.rows.enumerated() {
        try statement.execute(arguments: [
          run, place, words.number(of: table.id, database),
          words.number(of: rowHead.key, database), lines.number(of: head, database),
          lines.number(of: FigureLine.cells(of: row, in: table), database),
        ])
        place += 1
      }
    }
  }

  private func trim(_ table: String, to runs: Int, _ database: Database) throws {
    try database.execute(
      sql: """
        DELETE FROM \(table) WHERE run IN (
          SELECT id FROM run WHERE pipeline = ? AND year = ? AND term = ?
          ORDER BY id DESC LIMIT -1 OFFSET ?)
        """, arguments: round + [runs])
  }
}

extension SchoolIntakes.State {
  /// As it stands in the history.
  fileprivate var word: String {
    switch self {
    case .submitted: "submitted"
    case .withoutPupils: "without-pupils"
    case .notSubmitted: "not-submitted"
    case .unregistered: "unregistered"
    }
  }
}
