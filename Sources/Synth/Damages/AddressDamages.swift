internal import Tables

/// Parts of the registered address that are not there, cannot be read, or became something else.
package enum AddressDamages {
  package static let all: [Damage] =
    [
      // Few houses have such a number.
      Damage("house-number-date", .finding(.warning, .houseNumber), fits: couldBeDay) {
        row, generator in
        let home = row.registration.person.household
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep"]
        let month = Digits.padded(home.annex, to: 2)
        row[.houseNumber] =
          generator.chance(perThousand: 500)
          ? "\(home.house)-\(months[home.annex - 1])"
          : "2026-\(month)-\(Digits.padded(home.house, to: 2)) 00:00:00"
      }
    ]
    + [.houseNumber, .subdistrict, .district, .province].map { column in
      Damage("address-missing", .finding(.warning, column)) { row, generator in
        row[column] = generator.chance(perThousand: 500) ? "-" : ""
      }
    }
    + [.schoolName, .houseNumber, .road, .subdistrict, .province].map { column in
      Damage("text-damaged", .finding(.info, column), demand: .unicode) { row, _ in
        row[column] = TextForms.broken(row[column])
      }
    }

  /// 12/3 is the twelfth of March to a spreadsheet.
  private static func couldBeDay(_ site: DamageSite) -> Bool {
    let home = site.registration.person.household
    return 1...28 ~= home.house && home.annex > 0
  }
}
