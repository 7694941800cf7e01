/// A few pupils as the text of a student list, for tests of rules between rows.
package struct SmallOffice: Sendable {
  /// The columns that a test names; the others stay empty.
  private static let headers = [
    "school_code": "รหัสโรงเรียน", "school_name": "ชื่อโรงเรียน", "citizen_id": "เลขประจำตัวประชาชน",
    "grade": "ชั้น", "room": "ห้อง", "sex": "เพศ", "title": "คำนำหน้าชื่อ", "first_name": "ชื่อ",
    "last_name": "นามสกุล", "birth_date": "วันเกิด", "not_removable": "ยังไม่สามารถจำหน่ายได้(3.1.8)",
    "student_number": "รหัสนักเรียน", "weight": "น้ำหนัก", "height": "ส่วนสูง",
    "father_first_name": "ชื่อบิดา", "mother_first_name": "ชื่อมารดา",
  ]
  private static let order = [
    "school_code", "school_name", "citizen_id", "student_number", "grade", "room", "sex", "title",
    "first_name", "last_name", "birth_date", "weight", "height", "not_removable",
  ]
  /// Columns that a list has only where a pupil names them.
  private static let seldom = ["father_first_name", "mother_first_name"]
  private static let usual = [
    "school_code": "20010001", "citizen_id": "1100000000016", "grade": "ป.3", "room": "1",
    "sex": "ช", "title": "เด็กชาย", "first_name": "ตัวอย่าง", "last_name": "ทดสอบ",
    "birth_date": "05/11/2560", "student_number": "1",
    "weight": "25", "height": "125",
  ]

  /// The list as CSV: a header, and a row for each pupil with what differs from the usual one.
  package static func list(_ pupils: [[String: String]]) -> String {
    let order = order + seldom.filter { column in pupils.contains { $0[column] != nil } }
    let header = order.map { headers[$0] ?? "" }.joined(separator: ",")
    let rows = pupils.map { pupil in
      order.map { pupil[$0] ?? usual[$0] ?? "" }.joined(separator: ",")
    }
    return ([header] + rows).joined(separator: "\n") + "\n"
  }

  /// A register of schools, with the levels that each offers.
  package static func register(_ schools: [(code: String, levels: String)]) -> String {
    let rows = schools.map {
      "\($0.code),10\($0.code.prefix(2))0\($0.code.suffix(5)),โรงเรียน \($0.code),\($0.levels)"
    }
    return (["รหัสโรงเรียน,รหัสกระทรวง (10 หลัก),ชื่อโรงเรียน,ระดับที่เปิดสอน"] + rows)
      .joined(separator: "\n") + "\n"
  }
}
