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

/// What leaves Render: files, by their path below the round's folder.
package struct Pages: Sendable {
  package struct Page: Sendable {
    package let path: String
    private let make: @Sendable () -> [UInt8]

    package init(path: String, bytes: [UInt8]) { self.init(path: path) { bytes } }

    /// A page that is made when it is written, for there are more of them than memory should hold.
    package init(path: String, make: @escaping @Sendable () -> [UInt8]) {
      self.path = path
      self.make = make
    }

    package var bytes: [UInt8] { make() }
  }

  package var pages: [Page]

  package init(pages: [Page]) { self.pages = pages }
}
