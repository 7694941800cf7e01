import Tables

extension Office {
  /// Pupils of a school in a grade; nil where it does not teach the grade or has sent nothing.
  func pupils(_ school: Int, _ grade: Int, sex: Int) -> Int? {
    guard schools[school].submitted, schools[school].hasSecondary || grade < 8 else { return nil }
    let count = (school * 7 + grade * 5 + sex * 3 + school * grade) % 13 + (school == 4 ? 38 : 2)
    return school == 10 && grade == 5 ? 0 : count
  }

  func count(_ schools: some Sequence<Int>, _ grades: some Sequence<Int>, sex: Int) -> Figure {
    let sexes = sex == 2 ? [0, 1] : [sex]
    var sum: Int?
    for school in schools {
      for grade in grades {
        for one in sexes {
          if let count = pupils(school, grade, sex: one) { sum = (sum ?? 0) + count }
        }
      }
    }
    return sum.map { Figure(.count($0), rows: $0) } ?? Figure(.noData, rows: 0)
  }

  func number(_ schools: some Sequence<Int>, _ grades: some Sequence<Int>, sex: Int) -> Int {
    if case .count(let count) = count(schools, grades, sex: sex).value { count } else { 0 }
  }

  static func grades(of level: Int) -> [Int] { grades.indices.filter { grades[$0].level == level } }

  var persons: Int { number(schools.indices, Self.grades.indices, sex: 2) }

  var headline: FigureTable {
    var table = FigureTable(
      id: "headline", title: LocalizedText(thai: "ตัวเลขสำคัญ", english: "Headline figures"),
      stubs: [LocalizedText(thai: "รายการ", english: "Item")],
      columns: [
        FigureTable.ColumnHead(key: "value", headings: [LocalizedText("n")], unit: "count")
      ])
    let submitted = schools.filter { $0.submitted }.count
    let values: [(String, Int)] = [
      ("schools-in-register", schools.count), ("schools-submitted", submitted),
      ("schools-without-pupils", 0), ("schools-not-submitted", schools.count - submitted),
      ("persons-registered", persons + 23), ("persons", persons),
      ("persons-male", number(schools.indices, Self.grades.indices, sex: 0)),
      ("persons-female", number(schools.indices, Self.grades.indices, sex: 1)),
      ("further-registrations", 23), ("error-findings", 57), ("rows-with-errors", 41),
      ("not-removable", 3), ("g-code", 12),
    ]
    for (key, value) in values {
      table.append(
        FigureTable.RowHead(key: key, labels: [LocalizedText(key)]),
        [Figure(.count(value), rows: value)])
    }
    return table
  }

  private func columns() -> [(head: FigureTable.ColumnHead, grades: [Int], sex: Int)] {
    var columns: [(head: FigureTable.ColumnHead, grades: [Int], sex: Int)] = []
    func add(
      _ key: String, _ headings: [LocalizedText], _ grades: [Int], _ role: FigureTable.Role
    ) {
      for (sex, entry) in Self.sexes.enumerated() {
        columns.append(
          (
            FigureTable.ColumnHead(
              key: key + "/" + entry.key, headings: headings + [entry.name], unit: "persons",
              role: role), grades, sex
          ))
      }
    }
    for (level, entry) in Self.levels.enumerated() {
      let grades = Self.grades(of: level)
      for grade in grades {
        add(Self.grades[grade].key, [entry.name, Self.grades[grade].name], [grade], .detail)
      }
      add(entry.key, [entry.name, Self.sexes[2].name], grades, .subtotal)
    }
    add("all", [Self.total], Array(Self.grades.indices), .total)
    return columns
  }

  var bySchool: FigureTable {
    let columns = columns()
    var table = FigureTable(
      id: "students-by-school",
      title: LocalizedText(thai: "นักเรียนรายโรงเรียน", english: "Students by school"),
      stubs: [
        LocalizedText(thai: "ลำดับ", english: "No."), LocalizedText(thai: "รหัส", english: "Code"),
        LocalizedText(thai: "โรงเรียน", english: "School"),
      ],
      columns: columns.map { $0.head },
      notes: [
        LocalizedText(
          thai: "นับหลังตัดรายการซ้ำซ้อน", english: "Counted after removing duplicates.")
      ])
    for (index, school) in schools.enumerated() {
      table.append(
        FigureTable.RowHead(
          key: school.code,
          labels: [String(index + 1), school.code, school.name].map { LocalizedText($0) }),
        columns.map { count([index], $0.grades, sex: $0.sex) })
    }
    table.append(
      FigureTable.RowHead(
        key: "total", labels: [LocalizedText(""), LocalizedText(""), Self.total], role: .total),
      columns.map { count(schools.indices, $0.grades, sex: $0.sex) })
    return table
  }

  var byGrade: FigureTable {
    var table = FigureTable(
      id: "students-by-grade",
      title: LocalizedText(thai: "นักเรียนรายชั้น", english: "Students by grade"),
      stubs: [LocalizedText(thai: "ชั้น", english: "Grade")],
      columns: Self.sexes.map {
        FigureTable.ColumnHead(key: $0.key, headings: [$0.name], unit: "persons")
      })
    for (level, entry) in Self.levels.enumerated() {
      for grade in Self.grades(of: level) {
        table.append(
          FigureTable.RowHead(key: Self.grades[grade].key, labels: [Self.grades[grade].name]),
          (0..<3).map { count(schools.indices, [grade], sex: $0) })
      }
      table.append(
        FigureTable.RowHead(
          key: entry.key,
          labels: [
            LocalizedText(thai: "รวม" + entry.name.thai, english: entry.name.english + ", total")
          ],
          role: .subtotal),
        (0..<3).map { count(schools.indices, Self.grades(of: level), sex: $0) })
    }
    table.append(
      FigureTable.RowHead(key: "total", labels: [Self.total], role: .total),
      (0..<3).map { count(schools.indices, Self.grades.indices, sex: $0) })
    return table
  }
}
