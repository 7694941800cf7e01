internal import Tables

/// Names that are not there; a child may have no surname, but every child has a given name.
package enum NameDamages {
  package static let all: [Damage] = [
    Damage("name-missing", .finding(.error, .firstName)) { row, _ in row[.firstName] = "" },
    Damage("surname-missing", .finding(.error, .lastName)) { row, _ in row[.lastName] = "" },
    Damage("surname-dash", .repaired) { row, _ in row[.lastName] = "-" },
  ]
}
