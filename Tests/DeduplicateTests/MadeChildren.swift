import TestKit

/// Children with all that the model of student lists compares, and registrations of them.
struct MadeChildren {
  struct Row {
    var school = "20010001"
    var student = ""
    var id = ""
    var first = ""
    var last = ""
    var birth = ""
    var mother = ""
    var father = ""
    var sex = "ช"
    var house = ""
    var village = ""
    var grade = "ป.3"

    var line: String {
      [
        school, school, student, id, first, last, birth, sex, mother, father, mother, house,
        village, "ในเมือง", grade, "",
      ].joined(separator: ",")
    }
  }

  static let header =
    "school_code,school_name,student_number,citizen_id:identifier,first_name,last_name,"
    + "birth_date:date,sex,mother_first_name,father_first_name,guardian_first_name,house_number,"
    + "village,subdistrict,grade,not_removable:flag"

  private var random: SeededGenerator
  private var number = 0

  init(seed: UInt64) { random = SeededGenerator(seed) }

  /// A child of a family of its own.
  mutating func child() -> Row {
    number += 1
    var row = Row()
    row.student = "\(number)"
    row.school = "2001000\(Int.random(in: 1...6, using: &random))"
    // Far from that of the child before.
    row.id = CheckedNumber.make(number * 37 % 99_991)
    row.first = name(2)
    row.last = name(3)
    row.mother = name(2)
    row.father = name(2)
    let day = Int.random(in: 1...28, using: &random)
    let month = Int.random(in: 1...12, using: &random)
    row.birth = "201\(Int.random(in: 0...8, using: &random))-\(two(month))-\(two(day))"
    row.sex = Bool.random(using: &random) ? "ช" : "ญ"
    row.house = "\(Int.random(in: 1...400, using: &random))"
    row.village = "\(Int.random(in: 1...12, using: &random))"
    return row
  }

  mutating func children(_ count: Int) -> [Row] { (0..<count).map { _ in child() } }

  private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// A name of so many syllables.
  mutating func name(_ syllables: Int) -> String {
    let heads = Array("กขจชดตทนบปพมยรลวสหอ")
    let ends = ["า", "ิน", "ุก", "ัน", "อม", "าว", "ี", "ัย", "ู", "าง", "ิต", "อน"]
    return (0..<syllables).map { _ in
      String(heads.randomElement(using: &random) ?? "ก")
        + (ends.randomElement(using: &random) ?? "า")
    }.joined()
  }

  mutating func shuffled(_ rows: [Row]) -> [Row] { rows.shuffled(using: &random) }

  static func table(_ rows: [Row]) -> String {
    ([header] + rows.map { $0.line }).joined(separator: "\n")
  }
}
