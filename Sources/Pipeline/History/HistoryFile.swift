internal import Containers
internal import GRDB
package import Tables

/// `history.sqlite`: what the runs of every round have found, so that the next run can say what is new.
///
/// Beside it `history.key` holds the secret of the digests; without it their rows cannot be told again.
package struct HistoryFile: Sendable {
  private let file: HistoryDatabase
  let digest: RowDigest
  /// What the user must know of the history; nil when all is well.
  package let notice: String?

  private static let secretLength = 32

  /// Opens the history of a folder, or begins one; throws `FileError` when it cannot be used.
  package init(folder: String) throws {
    try Folder.make(folder)
    digest = RowDigest(secret: try Self.secret(at: folder + "/history.key"))
    file = try HistoryDatabase(path: folder + "/history.sqlite")
    notice =
      try Self.forgetsOtherSecrets(file, digest)
      ? "\(file.path): history.key is not the one that it was made with; it begins anew, and this run is compared with none"
      : nil
  }

  /// The findings of the last run of a round that read other inputs; nil when there is none.
  func earlier(pipeline: String, round: Round, inputs: String) throws -> [RememberedFinding]? {
    try file.reading { database in
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
    try file.reading { database in
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

  /// The earlier nights of a round: of each day the last run, where it read other inputs.
  func nights(pipeline: String, round: Round, inputs: String) throws -> RoundNights {
    let runs = try file.reading { database in
      try PastRun.fetchAll(
        database, where: "pipeline = ? AND year = ? AND term = ? AND inputs <> ?",
        [pipeline, round.year, round.term, inputs])
    }
    return RoundNights(runs)
  }

  /// Keeps what a run found on a day; a run on the inputs of the last one takes its place.
  package func record(_ record: RunRecord, on day: Day) throws {
    try file.writing { try RunWriter(record, on: day).write($0) }
  }

  /// Begins anew when the digests are of another secret, for no row could be told again; true if so.
  private static func forgetsOtherSecrets(
    _ file: HistoryDatabase, _ digest: RowDigest
  ) throws -> Bool {
    let own = digest.digest(of: "krong")
    return try file.writing { database in
      let known = try Int64.fetchOne(database, sql: "SELECT digest FROM secret")
      if known == own { return false }
      try database.execute(sql: "DELETE FROM run; DELETE FROM secret;")
      try database.execute(sql: "INSERT INTO secret (digest) VALUES (?)", arguments: [own])
      return known != nil
    }
  }

  private static func secret(at path: String) throws -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    let secret = (0..<secretLength).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    return try PrivateFile.contents(of: path, orElse: secret)
  }
}
