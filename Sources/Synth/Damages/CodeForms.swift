/// Grades, sexes and titles in the other spellings of the code lists.
package enum CodeForms {
  package static let all: [Damage] = [
    Damage("grade-without-point", .repaired) { row, _ in
      row[.grade] = row[.grade].filter { $0 != "." }
    },
    Damage("grade-in-full", .repaired) { row, _ in
      let text = row[.grade]
      let level = text.hasPrefix("อ") ? "อนุบาล" : text.hasPrefix("ป") ? "ประถมศึกษา" : "มัธยมศึกษา"
      row[.grade] = level + "ปีที่ " + text.suffix(1)
    },
    Damage("grade-thai-digits", .repaired) { row, _ in row[.grade] = Digits.thai(row[.grade]) },
    Damage("sex-in-full", .repaired) { row, _ in
      row[.sex] = row.registration.person.sex == .male ? "ชาย" : "หญิง"
    },
    Damage("title-abbreviated", .repaired) { row, _ in
      row[.title] = TextForms.abbreviations[row[.title]] ?? row[.title]
    },
  ]
}
