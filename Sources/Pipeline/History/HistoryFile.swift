internal import Containers
internal import GRDB
internal import Tables

/// `history.sqlite`: what the runs of every round have found, so that the next run can say what is new.
///
/// Beside it `history.key` holds the secret of the digests; without it their rows cannot be told again.
package struct HistoryFile: Sendable {
  private let queue: DatabaseQueue
  let digest: RowDigest
  /// What the user must know of the history; nil when all is well.
  package let notice: String?

  /// Of a round so many runs keep their findings: this one, and the one to compare with.
  private static let runsWithFindings = 2
  private static let secretLength = 32

  /// Opens the history of a folder, or begins one; throws `FileError` when it cannot be used.
  package init(folder: String) throws {
    try Folder.make(folder)
    digest = RowDigest(secret: try Self.secret(at: folder + "/history.key"))
    let path = folder + "/history.sqlite"
    do {
      try PrivateFile.make(path)
      var configuration = Configuration()
      configuration.busyMode = .timeout(30)
      queue = try DatabaseQueue(path: path, configuration: configuration)
      try Self.migrator.migrate(queue)
      notice =
        try Self.forgetsOtherSecrets(queue, digest)
        ? "\(path): history.key is not the one that it was made with; it begins anew, and this run is compared with none"
        : nil
    } catch let error as DatabaseError {
      throw FileError(path: path, reason: Self.reason(error))
    }
  }

  /// The findings of the last run of a round that read other inputs; nil when there is none.
  func earlier(pipeline: String, round: Round, inputs: String) throws -> [RememberedFinding]? {
    try reading { database in
      let run = try Int64.fetchOne(
        database,
        sql: """
          SELECT max(id) FROM run WHERE pipeline = ? AND year = ? AND term = ? AND inputs <> ?
          """, arguments: [pipeline, round.year, round.term, inputs])
      guard let run else { return nil }
      let rows = try Row.fetchCursor(
        database,
        sql: """
          SELECT rule.text, dataset.text, school.text, col.text, finding.digest, file.text,
            sheet.text, finding.line, finding.other
          FROM finding
          JOIN word AS rule ON rule.id = finding.rule
          JOIN word AS dataset ON dataset.id = finding.dataset
          JOIN word AS school ON school.id = finding.school
          JOIN word AS col ON col.id = finding.col
          JOIN word AS file ON file.id = finding.file
          JOIN word AS sheet ON sheet.id = finding.sheet
          WHERE finding.run = ? ORDER BY finding.id
          """, arguments: [run])
      var findings: [RememberedFinding] = []
      while let row = try rows.next() {
        findings.append(
          RememberedFinding(
            key: FindingKey(
              rule: row[0], dataset: row[1], school: row[2], column: row[3], row: row[4]),
            other: row[8], file: row[5], sheet: row[6], row: row[7]))
      }
      return findings
    }
  }

  /// The numbers of the registrations that stood in clusters in the last run that read other inputs.
  func clusters(
    pipeline: String, inputs: String
  ) throws -> (numbers: [Int64: Int], highest: Int) {
    try reading { database in
      let highest =
        try Int.fetchOne(
          database, sql: "SELECT max(highest) FROM run WHERE pipeline = ? AND inputs <> ?",
          arguments: [pipeline, inputs]) ?? 0
      let rows = try Row.fetchCursor(
        database,
        sql: """
          SELECT digest, cluster FROM registration WHERE run = (
            SELECT max(id) FROM run WHERE pipeline = ? AND inputs <> ?)
          """, arguments: [pipeline, inputs])
      var numbers: [Int64: Int] = [:]
      while let row = try rows.next() { numbers[row[0]] = row[1] }
      return (numbers, highest)
    }
  }

  /// Keeps what a run found; a run on the inputs of the last one takes its place.
  package func record(_ record: RunRecord) throws {
    try writing { database in
      let round = [record.pipeline, record.round.year, record.round.term] as StatementArguments
      let last = try Row.fetchOne(
        database,
        sql: """
          SELECT id, inputs FROM run WHERE pipeline = ? AND year = ? AND term = ?
          ORDER BY id DESC LIMIT 1
          """, arguments: round)
      if let last, last["inputs"] == record.inputs {
        try database.execute(sql: "DELETE FROM run WHERE id = ?", arguments: [last["id"]])
      }
      try database.execute(
        sql: "INSERT INTO run (pipeline, year, term, inputs, highest) VALUES (?, ?, ?, ?, ?)",
        arguments: round + [record.inputs, record.highest])
      let run = database.lastInsertedRowID
      try Self.insert(record.findings, run: run, database)
      let statement = try database.makeStatement(
        sql: "INSERT OR IGNORE INTO registration (run, digest, cluster) VALUES (?, ?, ?)")
      for registration in record.registrations {
        try statement.execute(arguments: [run, registration.digest, registration.number])
      }
      for table in ["finding", "registration"] {
        try database.execute(
          sql: """
            DELETE FROM \(table) WHERE run IN (
              SELECT id FROM run WHERE pipeline = ? AND year = ? AND term = ?
              ORDER BY id DESC LIMIT -1 OFFSET ?)
            """, arguments: round + [Self.runsWithFindings])
      }
    }
  }

  private static func insert(
    _ findings: [RememberedFinding], run: Int64, _ database: Database
  ) throws {
    var words: [String: Int64] = [:]
    let word = { (text: String) throws -> Int64 in
      if let known = words[text] { return known }
      try database.execute(sql: "INSERT OR IGNORE INTO word (text) VALUES (?)", arguments: [text])
      let id =
        try Int64.fetchOne(database, sql: "SELECT id FROM word WHERE text = ?", arguments: [text])
        ?? 0
      words[text] = id
      return id
    }
    let statement = try database.makeStatement(
      sql: """
        INSERT INTO finding (run, rule, dataset, school, col, digest, other, file, sheet, line)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    for finding in findings {
      let key = finding.key
      try statement.execute(arguments: [
        run, word(key.rule), word(key.dataset), word(key.school), word(key.column), key.row,
        finding.other,
        word(finding.file), word(finding.sheet), finding.row,
      ])
    }
  }

  /// Begins anew when the digests are of another secret, for no row could be told again; true if so.
  private static func forgetsOtherSecrets(_ queue: DatabaseQueue, _ digest: RowDigest) throws
    -> Bool
  {
    let own = digest.digest(of: "krong")
    return try queue.write { database in
      let known = try Int64.fetchOne(database, sql: "SELECT digest FROM secret")
      if known == own { return false }
      try database.execute(sql: "DELETE FROM run; DELETE FROM secret;")
      try database.execute(sql: "INSERT INTO secret (digest) VALUES (?)", arguments: [own])
      return known != nil
    }
  }

  private static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("findings") { database in
      try database.execute(
        sql: """
          CREATE TABLE run (
            id INTEGER PRIMARY KEY AUTOINCREMENT, pipeline TEXT NOT NULL, year INTEGER NOT NULL,
            term INTEGER NOT NULL, inputs TEXT NOT NULL);
          CREATE INDEX run_of_round ON run (pipeline, year, term);
          CREATE TABLE word (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE);
          CREATE TABLE finding (
            id INTEGER PRIMARY KEY, run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
            rule INTEGER NOT NULL, dataset INTEGER NOT NULL, school INTEGER NOT NULL,
            col INTEGER NOT NULL, digest INTEGER NOT NULL, other INTEGER NOT NULL, file INTEGER NOT NULL,
            sheet INTEGER NOT NULL, line INTEGER NOT NULL);
          CREATE INDEX finding_of_run ON finding (run);
          CREATE TABLE secret (digest INTEGER NOT NULL);
          """)
    }
    migrator.registerMigration("clusters") { database in
      try database.execute(
        sql: """
          ALTER TABLE run ADD COLUMN highest INTEGER NOT NULL DEFAULT 0;
          CREATE TABLE registration (
            run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE, digest INTEGER NOT NULL,
            cluster INTEGER NOT NULL, PRIMARY KEY (run, digest)) WITHOUT ROWID;
          """)
    }
    return migrator
  }

  // MARK: The file

  private func reading<Result>(_ work: (Database) throws -> Result) throws -> Result {
    try telling { try queue.read(work) }
  }

  private func writing<Result>(_ work: (Database) throws -> Result) throws -> Result {
    try telling { try queue.write(work) }
  }

  private func telling<Result>(_ work: () throws -> Result) throws -> Result {
    do {
      return try work()
    } catch let error as DatabaseError {
      throw FileError(path: queue.path, reason: Self.reason(error))
    }
  }

  private static func reason(_ error: DatabaseError) -> String {
    "is no history that can be used (\(error.message ?? "SQLite \(error.resultCode.rawValue)"));"
      + " move it away to begin a new one"
  }

  private static func secret(at path: String) throws -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    let secret = (0..<secretLength).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    return try PrivateFile.contents(of: path, orElse: secret)
  }
}
