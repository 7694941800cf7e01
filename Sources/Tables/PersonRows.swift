/// Which rows are of one person: a child who is registered twice is touched once.
package struct PersonRows: Sendable {
  /// A person, named by the first of the rows that register them.
  package struct Person: Hashable, Sendable {
    let dataset: Int
    let row: Int
  }

  /// For each dataset that holds persons, the first row of the person whose row this is.
  private let firstRows: [[Int: Int]?]
  private let accepted: [Bitmap]

  package init(_ linked: LinkedTables) {
    accepted = linked.clean.tables.map { $0.accepted }
    firstRows = linked.links.enumerated().map { dataset, links in
      guard links.holdsPersons else { return nil }
      var firstRows: [Int: Int] = [:]
      for cluster in links.clusters where cluster.isOnePerson {
        // Rows of other datasets that are the same person's are none of this one.
        let rows = cluster.rows(of: dataset)
        for row in rows { firstRows[row] = rows[0] }
      }
      return firstRows
    }
  }

  /// Nil for what is no row, and for a row that is no person's or in quarantine.
  package func person(at place: FindingPlace) -> Person? {
    guard let (dataset, row) = place.row, accepted[dataset][row],
      let firstRows = firstRows[dataset]
    else { return nil }
    return Person(dataset: dataset, row: firstRows[row] ?? row)
  }
}
