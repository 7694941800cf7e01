internal import Tables

/// Numbers and G-codes that cannot be right.
package enum IdentifierDamages {
  package static let all: [Damage] = [
    Damage("gcode-malformed", .finding(.error, .citizenID), fits: { $0.hasGCode }) { row, _ in
      row[.citizenID] = String(row.identity.dropLast(3))
    },
    Damage("gcode-province", .finding(.warning, .citizenID), fits: { $0.hasGCode }) { row, _ in
      let text = row.identity
      let other = row.school.province == 63 ? "57" : "63"
      row[.citizenID] = text.prefix(3) + other + text.dropFirst(5)
    },
    Damage("id-missing", .finding(.error, .citizenID), fits: { $0.hasFullNumber }) { row, _ in
      row[.citizenID] = "-"
    },
    Damage("id-length", .finding(.error, .citizenID), fits: { $0.hasFullNumber }) { row, _ in
      row[.citizenID] = tooShort(row.identity)
    },
    Damage("id-check-digit", .finding(.error, .citizenID), fits: { $0.hasFullNumber }) {
      row, generator in
      let text = row.identity
      let last = (Int(text.suffix(1)) ?? 0) + generator.within(1...9)
      row[.citizenID] = text.dropLast() + String(last % 10)
    },
    Damage("id-lossy", .finding(.error, .citizenID), fits: { $0.hasFullNumber }) { row, _ in
      let digits = Array(row.identity)
      row[.citizenID] = "\(digits[0])." + String(digits[1...5]) + "E+12"
    },
    Damage("id-unreadable", .finding(.error, .citizenID), fits: { $0.hasFullNumber }) { row, _ in
      let text = row.identity
      row[.citizenID] = text.prefix(5) + "XXX" + text.dropFirst(8)
    },
  ]

  /// Twelve of the thirteen digits, such that a zero before them does not make a number again.
  private static func tooShort(_ text: String) -> String {
    let digits = Array(text)
    let candidates = (6...12).map { String(digits[..<$0] + digits[($0 + 1)...]) }
    let wrong = candidates.first { !CitizenNumber.isValid(UInt64($0) ?? 0) }
    return wrong ?? String(digits.dropLast(2))
  }
}
