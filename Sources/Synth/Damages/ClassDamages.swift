internal import Tables

/// School, grade, room, sex and title that are unknown or do not agree.
package enum ClassDamages {
  package static let all: [Damage] = [
    Damage("grade-not-offered", .finding(.warning, .grade), fits: isAtTopOfSchool) { row, _ in
      let grade = row.registration.grade.next
      row[.grade] = grade.text
      row.counted?.grade = grade
    },
    Damage("grade-unknown", .finding(.warning, .grade), fits: { $0.isInFirstRoom }) {
      row, generator in
      row[.grade] = generator.pick(["พิเศษ", "ป.7", "ม.8", "ประถม"])
      row.counted?.grade = nil
    },
    Damage("school-unknown", .finding(.error, .schoolCode), fits: { $0.isInFirstRoom }) {
      row, _ in
      // A serial of 9000 and more is in no register; the number of the pupil keeps it apart.
      let serial = Digits.padded(9000 + row.registration.person.number % 1000, to: 4)
      let code = row.school.code.prefix(4) + serial
      row[.schoolCode] = String(code)
      row.counted?.school = Int(code) ?? 0
    },
    Damage("school-missing", .finding(.error, .schoolCode), fits: { $0.isInFirstRoom }) { row, _ in
      row[.schoolCode] = ""
      row.counted?.school = nil
    },
    Damage("school-code-malformed", .finding(.error, .schoolCode), fits: { $0.isInFirstRoom }) {
      row, generator in
      let code = row.school.code + String(generator.below(10))
      row[.schoolCode] = code
      row.counted?.school = Int(code)
    },
    Damage("grade-missing", .finding(.warning, .grade), fits: { $0.isInFirstRoom }) { row, _ in
      row[.grade] = ""
      row.counted?.grade = nil
    },
    Damage("room-missing", .finding(.warning, .room), fits: { $0.isInsideRoom }) { row, generator in
      row[.room] = generator.pick(["", "0", "-"])
    },
    Damage("room-unreadable", .finding(.warning, .room), fits: { $0.isInsideRoom }) {
      row, generator in
      row[.room] = generator.pick(["A", "ห้องคิง", "\(row[.grade])/\(row[.room])"])
    },
    Damage("sex-missing", .finding(.warning, .sex)) { row, _ in
      row[.sex] = ""
      row.counted?.sex = nil
    },
    Damage("sex-unknown", .finding(.warning, .sex)) { row, generator in
      row[.sex] = generator.pick(["X", "ช/ญ", "ขาย"])
      row.counted?.sex = nil
    },
    Damage("title-missing", .finding(.warning, .title)) { row, generator in
      row[.title] = generator.pick(["", "-"])
    },
    Damage("title-unknown", .finding(.warning, .title)) { row, generator in
      row[.title] = generator.pick(["คุณ", "น้อง", "เด็กขาย"])
    },
    Damage("title-sex", .finding(.warning, .title)) { row, _ in
      let others = ["เด็กชาย": "เด็กหญิง", "เด็กหญิง": "เด็กชาย", "นาย": "นางสาว", "นางสาว": "นาย"]
      row[.title] = others[row[.title]] ?? "-"
    },
    Damage("title-age", .finding(.warning, .title)) { row, _ in
      let others = ["เด็กชาย": "นาย", "เด็กหญิง": "นางสาว", "นาย": "เด็กชาย", "นางสาว": "เด็กหญิง"]
      row[.title] = others[row[.title]] ?? "-"
    },
  ]

  /// The school does not have the grade above, and the pupil's age would do for it.
  private static func isAtTopOfSchool(_ site: DamageSite) -> Bool {
    site.isInFirstRoom && site.registration.grade < .last
      && site.age >= site.registration.grade.age
      && !site.school.levels.offers(site.registration.grade.next)
  }
}
