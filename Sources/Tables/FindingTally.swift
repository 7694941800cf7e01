/// What findings add up to, with every row, pupil and school that they touch counted once.
package struct FindingTally: Sendable {
  private var severities: [Severity: Int] = [:]
  private var origins = Set<Origin>()
  private var persons = Set<PersonRows.Person>()
  private var touchedSchools = Set<Int>()

  package init() {}

  package mutating func add(
    _ severity: Severity, at place: FindingPlace, of person: PersonRows.Person?
  ) {
    severities[severity, default: 0] += 1
    origins.insert(place.origin)
    if let person { persons.insert(person) }
    if let school = place.school { touchedSchools.insert(school) }
  }

  package var findings: Int { severities.values.reduce(0, +) }
  package var rows: Int { origins.count { $0.row > 0 } }
  package var files: Int { Set(origins.map { $0.input }).count }
  package var pupils: Int { persons.count }
  package var schools: Int { touchedSchools.count }
  package func count(_ severity: Severity) -> Int { severities[severity] ?? 0 }

  /// How many of a unit are touched.
  package func count(_ unit: FindingUnit) -> Int {
    switch unit {
    case .files: files
    case .rows: rows
    case .pupils: pupils
    case .schools: schools
    }
  }
}
