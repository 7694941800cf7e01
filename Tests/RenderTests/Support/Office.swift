import Render
import Tables

/// A made-up office with the tables of figures that a run hands to Render.
///
/// Numbers follow from a small formula; names of schools are invented.
struct Office {
  struct Place {
    let code: String
    let name: String
    let hasSecondary: Bool
    let submitted: Bool
  }

  var schools: [Place] = [
    Place(code: "99010001", name: "บ้านหนองกรองใต้", hasSecondary: false, submitted: true),
    Place(code: "99010002", name: "วัดดอนตะแกรง (ประชาอุทิศ)", hasSecondary: true, submitted: true),
    Place(code: "99010003", name: "ชุมชนบ้านทุ่งข้าวเปลือก", hasSecondary: true, submitted: true),
    Place(code: "99010004", name: "บ้านน้ำใสไหลเย็น", hasSecondary: false, submitted: true),
    Place(code: "99010005", name: "อนุบาลกรองแก้ว", hasSecondary: false, submitted: true),
    Place(
      code: "99010006", name: "บ้านห้วยทรายละเอียด มิตรภาพที่ 999", hasSecondary: false,
      submitted: true),
    Place(code: "99010007", name: "บ้านโคกสูงเนินต่ำ", hasSecondary: false, submitted: false),
    Place(
      code: "99010008", name: "ตะแกรงร่อนวิทยา (รัฐราษฎร์รังสรรค์สามัคคีสงเคราะห์)",
      hasSecondary: true, submitted: true),
    Place(code: "99010009", name: "บ้านป่าไผ่เรียงราย", hasSecondary: false, submitted: true),
    Place(code: "99010010", name: "บ้านท่าน้ำตื้น", hasSecondary: false, submitted: false),
    Place(code: "99010011", name: "วัดสระบัวบาน", hasSecondary: false, submitted: true),
    Place(code: "99010012", name: "บ้านกลางดง", hasSecondary: false, submitted: true),
  ]

  var figures: Figures {
    var report = InputReport(path: "dmc/a.csv", dataset: "student")
    report.stamp = "2026-06-09 16:30:00"
    var other = InputReport(path: "dmc/b.xlsx", dataset: "student")
    other.stamp = "2026-06-10 08:15:20"
    let clean = CleanTables(tables: [], inputs: [report, other], ledger: Ledger())
    return Figures(
      linked: LinkedTables(clean: clean, schools: [], links: []),
      tables: [
        headline, bySchool, byGrade, registered, duplicates, byRule, findingsBySchool, without,
        ledger,
      ])
  }

  static let grades: [(key: String, name: LocalizedText, level: Int)] = [
    ("อ.2", LocalizedText(thai: "อ.2", english: "K2"), 0),
    ("อ.3", LocalizedText(thai: "อ.3", english: "K3"), 0),
    ("ป.1", LocalizedText(thai: "ป.1", english: "P1"), 1),
    ("ป.2", LocalizedText(thai: "ป.2", english: "P2"), 1),
    ("ป.3", LocalizedText(thai: "ป.3", english: "P3"), 1),
    ("ป.4", LocalizedText(thai: "ป.4", english: "P4"), 1),
    ("ป.5", LocalizedText(thai: "ป.5", english: "P5"), 1),
    ("ป.6", LocalizedText(thai: "ป.6", english: "P6"), 1),
    ("ม.1", LocalizedText(thai: "ม.1", english: "M1"), 2),
    ("ม.2", LocalizedText(thai: "ม.2", english: "M2"), 2),
    ("ม.3", LocalizedText(thai: "ม.3", english: "M3"), 2),
  ]
  static let levels: [(key: String, name: LocalizedText)] = [
    ("pre-primary", LocalizedText(thai: "ก่อนประถมศึกษา", english: "Pre-primary")),
    ("primary", LocalizedText(thai: "ประถมศึกษา", english: "Primary")),
    ("lower-secondary", LocalizedText(thai: "มัธยมศึกษาตอนต้น", english: "Lower secondary")),
  ]
  static let sexes: [(key: String, name: LocalizedText)] = [
    ("ช", LocalizedText(thai: "ชาย", english: "Male")),
    ("ญ", LocalizedText(thai: "หญิง", english: "Female")),
    ("all", LocalizedText(thai: "รวม", english: "Total")),
  ]
  static let total = LocalizedText(thai: "รวมทั้งสิ้น", english: "Total")
}

extension Office {
  static let masthead = mastheadIn(.thai)

  static func mastheadIn(_ language: Language) -> Masthead {
    Masthead(
      office: LocalizedText(
        thai: "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาตะแกรงร่อน เขต 1",
        english: "Primary Educational Service Area Office Takraeng Ron 1"),
      pipeline: LocalizedText(thai: "ข้อมูลนักเรียน DMC", english: "DMC students"),
      round: Round(
        system: "dmc", year: 2569, term: 1,
        title: LocalizedText(
          thai: "ปีการศึกษา 2569 ภาคเรียนที่ 1", english: "Academic year 2569, term 1"),
        asOf: Day(number: 20_614), opens: Day(number: 20_589), closes: Day(number: 20_614)),
      version: "0.1.0", audience: .director, language: language)
  }
}
