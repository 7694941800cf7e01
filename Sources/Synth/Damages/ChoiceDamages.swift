internal import Tables

/// What is chosen from the lists of DMC, left empty or chosen from no list.
package enum ChoiceDamages {
  package static let all: [Damage] =
    [
      Damage("origin-missing", .finding(.warning, .religion)) { row, _ in row[.religion] = "" },
      Damage("origin-missing", .finding(.warning, .race)) { row, _ in row[.race] = "-" },
      Damage("origin-missing", .finding(.warning, .nationality)) { row, _ in
        row[.nationality] = "ไม่ระบุ"
      },
      Damage("choice-unknown", .finding(.warning, .nationality), fits: { !$0.isThai }) { row, _ in
        row[.nationality] = "ต่างด้าว"
      },
      Damage("flag-unknown", .finding(.warning, .notRemovable)) { row, generator in
        row[.notRemovable] = generator.pick(["รอตรวจสอบ", "ย้ายแล้ว", "?"])
      },
    ]
    + unknown.map { column, text in
      Damage("choice-unknown", .finding(.warning, column)) { row, _ in row[column] = text }
    }
    + [StudentColumn.scout, .redCross, .swimming].map { column in
      Damage("skill-unknown", .finding(.info, column), demand: .skills) { row, _ in
        row[column] = "เล็กน้อย"
      }
    }

  private static let unknown: [(StudentColumn, String)] = [
    (.blood, "C"), (.religion, "พุธ"), (.race, "ไทบ"), (.disadvantage, "ฐานะปานกลาง"),
    (.guardianRelation, "เพื่อนบ้าน"), (.guardianOccupation, "ช่างเสริมสวย"),
    (.fatherOccupation, "ขับรถ"), (.motherOccupation, "หมอลำ"),
  ]
}
