import Tables

extension Office {
  private func plain(
    _ id: String, _ title: LocalizedText, stubs: [LocalizedText],
    columns: [(String, LocalizedText)], rows: [([LocalizedText], [Figure.Value])],
    total: Bool = false, notes: [LocalizedText] = []
  ) -> FigureTable {
    var table = FigureTable(
      id: id, title: title, stubs: stubs,
      columns: columns.map {
        FigureTable.ColumnHead(key: $0.0, headings: [$0.1], unit: "count")
      }, notes: notes)
    for (index, row) in rows.enumerated() {
      let isTotal = total && index == rows.count - 1
      table.append(
        FigureTable.RowHead(
          key: isTotal ? "total" : row.0[0].english, labels: row.0,
          role: isTotal ? .total : .detail),
        row.1.map { Figure($0, rows: 0) })
    }
    return table
  }

  var registered: FigureTable {
    let further = [0, 5, 0, 2, 8, 0, 0, 4, 1, 0, 3, 0]
    let rows = schools.enumerated().map { index, school -> ([LocalizedText], [Figure.Value]) in
      let labels = [LocalizedText(school.code), LocalizedText(school.name)]
      guard school.submitted else { return (labels, [.noData, .noData, .noData]) }
      let persons = number([index], Self.grades.indices, sex: 2)
      let extra = index < further.count ? further[index] : 0
      return (labels, [.count(persons + extra), .count(extra), .count(persons)])
    }
    let total: ([LocalizedText], [Figure.Value]) = (
      [LocalizedText(""), Self.total], [.count(persons + 23), .count(23), .count(persons)]
    )
    return plain(
      "registered-and-persons",
      LocalizedText(
        thai: "รายการที่ลงทะเบียนและจำนวนคน ก่อนและหลังตัดรายการซ้ำซ้อน",
        english: "Registrations and persons"),
      stubs: [
        LocalizedText(thai: "รหัส", english: "Code"),
        LocalizedText(thai: "โรงเรียน", english: "School"),
      ],
      columns: [
        ("registered", LocalizedText(thai: "ลงทะเบียน", english: "Registered")),
        ("further", LocalizedText(thai: "ซ้ำซ้อน", english: "Further")),
        ("persons", LocalizedText(thai: "จำนวนคน", english: "Persons")),
      ], rows: rows + [total], total: true)
  }

  var duplicates: FigureTable {
    plain(
      "duplicates-by-kind",
      LocalizedText(thai: "รายการซ้ำซ้อนจำแนกตามลักษณะ", english: "Duplicates by kind"),
      stubs: [LocalizedText(thai: "ลักษณะ", english: "Kind")],
      columns: [
        ("clusters", LocalizedText(thai: "กลุ่ม", english: "Clusters")),
        ("registrations", LocalizedText(thai: "รายการ", english: "Registrations")),
        ("schools", LocalizedText(thai: "โรงเรียน", english: "Schools")),
      ],
      rows: [
        (
          [LocalizedText(thai: "ซ้ำในโรงเรียนเดียวกัน", english: "same-school")],
          [.count(6), .count(12), .count(4)]
        ),
        (
          [LocalizedText(thai: "ซ้ำระหว่างโรงเรียนในเขตเดียวกัน", english: "same-office")],
          [.count(16), .count(33), .count(8)]
        ),
        (
          [LocalizedText(thai: "เลขเดียวกันแต่เป็นคนละคน", english: "shared")],
          [.count(2), .suppressed, .count(3)]
        ),
      ],
      notes: [
        LocalizedText(
          thai: "เลขเดียวกันที่เป็นคนละคนนับเป็นคนละคนจนกว่าโรงเรียนจะแก้ไขเลข",
          english: "Children who share a number are counted as different children.")
      ])
  }

  var byRule: FigureTable {
    let rules: [(String, String, String, [Int])] = [
      ("id-check-digit", "ข้อผิดพลาด", "เลขประจำตัวประชาชนไม่ผ่านการตรวจสอบหลักสุดท้าย", [21, 21, 6]),
      ("id-missing", "ข้อผิดพลาด", "ไม่มีเลขประจำตัวประชาชนหรือรหัส G", [14, 14, 5]),
      ("birth-date-unreadable", "ข้อผิดพลาด", "อ่านวันเกิดไม่ได้", [12, 12, 4]),
      ("id-lossy", "ข้อผิดพลาด", "เลขประจำตัวเสียหายจากโปรแกรมตารางคำนวณ (1.23457E+12)", [10, 10, 1]),
      ("title-sex-age", "ข้อสังเกต", "คำนำหน้าชื่อไม่สอดคล้องกับเพศหรืออายุ", [33, 31, 9]),
      ("age-grade", "ข้อสังเกต", "อายุไม่สอดคล้องกับชั้นที่เรียน", [18, 18, 7]),
    ]
    return plain(
      "findings-by-rule", LocalizedText(thai: "สิ่งที่ตรวจพบ", english: "Findings by rule"),
      stubs: [
        LocalizedText(thai: "รหัส", english: "Code"), LocalizedText(thai: "ระดับ", english: "Level"),
        LocalizedText(thai: "ความหมาย", english: "Meaning"),
      ],
      columns: [
        ("findings", LocalizedText(thai: "จุด", english: "Findings")),
        ("rows", LocalizedText(thai: "แถว", english: "Rows")),
        ("schools", LocalizedText(thai: "โรงเรียน", english: "Schools")),
      ],
      rows: rules.map { rule in
        ([rule.0, rule.1, rule.2].map { LocalizedText($0) }, rule.3.map { .count($0) })
      },
      notes: [
        LocalizedText(
          thai: "ที่มาของกฎ: คู่มือ DMC และระเบียบสำนักทะเบียนกลาง",
          english: "Sources of the rules: DMC handbook, civil registration.")
      ])
  }

  var findingsBySchool: FigureTable {
    let order = [7, 1, 4, 2, 0, 10, 8, 3, 11, 5, 6].filter { $0 < schools.count }
    return plain(
      "findings-by-school",
      LocalizedText(thai: "สิ่งที่ตรวจพบรายโรงเรียน", english: "Findings by school"),
      stubs: [
        LocalizedText(thai: "รหัส", english: "Code"),
        LocalizedText(thai: "โรงเรียน", english: "School"),
      ],
      columns: [
        ("errors", LocalizedText(thai: "ข้อผิดพลาด", english: "Errors")),
        ("warnings", LocalizedText(thai: "ข้อสังเกต", english: "Warnings")),
        ("rows", LocalizedText(thai: "แถวที่เกี่ยวข้อง", english: "Rows")),
      ],
      rows: order.enumerated().map { place, school in
        let errors = max(0, 16 - place * 2)
        return (
          [LocalizedText(schools[school].code), LocalizedText(schools[school].name)],
          [.count(errors), .count(place * 3 % 8), .count(errors + place % 3)]
        )
      })
  }

  var without: FigureTable {
    plain(
      "schools-without-rows",
      LocalizedText(thai: "โรงเรียนที่ไม่มีข้อมูลนักเรียน", english: "Schools without rows"),
      stubs: [
        LocalizedText(thai: "รหัส", english: "Code"),
        LocalizedText(thai: "โรงเรียน", english: "School"),
        LocalizedText(thai: "สถานะ", english: "State"),
      ],
      columns: [("rows", LocalizedText(thai: "แถว", english: "Rows"))],
      rows: schools.filter { !$0.submitted }.map { school in
        (
          [
            LocalizedText(school.code), LocalizedText(school.name),
            LocalizedText(thai: "ยังไม่ส่งข้อมูล", english: "not submitted"),
          ], [.noData]
        )
      })
  }

  var ledger: FigureTable {
    let names: [(String, LocalizedText)] = [
      ("physical", LocalizedText(thai: "ทั้งหมด", english: "Rows")),
      ("title", LocalizedText(thai: "หัวตาราง", english: "Title")),
      ("blank", LocalizedText(thai: "แถวว่าง", english: "Blank")),
      ("total", LocalizedText(thai: "แถวรวม", english: "Total rows")),
      ("quarantined", LocalizedText(thai: "กักไว้", english: "Quarantined")),
      ("accepted", LocalizedText(thai: "รับไว้", english: "Accepted")),
      ("persons", LocalizedText(thai: "จำนวนคน", english: "Persons")),
      ("further", LocalizedText(thai: "ซ้ำซ้อน", english: "Further")),
    ]
    let accepted = persons + 23
    let first = accepted / 3
    let inputs: [(String, Int, Int)] = [
      ("dmc/2569-1-99010001-99010006.csv", first, 9),
      ("dmc/2569-1-student.xlsx", accepted - first, 14),
    ]
    func row(_ accepted: Int, _ further: Int, _ files: Int) -> [Figure.Value] {
      [
        .count(accepted + 5 * files), .count(2 * files), .count(files), .count(files),
        .count(files), .count(accepted), .count(accepted - further), .count(further),
      ]
    }
    let kind = LocalizedText(thai: "รายชื่อนักเรียน", english: "student")
    return plain(
      "ledger", LocalizedText(thai: "บัญชีแถวของทุกแฟ้ม", english: "The ledger of rows"),
      stubs: [
        LocalizedText(thai: "แฟ้ม", english: "File"), LocalizedText(thai: "ชนิด", english: "Kind"),
      ],
      columns: names,
      rows: inputs.map { ([LocalizedText($0.0), kind], row($0.1, $0.2, 1)) }
        + [([Self.total, LocalizedText("")], row(accepted, 23, 2))], total: true)
  }
}
