internal import Tables

/// Names that are not there.
package enum NameDamages {
  package static let all: [Damage] = [
    Damage("name-missing", .finding(.error, .firstName)) { row, _ in row[.firstName] = "" },
    Damage("surname-missing", .finding(.error, .lastName)) { row, _ in row[.lastName] = "" },
  ]
}
