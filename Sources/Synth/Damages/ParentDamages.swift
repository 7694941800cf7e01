internal import Tables

/// Names of parents and guardians that are not there, or are written as no name is.
package enum ParentDamages {
  package static let all: [Damage] =
    firstNames.map { column in
      Damage("parent-name-missing", .finding(.warning, column)) { row, generator in
        row[column] = generator.chance(perThousand: 500) ? "-" : ""
      }
    }
    + lastNames.map { column in
      Damage("parent-surname-missing", .finding(.warning, column)) { row, _ in row[column] = "" }
    }
    + [.motherFirstName, .guardianLastName].map { column in
      Damage("parent-name-miswritten", .finding(.info, column)) { row, generator in
        row[column] = TextForms.mistyped(row[column], using: &generator)
      }
    }
    + [.guardianFirstName, .motherLastName].map { column in
      Damage("parent-name-damaged", .finding(.info, column), demand: .unicode) { row, _ in
        row[column] = TextForms.broken(row[column])
      }
    }
    + [
      Damage("parent-name-has-title", .finding(.info, .fatherFirstName), fits: hasFather) {
        row, generator in
        row[.fatherFirstName] = generator.pick(["นาย", "นาย ", "ส.ต."]) + row[.fatherFirstName]
      },
      Damage("parent-name-has-title", .finding(.info, .motherFirstName)) { row, generator in
        row[.motherFirstName] = generator.pick(["นาง ", "น.ส.", "นางสาว"]) + row[.motherFirstName]
      },
    ]

  private static let firstNames: [StudentColumn] = [
    .fatherFirstName, .motherFirstName, .guardianFirstName,
  ]
  private static let lastNames: [StudentColumn] = [
    .fatherLastName, .motherLastName, .guardianLastName,
  ]

  private static func hasFather(_ site: DamageSite) -> Bool {
    site.registration.person.household.father != nil
  }
}
