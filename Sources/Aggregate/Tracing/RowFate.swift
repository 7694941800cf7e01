internal import Tables

/// What becomes of a row, as the ledger counts it.
enum RowFate: Sendable {
  case physical, title, blank, total, quarantined, accepted, persons, further

  /// How many rows of a sheet it takes.
  func count(_ entry: LedgerEntry) -> Int {
    switch self {
    case .physical: entry.physical
    case .title: entry.title
    case .blank: entry.blank
    case .total: entry.total
    case .quarantined: entry.quarantined
    case .accepted: entry.accepted
    case .persons: entry.persons
    case .further: entry.furtherRegistrations
    }
  }

  func count(_ entries: [LedgerEntry]) -> Int { entries.reduce(0) { $0 + count($1) } }

  /// The rows of some sheets that it takes; of what is in no table a line for each sheet.
  func lines(of entries: [LedgerEntry], in linked: LinkedTables) -> [FigureTrace.Line] {
    entries.filter { count($0) != 0 }.flatMap { entry -> [FigureTrace.Line] in
      let sheet = Origin(input: entry.input, sheet: entry.sheet)
      guard let dataset = linked.clean.index(of: entry.dataset),
        let takes = rows(of: linked.clean.tables[dataset], linked.links[dataset])
      else { return [FigureTrace.Line(.value, .input(sheet), count(entry))] }
      return linked.clean.tables[dataset].raw.origins.rows(besides: sheet).filter(takes)
        .map { FigureTrace.Line(.value, .row(RowReference(dataset: dataset, row: $0)), 1) }
    }
  }

  /// Which rows of a table it takes; nil for what is in no table.
  private func rows(of table: CleanTable, _ links: Links) -> ((Int) -> Bool)? {
    switch self {
    case .physical, .title, .blank, .total: nil
    case .quarantined: { !table.accepted[$0] }
    case .accepted: { table.accepted[$0] }
    case .persons: { table.accepted[$0] && !links.further[$0] }
    case .further: { links.further[$0] }
    }
  }
}
