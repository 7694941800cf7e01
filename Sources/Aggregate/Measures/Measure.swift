package import Queries
package import Settings
package import Tables

/// A kind of table: what it counts, and how rows and columns are made.
package protocol Measure: Sendable {
  static var name: String { get }
  static var summary: String { get }

  init(
    _ frame: TableFrame, _ settings: Settings, _ round: AggregateRound, shelf: Shelf) throws

  /// What the table asks of the round's tables in SQLite.
  var query: Query? { get }

  /// Whether the table stands beside the same table of earlier rounds by itself.
  var isCompared: Bool { get }

  /// The keys of its rows, where they are known before any data is read.
  var knownRows: [String]? { get }

  /// The tables whose figures it repeats, which are made before it.
  var repeated: [RepeatedTable] { get }

  /// The figure that another one of its own repeats: it is compared in its place.
  func source(of id: FigureID) -> FigureID

  /// Of how many years before this one it shows figures.
  var earlierYears: Int { get }

  /// Whether some readers may not see all of its figures.
  var hidesFigures: Bool { get }

  /// The names of the figures that are hidden, those included that any table of the run hides.
  func hiddenFigures(of material: Material) throws -> Set<String>

  /// The table, with what tells the rows behind each of its figures.
  func figures(of material: Material) throws -> TracedFigures
}

extension Measure {
  package var query: Query? { nil }
  package var isCompared: Bool { false }
  package var knownRows: [String]? { nil }
  package var repeated: [RepeatedTable] { [] }
  package var earlierYears: Int { 0 }

  package func source(of id: FigureID) -> FigureID { id }
  package var hidesFigures: Bool { false }
  package func hiddenFigures(of material: Material) throws -> Set<String> { [] }

  package func table(of material: Material) throws -> FigureTable {
    try figures(of: material).table
  }
}

/// The room's kinds of table.
package let allMeasures: [any Measure.Type] = [
  Headline.self,
  CountedTable.self,
  GrowthCounts.self,
  DuplicateKinds.self,
  MovementCounts.self,
  FindingCounts.self,
  CauseTable.self,
  MissingSchools.self,
  Reconciliation.self,
  NightTable.self,
  YearTable.self,
  FigureList.self,
  LedgerTable.self,
  ChangeCounts.self,
  QueriedTable.self,
  QueryResult.self,
]

/// What every table has: its id, its title and its notes.
package struct TableFrame: Sendable {
  package let id: String
  package let title: LocalizedText
  package let notes: [LocalizedText]
  /// What is told of earlier rounds behind its columns.
  let change: ChangePlan?

  /// The keys that every table has, whatever it counts.
  static let keys = ["measure", "title", "notes", "change"]

  init(id: String, _ settings: Settings) throws {
    self.id = id
    title = try settings.required("title").localizedText
    notes = try settings["notes"]?.items.map { try $0.localizedText } ?? []
    change = try settings["change"].map { try ChangePlan($0) }
  }

  /// - Parameters:
  ///   - more: notes that follow from what was counted.
  ///   - datasets: whose rows were counted.
  ///   - suppression: what hides figures of the table, of which its readers are told.
  func table(
    stubs: [LocalizedText], columns: [FigureTable.ColumnHead], more: [LocalizedText] = [],
    datasets: [String] = [], suppression: SuppressionRule? = nil
  ) -> FigureTable {
    FigureTable(
      id: id, title: title, stubs: stubs, columns: columns,
      notes: notes + more + [suppression?.note].compactMap { $0 }, datasets: datasets)
  }
}

extension FigureTable.ColumnHead {
  /// A column under a single heading.
  init(_ key: String, _ thai: String, _ english: String, unit: Words.Unit) {
    self.init(
      key: key, headings: [LocalizedText(thai: thai, english: english)], unit: unit.rawValue)
  }
}
