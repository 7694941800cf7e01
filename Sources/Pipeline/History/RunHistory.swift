internal import Containers
internal import GRDB

/// The runs of a folder's history, to be read.
package struct RunHistory: Sendable {
  private let file: HistoryDatabase

  /// Nil when the folder holds no history.
  package init?(folder: String) throws {
    let path = folder + "/history.sqlite"
    guard Folder.exists(path) else { return nil }
    file = try HistoryDatabase(path: path)
  }

  /// In the order in which they were made.
  package func runs() throws -> [PastRun] { try file.reading { try PastRun.fetchAll($0) } }

  /// A figure of a run, by its name `table:row` or `table:row:column`; nil when the run keeps none.
  ///
  /// A name of a row may itself hold colons, so that the whole is tried as a row first.
  package func figure(_ name: FigureName, of run: PastRun) throws -> PastFigure? {
    try file.reading { database in
      for (row, column) in name.readings {
        let line = try Row.fetchOne(
          database,
          sql: """
            SELECT head.text AS head, cells.text AS cells FROM figure
            JOIN line AS head ON head.id = figure.head
            JOIN line AS cells ON cells.id = figure.cells
            WHERE figure.run = ? AND figure.tbl = (SELECT id FROM word WHERE text = ?)
              AND figure.row = (SELECT id FROM word WHERE text = ?)
            """, arguments: [run.id, name.table, row])
        guard let line else { continue }
        let figures = FigureLine.figures(head: line["head"], cells: line["cells"])
        let found = column.map { key in figures.first { $0.column == key } } ?? figures.first
        if let found { return found }
      }
      return nil
    }
  }

  /// The names `table:row` of all figures that a run keeps, in the order of its tables.
  package func figureNames(of run: PastRun) throws -> [String] {
    try file.reading { database in
      try String.fetchAll(
        database,
        sql: """
          SELECT tbl.text || ':' || row.text FROM figure
          JOIN word AS tbl ON tbl.id = figure.tbl JOIN word AS row ON row.id = figure.row
          WHERE figure.run = ? ORDER BY figure.place
          """, arguments: [run.id])
    }
  }

  /// What each school has handed in with a run, in the order of the register.
  package func submissions(of run: PastRun) throws -> [PastSubmission] {
    try file.reading { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT word.text AS code, submission.* FROM submission
          JOIN word ON word.id = submission.school WHERE run = ? ORDER BY place
          """, arguments: [run.id]
      ).map {
        PastSubmission(
          school: $0["code"], state: $0["state"], rows: $0["accepted"], errors: $0["errors"],
          furtherRegistrations: $0["further"])
      }
    }
  }
}

/// What a school had handed in at the end of a run.
package struct PastSubmission: Sendable, Equatable {
  package let school: String
  /// submitted, without-pupils, not-submitted, or unregistered.
  package let state: String
  package let rows: Int
  package let errors: Int
  package let furtherRegistrations: Int
}
