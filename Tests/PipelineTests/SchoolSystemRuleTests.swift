import Pipeline
import TestKit
import Testing

/// The rules of EMIS and of buildings: each row breaks the rules that stand behind it, and no other.
@Suite struct SchoolSystemRuleTests {
  struct Export: Sendable, CustomTestStringConvertible {
    let name: String
    let pipeline: String
    let path: String
    /// A comma between cells; behind ` | ` the rules that the row breaks.
    let text: String
    var testDescription: String { name }
  }

  private static let register = ("register/schools.csv", "school-register/utf-8.csv")

  static let pupils = Export(
    name: "pupils", pipeline: "emis-schools", path: "emis/pupils.csv",
    text: """
      รหัสโรงเรียน,ปีการศึกษา,ชั้น,ชาย,หญิง,รวม,ห้องเรียน
      1020990001,2569,อ.1,5,6,11,1
      1020990001,2569,อ.2,5,6,12,1 | pupils-sum
      1020990001,2569,อ.3,-5,6,1,1 | pupils-negative
      1020990001,2569,ป.1,5,6,11,0 | pupils-without-rooms
      1020990001,2569,ป.2,5,6,11, | pupils-rooms-missing
      1020990001,2569,ป.3,0,0,0,2 | rooms-without-pupils
      1020990001,2569,ป.4,1,1,2,3 | rooms-above-pupils
      1020990001,2569,ป.5,,6,6,1 | pupils-missing
      1020990001,2569,ป.6,5000,0,5000,1 | pupils-range
      1020990001,2565,ม.1,5,6,11,1 | pupils-year
      1020990001,2569,อบ.1,5,6,11,1 | pupils-grade-twice
      1020990002,2569,อ.1,0,0,0,0
      1020990002,2569,อ.2,,,,
      """ + " | pupils-missing pupils-missing")

  static let staff = Export(
    name: "staff", pipeline: "emis-schools", path: "emis/staff.csv",
    text: """
      รหัสโรงเรียน,ตำแหน่ง,วิทยฐานะ,ระดับ ตำแหน่ง,ชาย,หญิง,รวม
      1020990001,1. ผู้อำนวยการโรงเรียน,ชำนาญการ,คศ.2,1,0,1
      1020990001,1. ผู้อำนวยการโรงเรียน,ชำนาญการพิเศษ,คศ.3,1,1,2 | staff-directors
      1020990001,3. ครู,-,คศ.1,1,3,5 | staff-sum
      1020990001,3. ครู,ชำนาญการ,คศ.2,-1,3,2 | staff-negative
      1020990001,3. ครู,ชำนาญงาน,คศ.2,1,3,4 | staff-standing-unknown
      1020990001,4. ครูผู้ช่วย,ชำนาญการ,ครูผู้ช่วย,0,1,1 | staff-standing-of-employee
      1020990001,5. ลูกจ้างประจำ,-,-,1,0, | staff-missing
      1020990001,7. ลูกจ้างชั่วคราว,-,-,0,999,999 | staff-range
      1020990002,3. ครู,ชำนาญการ,คศ.2,1,3,4 | staff-position-twice
      1020990002,3. ครู,ชำนาญการ,คศ.2,1,1,2
      1020990002,5. ลูกจ้างประจำ,-,-,1,0,1 | staff-position-twice
      1020990002,5. ลูกจ้างประจำ,-,-,1,0,1
      """)

  static let area = Export(
    name: "service area", pipeline: "emis-schools", path: "emis/area.csv",
    text: """
      รหัสโรงเรียน,หมู่ที่,ชื่อหมู่บ้าน,ตำบล,อำเภอ,ระยะทาง (กม.),อายุ,ชาย,หญิง,รวม,กำลังเรียน,ไม่ได้เรียน
      1020990001,1,บ้านสมมุติ,ในเมือง,เมือง,1.5,6,1,1,2,2,0
      1020990001,1,บ้านสมมุติ,ในเมือง,เมือง,1.5,7,1,1,3,3,0 | area-sum
      1020990001,1,บ้านสมมุติ,ในเมือง,เมือง,1.5,8,1,1,2,1,0 | area-school
      1020990001,1,บ้านสมมุติ,ในเมือง,เมือง,1.5,9,3,-1,2,2,0 | area-negative
      1020990001,1,บ้านสมมุติ,ในเมือง,เมือง,1.5,2553,1,1,2,2,0 | area-age
      1020990001,1,บ้านสมมุติ,ในเมือง,เมือง,1500,10,1,1,2,2,0 | area-distance
      1020990001,1,บ้านสมมุติ,ในเมือง,เมือง,1.5,11,1,1,2,1,1 | area-out-of-school
      1020990001,1,บ้านสมมุติ,ในเมือง,เมือง,1.5,,1,1,2,2,0 | area-age-missing
      1020990001,1,บ้านสมมุติ,ในเมือง,เมือง,1.5,6,1,1,2,2,0 | area-age-twice
      """)

  static let equipment = Export(
    name: "equipment", pipeline: "emis-schools", path: "emis/equipment.csv",
    text: """
      รหัสโรงเรียน,รหัส,รายการ,รายการ (ซม.),จำนวนที่ใช้ได้,จำนวนรอซ่อม,จำนวนรอจำหน่าย
      1020990001,11001,ครุภัณฑ์การศึกษา,โต๊ะเก้าอี้,7,3,0 | equipment-list-incomplete
      1020990001,11002,ครุภัณฑ์การศึกษา,ชุดฝึก,-7,3,0 | equipment-negative equipment-range
      1020990001,11003,ครุภัณฑ์การศึกษา,ตู้เก็บ,,3,0 | equipment-missing
      1020990001,2100,ครุภัณฑ์การศึกษา,เครื่อง,1,3,0 | equipment-code-form value-unknown
      1020990001,11001,ครุภัณฑ์การศึกษา,โต๊ะเก้าอี้,7,3,0 | equipment-item-twice
      """)

  static let computers = Export(
    name: "computers", pipeline: "emis-schools", path: "emis/ict.csv",
    text: """
      รหัสโรงเรียน,\(computerHeaders.joined(separator: ","))
      1020990001,30,10,40,22,18,2,1,3,3,0,43,25,18,ผู้ให้บริการ,FTTx,200,ใช้งานได้,1250
      1020990002,30,11,40,22,18,2,1,3,3,1,43,25,18,ผู้ให้บริการ,,,,90000 \
      | ict-cost-range ict-office-states ict-speed-missing ict-teaching-sources ict-unusable
      1021990003,30,10,40,21,18,2,2,3,3,0,44,25,18,,,200,, \
      | ict-office-sources ict-provider-missing ict-states ict-teaching-states ict-total ict-usable
      1020990001,30,10,40,22,18,2,1,3,3,0,43,25,18,ผู้ให้บริการ,FTTx,200,, \
      | ict-cost-missing ict-school-twice
      """)

  private static let computerHeaders =
    ["การเรียนการสอน", "การบริหารจัดการ"].flatMap { purpose in
      ["งบประมาณ สพฐ.", "จัดหาเอง/บริจาค", "รวม", "ใช้งานได้", "ใช้งานไม่ได้"].map {
        "จำนวนคอมพิวเตอร์เพื่อ\(purpose) \($0)"
      }
    } + ["คอมพิวเตอร์", "ใช้งานได้", "ใช้งานไม่ได้"].map { "จำนวนคอมพิวเตอร์ทั้งหมด \($0)" }
    + ["ผู้ให้บริการ", "ประเภท", "ความเร็ว", "สถานะการใช้งาน", "งบประมาณ/เดือน"].map {
      "ระบบเครือข่ายอินเทอร์เน็ตที่โรงเรียนเช่าเอง \($0)"
    }

  static let basic = Export(
    name: "basic data", pipeline: "emis-schools", path: "emis/basic.csv",
    text: """
      รหัสโรงเรียน 10 หลัก,รหัส Smis 8 หลัก,รหัส Obec 6 หลัก,ชื่อสถานศึกษา,ตำบล,อำเภอ,จังหวัด,รหัสไปรษณีย์,โทรศัพท์,ระดับที่เปิดสอน,วันก่อตั้ง,อีเมล,ระยะทางถึงเขต,ระยะทางถึงอำเภอ,lat,long
      1020990001,20010001,990001,วัดตัวอย่าง,ก,ข,ค,99000,029900001,ประถมศึกษา,16 พฤษภาคม 2503,a@example.org,10,9,17.5,101.5
      ,20010002,990002,บ้านหนองสมมุติ,,ข,ค,9900,02990,,,a.example.org,10000,9000,101.5,17.5 \
      | basic-address-missing basic-distance-district basic-distance-office basic-email-form \
      basic-founded-missing basic-latitude basic-levels-missing basic-longitude \
      basic-ministry-code-missing basic-phone-form basic-postcode-form
      1121990003,20010003,00990003,วัดตัวอย่างงงง,ก,ข,ค,99000,029900001,ประถมศึกษา,16 พฤษภาคม 2603,,10,9,, \
      | basic-founded-future basic-ministry-code-form basic-name-defect basic-obec-code-form
      1020990001,1020990001,990001,วัดตัวอย่าง,ก,ข,ค,99000,029900001,ประถมศึกษา,16 พฤษภาคม 2503,,10,9,, \
      | basic-school-code-form basic-school-twice
      """)

  static let cards = Export(
    name: "B-OBEC", pipeline: "b-obec-buildings", path: "buildings/b-obec.csv",
    text: """
      รหัสโรงเรียน,ประเภท,ลำดับที่,แบบ,จำนวนห้องตามแปลน,สร้าง,สภาพปัจจุบัน
      990001,อาคารเรียน,1,สปช.105/29,4 ห้อง,พ.ศ. 2558,ดี
      990001,อาคารเรียน,2,สปช.105/29,4,2015,ดี | b-obec-year-common-era
      990001,อาคารเรียน,3,สปช.105/29,4,58,ดี | b-obec-year-early
      990001,อาคารเรียน,4,สปช.105/29,4,2599,ดี | b-obec-year-future
      990001,อาคารเรียน,5,,,, \
      | b-obec-condition-missing b-obec-model-missing b-obec-rooms-missing b-obec-year-missing
      990001,ส้วม,1,สปช.604/45,100,2558,ดี | b-obec-rooms-range
      990001,ส้วม,,สปช.604/45,,2558,รื้อถอน | b-obec-demolished b-obec-number-missing
      990001,บ้านพักครู,1,203/27,,2543,ทรุดโทรม | b-obec-worn-and-old
      990001,บ้านพักครู,1,203/27,,2558,ทรุดโทรม | b-obec-building-twice
      """)

  static let asset = Export(
    name: "OBEC Asset", pipeline: "b-obec-buildings", path: "buildings/1020990001.csv",
    text: """
      ประเภท,แบบสิ่งก่อสร้าง,จำนวนห้องตามแบบ,จำนวนห้องจริง,จำนวนห้องพิเศษ,ต่อเติมเป็นห้องเรียน,ต่อเติมเป็นห้องพิเศษ,ก่อสร้างเมื่อปี พ.ศ.,อายุการใช้งาน,งบประมาณ,แหล่งที่มาของงบประมาณ,สภาพการใช้งาน,สถานะการใช้งาน
      อาคารเรียน,สปช.105/29,4,5,1,1,,2549,20 ปี,"960,000 บาท",สพฐ.,ดี,ใช้งาน
      อาคารเรียน,สปช.105/29,4,6,1,1,,2550,19,960000,สพฐ.,ดี, | asset-rooms-above-plan
      อาคารเรียน,สปช.105/29,4,4,1,,,2551,28,960000,สพฐ.,ดี, | asset-age
      อาคารเรียน,สปช.105/29,4,4,1,,,2552,17,,สพฐ.,ดี, | asset-budget-missing
      อาคารเรียน,สปช.105/29,4,4,1,,,2553,16,0,สพฐ.,ดี, | asset-budget-zero
      อาคารเรียน,สปช.105/29,4,4,1,,,2554,15,100,สพฐ.,รื้อถอน,ใช้งาน \
      | asset-demolished asset-use-and-condition
      อาคารเรียน,สปช.105/29,4,4,1,,,2549,20,960000,สพฐ.,ดี, | asset-building-repeated
      อาคารเรียน,สปช.105/29,4,4,1,,,2015,54,1,สพฐ.,ดี, | asset-year-common-era
      """)

  // MARK: Messages

  /// What a school reads of some of these rules.
  private static let messages: [String: String] = [
    "pupils-sum":
      "จำนวนชายกับหญิงรวมกันได้ 11 แต่ช่องรวมเป็น 12 ควรเท่ากัน "
      + "ให้ตรวจช่องชาย หญิง และรวมของชั้นนี้ แล้วแก้ช่องที่ผิดใน EMIS",
    "pupils-grade-twice":
      "ชั้นนี้ซ้ำกับแถว 2 ของโรงเรียนเดียวกัน ควรมีแถวเดียว มิฉะนั้นยอดจะนับซ้ำ "
      + "ให้ลบหรือแก้แถวที่ซ้ำ แล้วส่งออกใหม่จาก EMIS",
    "pupils-without-rooms":
      "ชั้นนี้มีนักเรียน 11 คน แต่ห้องเรียนเป็น 0 ควรมีอย่างน้อย 1 ห้อง "
      + "ให้ตรวจจำนวนห้องใน DMC เมนู 2.2 แล้วรอให้ EMIS ปรับตาม",
    "equipment-list-incomplete":
      "โรงเรียนมีครุภัณฑ์ 5 รายการ ควรมีครบ 76 รายการ (ไม่มีให้เป็น 0) ให้บันทึกหน้า M-OBEC ให้ครบแล้วส่งใหม่",
    "basic-postcode-form":
      "รหัสไปรษณีย์ '9900' ควรเป็นเลข 5 หลัก ให้แก้ใน EMIS",
    "b-obec-worn-and-old":
      "อาคารสร้างปี 2543 อายุเกิน 25 ปีและสภาพทรุดโทรม ให้เสนอขอปรับปรุงซ่อมแซมหรือรื้อถอน "
      + "หรือแก้สภาพถ้าซ่อมแล้ว",
  ]

  @Test(arguments: [pupils, staff, area, equipment, computers, basic, cards, asset])
  func everyRowIsFoundForWhatItBreaks(_ export: Export) async throws {
    var lines: [String] = []
    var expected: [String] = []
    for (index, line) in export.text.split(separator: "\n").enumerated() {
      let parts = line.split(separator: "|", maxSplits: 1)
      lines.append(String(parts[0].trimmingSuffix { $0 == " " }))
      let rules = parts.dropFirst().flatMap { $0.split(separator: " ") }
      expected += rules.sorted().map { "\(index + 1) \($0)" }
    }
    let run = try await Self.run(export, lines.joined(separator: "\n"))
    let found = run.records("findings.csv").filter {
      $0["file"] == export.path && !($0["rule"] ?? "").hasPrefix("column-")
    }
    let rows = found.map { (Int($0["row"] ?? "") ?? 0, $0["rule"] ?? "") }.sorted { $0 < $1 }
    #expect(rows.map { "\($0.0) \($0.1)" } == expected)
    for finding in found {
      if let message = Self.messages[finding["rule"] ?? ""] {
        #expect(finding["message"] == message)
      }
    }
  }

  private static func run(_ export: Export, _ text: String) async throws -> CaseRun {
    try await CaseRun(
      pipeline: export.pipeline,
      files: [
        (path: export.path, bytes: Array(text.utf8)),
        (
          path: Self.register.0,
          bytes: try ProjectFiles.bytes("fixtures/exports/" + Self.register.1)
        ),
      ])
  }

  /// A school that sent one page is told the others; when nobody sent a page nothing is said.
  @Test func aSchoolIsToldItsMissingPages() async throws {
    let pages = [
      ("emis/basic.html", "emis-basic/page.html"), ("emis/staff.html", "emis-staff/page.html"),
      Self.register,
    ]
    let rules = ["basic-without-pupils", "basic-without-staff", "basic-without-ict"]
    let alone = try await CaseRun(pipeline: "emis-schools", exports: pages)
    #expect(!alone.records("findings.csv").contains { rules.contains($0["rule"] ?? "") })
    let lines = Self.pupils.text.split(separator: "\n").map { $0.split(separator: "|")[0] }
    let other = lines[0] + "\n" + lines[12]
    let files = try pages.map {
      (path: $0.0, bytes: try ProjectFiles.bytes("fixtures/exports/" + $0.1))
    }
    let beside = try await CaseRun(
      pipeline: "emis-schools", files: files + [(path: "emis/pupils.csv", bytes: Array(other.utf8))]
    )
    let found = beside.records("findings.csv").filter { rules.contains($0["rule"] ?? "") }
    #expect(found.map { $0["rule"] } == ["basic-without-pupils"])
    #expect(
      found.first?["message"]
        == "โรงเรียนรหัส 20010001 มีหน้าข้อมูลพื้นฐาน แต่ไม่มีหน้าจำนวนนักเรียนในรอบนี้ "
        + "ให้บันทึกหน้านั้นจาก EMIS แล้ววางในโฟลเดอร์เดียวกัน")
  }
}

extension StringProtocol {
  fileprivate func trimmingSuffix(_ isTrimmed: (Character) -> Bool) -> SubSequence {
    guard let last = lastIndex(where: { !isTrimmed($0) }) else { return self[endIndex...] }
    return self[...last]
  }
}
