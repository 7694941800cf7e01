/// Between Ingest and Normalize: the datasets as they were read.
package struct RawTables: Sendable {
  package var tables: [RawTable]
  package var inputs: [InputReport]
  package var ledger: Ledger

  package init(tables: [RawTable], inputs: [InputReport], ledger: Ledger) {
    self.tables = tables
    self.inputs = inputs
    self.ledger = ledger
  }
}

/// Between Normalize and Deduplicate: cleaned and checked row by row.
package struct CleanTables: Sendable {
  package var tables: [CleanTable]
  package var inputs: [InputReport]
  package var ledger: Ledger

  package init(tables: [CleanTable], inputs: [InputReport], ledger: Ledger) {
    self.tables = tables
    self.inputs = inputs
    self.ledger = ledger
  }

  package func index(of dataset: String) -> Int? { tables.firstIndex { $0.name == dataset } }
}

/// Between Deduplicate and Aggregate: rows that know their school and their fellow registrations.
package struct LinkedTables: Sendable {
  package var clean: CleanTables
  /// In the order of the register, then the schools that only rows name, by code.
  package var schools: [School]
  /// One for each table.
  package var links: [Links]
  /// The place of the register among the tables.
  package var register: Int?

  package init(
    clean: CleanTables, schools: [School], links: [Links], register: Int? = nil
  ) {
    self.clean = clean
    self.schools = schools
    self.links = links
    self.register = register
  }
}

/// Between Aggregate and Render: numbers with their headings, and what each school must correct.
package struct Figures: Sendable {
  package var linked: LinkedTables
  package var tables: [FigureTable]
  package var found: Found

  package init(linked: LinkedTables, tables: [FigureTable], found: Found = Found()) {
    self.linked = linked
    self.tables = tables
    self.found = found
  }

  package subscript(id: String) -> FigureTable? { tables.first { $0.id == id } }
}

/// What leaves Render: files, by their paths below the round's folder.
package struct Pages: Sendable {
  /// One file, made whenever it is asked for, for there are more of them than memory should hold.
  package struct Page: Sendable {
    package let path: String
    private let make: @Sendable () -> [UInt8]

    package init(path: String, bytes: [UInt8]) { self.init(path: path) { bytes } }

    package init(path: String, make: @escaping @Sendable () -> [UInt8]) {
      self.path = path
      self.make = make
    }

    package var bytes: [UInt8] { make() }
  }

  /// Files that show the same in several formats, so that what they show is made once for all of them.
  package struct Batch: Sendable {
    package let paths: [String]
    /// They are for one school, and not for the office.
    package let isOfSchool: Bool
    private let make: @Sendable () -> [Page]

    package init(_ page: Page) { self.init([page.path]) { [page] } }

    /// `make` gives a page for each path.
    package init(
      _ paths: [String], isOfSchool: Bool = false, make: @escaping @Sendable () -> [Page]
    ) {
      self.paths = paths
      self.isOfSchool = isOfSchool
      self.make = make
    }

    /// The files, to be written one after the other.
    package var pages: [Page] { make() }
  }

  package var batches: [Batch]

  package init(batches: [Batch]) { self.batches = batches }

  /// The files one by one; each is made without the others of its batch.
  package var pages: [Page] {
    batches.flatMap { batch in
      batch.paths.indices.map { place in
        Page(path: batch.paths[place]) { batch.pages[place].bytes }
      }
    }
  }
}
