internal import Tables

/// Numbers and G-codes that cannot be right.
package enum IdentifierDamages {
  /// The damage of a number whose last digit does not agree with the others.
  package static let checkDigit = "id-check-digit"

  package static let all: [Damage] = [
    Damage("gcode-malformed", .finding(.error, .citizenID), fits: { $0.hasGCode }) { row, _ in
      row[.citizenID] = String(row.identity.dropLast(3))
    },
    Damage("gcode-province", .finding(.warning, .citizenID), fits: { $0.hasGCode }) { row, _ in
      let text = row.identity
      let other = row.school.province == 63 ? "57" : "63"
      row[.citizenID] = text.prefix(3) + other + text.dropFirst(5)
    },
    Damage("gcode-thai", .finding(.warning, .nationality), fits: { $0.hasGCode }) { row, _ in
      row[.nationality] = "ไทย"
    },
    Damage("id-check-digit-zero", .finding(.warning, .citizenID), fits: { $0.hasZeroNumber }) {
      row, generator in
      row[.citizenID] = wrongLast(row.identity, using: &generator)
    },
    Damage(
      "id-of-thai", .finding(.warning, .nationality), fits: { $0.hasFullNumber && $0.isThai }
    ) { row, generator in
      row[.nationality] = generator.pick(["เมียนมา", "ลาว", "กัมพูชา"])
    },
    Damage("id-missing", .finding(.error, .citizenID), fits: { $0.hasFullNumber }) {
      row, generator in
      row[.citizenID] = generator.pick(["", "-"])
    },
    Damage("id-length", .finding(.error, .citizenID), fits: { $0.hasFullNumber }) { row, _ in
      row[.citizenID] = tooShort(row.identity)
    },
    Damage(checkDigit, .finding(.error, .citizenID), fits: { $0.hasFullNumber }) {
      row, generator in
      row[.citizenID] = wrongLast(row.identity, using: &generator)
    },
    Damage("id-lossy", .finding(.error, .citizenID), fits: { $0.hasFullNumber }) { row, _ in
      let digits = Array(row.identity)
      row[.citizenID] = "\(digits[0])." + String(digits[1...5]) + "E+12"
    },
    Damage("id-unreadable", .finding(.error, .citizenID), fits: { $0.hasFullNumber }) { row, _ in
      let text = row.identity
      row[.citizenID] = text.prefix(5) + "XXX" + text.dropFirst(8)
    },
    Damage("student-number-missing", .finding(.warning, .studentNumber)) { row, generator in
      row[.studentNumber] = generator.pick(["", "-"])
    },
    Damage("student-number-unreadable", .finding(.warning, .studentNumber)) { row, generator in
      row[.studentNumber] = row[.studentNumber] + generator.pick(["ก", "A", "(ย้าย)"])
    },
  ]

  private static func wrongLast(
    _ text: String, using generator: inout SeededGenerator
  ) -> String {
    let last = (Int(text.suffix(1)) ?? 0) + generator.within(1...9)
    return text.dropLast() + String(last % 10)
  }

  /// Twelve of the thirteen digits, such that a zero before them does not make a number again.
  private static func tooShort(_ text: String) -> String {
    let digits = Array(text)
    let candidates = (6...12).map { String(digits[..<$0] + digits[($0 + 1)...]) }
    let wrong = candidates.first { !CitizenNumber.isValid(UInt64($0) ?? 0) }
    return wrong ?? String(digits.dropLast(2))
  }
}
