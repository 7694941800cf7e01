internal import GRDB

/// How `history.sqlite` is laid out; a file of an earlier version is brought up to date when it is opened.
enum HistorySchema {
  static var migrator: DatabaseMigrator {
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
    migrator.registerMigration("nights") { try $0.execute(sql: nights) }
    return migrator
  }

  /// The day, the round's state and the figures of every run.
  ///
  /// Days are YYYY-MM-DD. What earlier versions did not keep is NULL, and their system is ''.
  ///
  /// A table of figures is kept row by row, `head` naming its columns and `cells` their values; rows that
  /// are the same in several runs share one `line`.
  private static let nights = """
    ALTER TABLE run ADD COLUMN system TEXT NOT NULL DEFAULT '';
    ALTER TABLE run ADD COLUMN first_day TEXT;
    ALTER TABLE run ADD COLUMN last_day TEXT;
    ALTER TABLE run ADD COLUMN times INTEGER NOT NULL DEFAULT 1;
    ALTER TABLE run ADD COLUMN accepted INTEGER;
    ALTER TABLE run ADD COLUMN errors INTEGER;
    ALTER TABLE run ADD COLUMN further INTEGER;
    ALTER TABLE run ADD COLUMN submitted INTEGER;
    ALTER TABLE run ADD COLUMN without_pupils INTEGER;
    ALTER TABLE run ADD COLUMN not_submitted INTEGER;
    CREATE TABLE submission (
      run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE, place INTEGER NOT NULL,
      school INTEGER NOT NULL, state TEXT NOT NULL, accepted INTEGER NOT NULL,
      errors INTEGER NOT NULL, further INTEGER NOT NULL, PRIMARY KEY (run, place)) WITHOUT ROWID;
    CREATE TABLE line (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE);
    CREATE TABLE figure (
      run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE, place INTEGER NOT NULL,
      tbl INTEGER NOT NULL, row INTEGER NOT NULL, head INTEGER NOT NULL, cells INTEGER NOT NULL,
      PRIMARY KEY (run, place)) WITHOUT ROWID;
    """
}
