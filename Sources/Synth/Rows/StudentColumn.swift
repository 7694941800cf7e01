/// The 36 columns of the DMC student list, in order, and the three that it has since 2568.
///
/// Source: the file `{year}-{round}-student.xlsx` as public importers read it. The third column is the citizen
/// number and has the same header as the sixth, the school's own number.
package enum StudentColumn: Int, Sendable, CaseIterable {
  case schoolCode, schoolName, citizenID, grade, room, studentNumber, sex, title
  case firstName, lastName, birthDate, age, weight, height, blood
  case religion, race, nationality
  case houseNumber, village, road, subdistrict, district, province
  case guardianFirstName, guardianLastName, guardianOccupation, guardianRelation
  case fatherFirstName, fatherLastName, fatherOccupation
  case motherFirstName, motherLastName, motherOccupation
  case disadvantage, notRemovable
  case scout, redCross, swimming

  /// The columns of the list without the three.
  package static let usual = Array(allCases.prefix(36))

  package var header: String { Self.headers[rawValue] }

  /// The column's name in the schema of the student list.
  package var name: String { Self.names[rawValue] }

  private static let headers = [
    "รหัสโรงเรียน", "ชื่อโรงเรียน", "เลขประจำตัวนักเรียน", "ชั้น", "ห้อง", "เลขประจำตัวนักเรียน", "เพศ", "คำนำหน้าชื่อ",
    "ชื่อ", "นามสกุล", "วันเกิด", "อายุ(ปี)", "น้ำหนัก", "ส่วนสูง", "กลุ่มเลือด",
    "ศาสนา", "เชื้อชาติ", "สัญชาติ",
    "บ้านเลขที่", "หมู่", "ถนน/ซอย", "ตำบล", "อำเภอ", "จังหวัด",
    "ชื่อผู้ปกครอง", "นามสกุลผู้ปกครอง", "อาชีพของผู้ปกครอง", "ความเกี่ยวข้องของผู้ปกครองกับนักเรียน",
    "ชื่อบิดา", "นามสกุลบิดา", "อาชีพของบิดา",
    "ชื่อมารดา", "นามสกุลมารดา", "อาชีพของมารดา",
    "ความด้อยโอกาส", "ยังไม่สามารถจำหน่ายได้(3.1.8)",
    "เป็นลูกเสือ/เนตรนารี", "เป็นยุวกาชาด", "ทักษะการว่ายน้ำ",
  ]

  private static let names = [
    "school_code", "school_name", "citizen_id", "grade", "room", "student_number", "sex", "title",
    "first_name", "last_name", "birth_date", "age", "weight", "height", "blood",
    "religion", "race", "nationality",
    "house_number", "village", "road", "subdistrict", "district", "province",
    "guardian_first_name", "guardian_last_name", "guardian_occupation", "guardian_relation",
    "father_first_name", "father_last_name", "father_occupation",
    "mother_first_name", "mother_last_name", "mother_occupation",
    "disadvantage", "not_removable",
    "scout", "red_cross", "swimming",
  ]
}
