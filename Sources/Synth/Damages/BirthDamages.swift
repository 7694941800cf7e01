internal import Tables

/// Birth dates and ages that cannot be read, cannot be, or do not agree.
package enum BirthDamages {
  package static let all: [Damage] = [
    Damage("birth-missing", .finding(.error, .birthDate)) { row, generator in
      row[.birthDate] = generator.pick(["", "-"])
    },
    Damage("birth-unreadable", .finding(.error, .birthDate)) { row, generator in
      let (day, month, year) = row.birth
      row[.birthDate] = generator.pick([
        "31/02/\(year)", "00/\(month)/\(year)", "\(day)/13/\(year)", "########", "ไม่ทราบ",
      ])
    },
    Damage("birth-future", .finding(.error, .birthDate)) { row, _ in
      // 2623 is a leap year, so that no birthday becomes unreadable.
      row[.birthDate] = "\(row.birth.day)/\(row.birth.month)/2623"
    },
    Damage("birth-common-era", .finding(.warning, .birthDate)) { row, _ in
      let year = row.registration.person.birth.civil.year
      row[.birthDate] = "\(row.birth.day)/\(row.birth.month)/\(year)"
    },
    Damage("birth-two-digit-year", .finding(.warning, .birthDate)) { row, _ in
      row[.birthDate] = "\(row.birth.day)/\(row.birth.month)/\(row.birth.year.suffix(2))"
    },
    Damage("age-stated", .finding(.warning, .age)) { row, _ in
      row[.age] = String((Int(row[.age]) ?? 0) + 3)
    },
    Damage("age-unreadable", .finding(.warning, .age)) { row, generator in
      row[.age] = generator.pick(["แปด", "\(row[.age]) ปี 3 เดือน", "#N/A", "?"])
    },
    Damage("age-for-grade", .finding(.warning, .grade), fits: canBeOlder) { row, _ in
      let year = row.registration.person.birth.civil.year + 543 - 4
      row[.birthDate] = "\(row.birth.day)/\(row.birth.month)/\(year)"
      row[.age] = String((Int(row[.age]) ?? 0) + 4)
    },
  ]

  /// Four years more leave the pupil under 15, and the birthday in the calendar.
  private static func canBeOlder(_ site: DamageSite) -> Bool {
    let birth = site.registration.person.birth.civil
    return site.registration.grade.age <= 9 && (birth.month, birth.day) != (2, 29)
  }
}

extension DamagedRow {
  /// The parts of dd/mm/BBBB, as the row was written.
  var birth: (day: String, month: String, year: String) {
    let civil = registration.person.birth.civil
    return (
      Digits.padded(civil.day, to: 2), Digits.padded(civil.month, to: 2), String(civil.year + 543)
    )
  }
}
