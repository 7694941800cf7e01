/// What findings add up to, with every row, pupil and school that they touch counted once.
package struct FindingTally: Sendable {
  private var severities: [Severity: Int] = [:]
  package private(set) var findings = 0
  /// The rows among the places; where a finding is about a whole sheet there is none.
  package private(set) var rows = 0
  private var origins = Set<Origin>()
  private var persons = Set<PersonRows.Person>()
  private var touchedSchools = Set<Int>()

  package init() {}

  package mutating func add(
    _ severity: Severity, at place: FindingPlace, of person: PersonRows.Person?
  ) {
    severities[severity, default: 0] += 1
    findings += 1
    if origins.insert(place.origin).inserted, place.origin.row > 0 { rows += 1 }
    if let person { persons.insert(person) }
    if let school = place.school { touchedSchools.insert(school) }
  }

  /// The rows and the whole sheets.
  package var places: Int { origins.count }
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
