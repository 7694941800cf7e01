internal import Tables

/// Birth dates of the Buddhist era in other spellings.
package enum DateForms {
  package static let all: [Damage] = [
    Damage("birth-thai-digits", .repaired) { row, _ in
      row[.birthDate] = Digits.thai(row[.birthDate])
    },
    Damage("birth-hyphens", .repaired) { row, _ in
      let civil = row.registration.person.birth.civil
      row[.birthDate] = "\(civil.day)-\(civil.month)-\(civil.year + 543)"
    },
    Damage("birth-unpadded", .repaired) { row, _ in
      let civil = row.registration.person.birth.civil
      row[.birthDate] = "\(civil.day)/\(civil.month)/\(civil.year + 543)"
    },
    Damage("birth-short-month", .repaired) { row, _ in
      let civil = row.registration.person.birth.civil
      row[.birthDate] = "\(civil.day) \(short[civil.month - 1]) \(civil.year + 543)"
    },
    Damage("birth-long-month", .repaired) { row, _ in
      let civil = row.registration.person.birth.civil
      row[.birthDate] = "\(civil.day) \(long[civil.month - 1]) \(civil.year + 543)"
    },
  ]

  private static let short = [
    "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.",
  ]

  private static let long = [
    "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน",
    "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
  ]
}
