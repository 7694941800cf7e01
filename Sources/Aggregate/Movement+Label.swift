internal import Tables

extension Movement.Kind {
  var label: LocalizedText {
    switch self {
    case .stayed: LocalizedText(thai: "อยู่โรงเรียนเดิม", english: "Stayed")
    case .moved: LocalizedText(thai: "ย้ายโรงเรียนในเขต", english: "Moved within the office")
    case .joined: LocalizedText(thai: "มาใหม่", english: "Joined")
    case .left:
      LocalizedText(thai: "หายไปโดยไม่มีบันทึก", english: "Left without a recorded move")
    case .graduated: LocalizedText(thai: "จบช่วงชั้น", english: "Graduated")
    case .notRemovable:
      LocalizedText(
        thai: "เคยรอจำหน่าย (3.1.8) และพ้นบัญชีแล้ว", english: "Was not yet removable (3.1.8), now gone")
    case .noList:
      LocalizedText(thai: "โรงเรียนไม่มีบัญชีในอีกรอบ", english: "School has no list in the other round")
    }
  }
}

extension Movement.Step {
  var label: LocalizedText {
    switch self {
    case .same: LocalizedText(thai: "ชั้นเดิมในปีเดียวกัน", english: "Same grade, same year")
    case .promoted: LocalizedText(thai: "เลื่อนชั้น", english: "Promoted")
    case .repeated: LocalizedText(thai: "ซ้ำชั้น", english: "Repeated")
    case .other: LocalizedText(thai: "ชั้นเปลี่ยนแบบอื่น", english: "Any other step")
    case .unknown: LocalizedText(thai: "ไม่ทราบชั้น", english: "Grade not known")
    }
  }
}

extension Movement.Identity {
  /// Of a single change.
  var label: LocalizedText {
    switch self {
    case .gCodeToNumber:
      LocalizedText(thai: "รหัส G เปลี่ยนเป็นเลขประจำตัว", english: "G-code became a number")
    case .numberChanged: LocalizedText(thai: "เลขประจำตัวเปลี่ยน", english: "Number changed")
    case .givenNameChanged: LocalizedText(thai: "ชื่อเปลี่ยน", english: "Given name changed")
    default: LocalizedText(thai: "นามสกุลเปลี่ยน", english: "Surname changed")
    }
  }
}
