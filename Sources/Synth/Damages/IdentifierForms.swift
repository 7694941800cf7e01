internal import Tables

/// Numbers as people and programs write them; what they mean can be told for certain.
package enum IdentifierForms {
  package static let hyphens = "id-hyphens"

  package static let all: [Damage] = [
    // Restored, but told: one shortened number in ten passes the check digit by chance.
    Damage("id-zeros-restored", .finding(.warning, .citizenID), fits: { $0.hasZeroNumber }) {
      row, _ in
      row[.citizenID] = String(row.identity.drop { $0 == "0" })
    },
    Damage(hyphens, .repaired, fits: { $0.number != nil }) { row, _ in
      row[.citizenID] = grouped(row.identity, by: "-")
    },
    Damage("id-spaces", .repaired, fits: { $0.number != nil }) { row, _ in
      row[.citizenID] = grouped(row.identity, by: " ")
    },
    Damage("id-thai-digits", .repaired, fits: { $0.number != nil }) { row, _ in
      row[.citizenID] = Digits.thai(row.identity)
    },
    Damage("id-apostrophe", .repaired, fits: { $0.number != nil }) { row, _ in
      row[.citizenID] = "'" + row.identity
    },
    Damage("id-point-zero", .repaired, fits: { $0.hasFullNumber }) { row, _ in
      row[.citizenID] = row.identity + ".0"
    },
    Damage("id-letter-o", .repaired, fits: { $0.hasFullNumber && holdsZero($0) }) { row, _ in
      row[.citizenID] = String(row.identity.map { $0 == "0" ? "O" : $0 })
    },
  ]

  private static func holdsZero(_ site: DamageSite) -> Bool {
    site.registration.person.identity.text.contains("0")
  }

  /// x-xxxx-xxxxx-xx-x, as the card shows it.
  private static func grouped(_ text: String, by separator: String) -> String {
    let digits = Array(text)
    let groups = [digits[0..<1], digits[1..<5], digits[5..<10], digits[10..<12], digits[12..<13]]
    return groups.map { String($0) }.joined(separator: separator)
  }
}
