internal import Tables

/// Names that are not there, or are written as no name is.
///
/// A child may have no surname, but every child has a given name.
package enum NameDamages {
  package static let all: [Damage] = [
    Damage("name-missing", .finding(.error, .firstName)) { row, generator in
      row[.firstName] = generator.pick(["", "-"])
    },
    Damage("surname-missing", .finding(.error, .lastName)) { row, _ in row[.lastName] = "" },
    Damage("surname-dash", .repaired) { row, _ in row[.lastName] = "-" },
    Damage("name-damaged", .finding(.warning, .firstName), demand: .unicode) { row, _ in
      row[.firstName] = TextForms.broken(row[.firstName])
    },
    Damage("name-damaged", .finding(.warning, .lastName), demand: .unicode) { row, _ in
      row[.lastName] = TextForms.broken(row[.lastName])
    },
    Damage("name-miswritten", .finding(.info, .firstName)) { row, generator in
      row[.firstName] = TextForms.mistyped(row[.firstName], using: &generator)
    },
    Damage("name-miswritten", .finding(.info, .lastName)) { row, generator in
      row[.lastName] = TextForms.mistyped(row[.lastName], using: &generator)
    },
    Damage("name-has-title", .finding(.info, .firstName)) { row, _ in
      row[.firstName] = (TextForms.abbreviations[row[.title]] ?? "") + row[.firstName]
    },
    Damage("name-has-title", .finding(.info, .firstName)) { row, _ in
      row[.firstName] = row[.title] + " " + row[.firstName]
    },
  ]
}
