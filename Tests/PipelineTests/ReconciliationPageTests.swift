import Pipeline
import TestKit
import Testing

/// Every source of an office against the others, through whole runs.
@Suite struct ReconciliationPageTests {
  private static let rules = [
    "published-differs", "published-rooms-differ", "emis-pupils-differ", "emis-rooms-differ",
    "b-obec-rooms-dmc", "b-obec-rooms-emis", "staffing-differs",
  ]

  private func run(
    _ office: ReconciledOffice, _ pipeline: String = "dmc-students", without folders: [String] = [],
    overrides: [String] = []
  ) async throws -> CaseRun {
    let files = office.files.filter { file in !folders.contains { file.path.hasPrefix($0) } }
    return try await CaseRun(pipeline: pipeline, overrides: overrides, files: files)
  }

  /// `school: message` of the findings of these rules, without what a school should do.
  private func found(_ run: CaseRun) -> [String] {
    run.records("findings.csv").filter { Self.rules.contains($0["rule"] ?? "") }.map {
      let message = $0["message"] ?? ""
      let end = [" ให้ตรวจ", " ถ้า B-OBEC"].compactMap { message.firstRange(of: $0)?.lowerBound }
        .min()
      return "\($0["school"] ?? ""): " + message[..<(end ?? message.endIndex)]
    }.sorted()
  }

  private func figures(_ run: CaseRun, _ table: String) -> [String] {
    run.records("figures.csv").filter { $0["table"] == table }.map {
      "\($0["row"] ?? ""):\($0["column"] ?? "") \($0["value"] ?? "")"
    }
  }

  @Test func sourcesThatSayTheSameAreAllEqual() async throws {
    let run = try await run(ReconciledOffice())
    #expect(run.outcome.refused == 0)
    #expect(found(run) == [])
    let sentence =
      "ตรงกันทุกรายการ: เทียบแล้ว 7 เรื่อง จาก 7 เรื่อง ใน 3 โรงเรียน · โรงเรียนที่ขาดข้อมูลบางแหล่ง 0 แห่ง"
    for page in ["reconciliation.html", "summary.html"] {
      #expect(plain(run.text(page)).contains(sentence), "\(page)")
    }
    #expect(run.text("reconciliation.html").contains("ไม่มีรายการที่ไม่ตรงกัน"))
    #expect(figures(run, "reconciliation-differences") == [])
    #expect(figures(run, "reconciliation").count { $0.hasSuffix(":equal 3") } == 7)
    #expect(run.pages["reconciliation.xlsx"] != nil)
  }

  @Test func onePupilOneRoomAndOneTeacherAreExactlyTheirLines() async throws {
    var office = ReconciledOffice()
    office.lists[0].grades[1].boys += 1
    office.emis[1].grades[2].rooms += 1
    office.personnel[2].staff[1].1 -= 1
    let run = try await run(office)
    #expect(
      found(run) == [
        "20010001: ป.1 ช: รายชื่อ DMC มี 5 คน แต่ DMC เผยแพร่ 4 คน",
        "20010001: ป.1 ช: รายชื่อ DMC มี 5 คน แต่ EMIS มี 4 คน",
        "20010002: EMIS มีห้องเรียน 5 ห้อง แต่ B-OBEC มีห้องในอาคารเรียนที่ใช้การได้ 4 ห้อง",
        "20010002: ป.2: รายชื่อ DMC มีนักเรียนอยู่ 1 ห้อง แต่ EMIS มี 2 ห้อง",
        "20010003: ครู: ทะเบียนบุคลากร (P-OBEC) มี 2 คน แต่ EMIS มี 3 คน",
      ])
    #expect(
      figures(run, "reconciliation-differences") == [
        "published-differs/20010001/ป.1/ช:first 5", "published-differs/20010001/ป.1/ช:second 4",
        "published-differs/20010001/ป.1/ช:difference 1",
        "emis-pupils-differ/20010001/ป.1/ช:first 5", "emis-pupils-differ/20010001/ป.1/ช:second 4",
        "emis-pupils-differ/20010001/ป.1/ช:difference 1", "emis-rooms-differ/20010002/ป.2:first 1",
        "emis-rooms-differ/20010002/ป.2:second 2", "emis-rooms-differ/20010002/ป.2:difference -1",
        "b-obec-rooms-emis/20010002/all:first 5", "b-obec-rooms-emis/20010002/all:second 4",
        "b-obec-rooms-emis/20010002/all:difference 1", "staffing-differs/20010003/teacher:first 2",
        "staffing-differs/20010003/teacher:second 3",
        "staffing-differs/20010003/teacher:difference -1",
      ])
    #expect(
      plain(run.text("reconciliation.html"))
        .contains("ไม่ตรงกัน 5 เรื่อง จากที่เทียบได้ 7 เรื่อง: 5 รายการ ใน 3 โรงเรียน"))
    // The school reads it on its own sheet.
    #expect(
      run.text("schools/20010003.html").contains("ทะเบียนบุคลากร (P-OBEC) มี 2 คน แต่ EMIS มี 3 คน"))
  }

  @Test func whatWasNotHandedInIsNotEqual() async throws {
    let some = try await run(ReconciledOffice(), without: ["emis/staff", "published"])
    #expect(plain(some.text("reconciliation.html")).contains("เทียบแล้ว 4 เรื่อง จาก 7 เรื่อง"))
    #expect(figures(some, "reconciliation").contains("staffing-differs:equal "))
    let none = try await run(
      ReconciledOffice(), without: ["emis", "published", "buildings", "personnel"])
    #expect(none.outcome.refused == 0)
    #expect(found(none) == [])
    #expect(figures(none, "reconciliation") == [])
    for page in ["reconciliation.html", "summary.html"] {
      #expect(none.text(page).contains("ยังไม่ได้กระทบยอด"), "\(page)")
      #expect(!none.text(page).contains("ตรงกันทุกรายการ"), "\(page)")
    }
  }

  /// EMIS is of 10 June: later in the year pupils have moved.
  @Test func inTheSecondTermPupilsAreNotComparedWithEMIS() async throws {
    var office = ReconciledOffice()
    office.emis[0].grades[0].boys += 1
    let run = try await run(office, overrides: ["round.term=2"])
    #expect(found(run) == [])
    #expect(plain(run.text("reconciliation.html")).contains("เทียบแล้ว 5 เรื่อง จาก 5 เรื่อง"))
  }

  @Test func theSchoolDataAreComparedWithoutLists() async throws {
    var office = ReconciledOffice()
    office.personnel[0].staff[0].1 += 1
    office.buildings[1].usableRooms = 3
    let run = try await run(office, "emis-schools", without: ["dmc", "published"])
    #expect(run.outcome.refused == 0)
    #expect(
      found(run) == [
        "20010001: ผู้อำนวยการโรงเรียน: ทะเบียนบุคลากร (P-OBEC) มี 2 คน แต่ EMIS มี 1 คน",
        "20010002: EMIS มีห้องเรียน 4 ห้อง แต่ B-OBEC มีห้องในอาคารเรียนที่ใช้การได้ 3 ห้อง",
      ])
    #expect(plain(run.text("reconciliation.html")).contains("ไม่ตรงกัน 2 เรื่อง จากที่เทียบได้ 2 เรื่อง"))
  }

  /// Whole folders are handed in, and nobody sorts them.
  @Test(arguments: ["dmc-students", "dmc-students-long"]) func everyPageOfEMISAndBuildingsIsKnown(
    pipeline: String
  ) async throws {
    let exports =
      SchoolSystemTests.emis + SchoolSystemTests.buildings.dropLast() + [
        ("emis/efa.html", "emis-efa/page.html"), ("emis/schools.html", "emis-schools/page.html"),
        ("emis/1020990001.html", "emis-buildings/1020990001.html"),
        ("personnel/p.xlsx", "p-obec/workbook.xlsx"),
      ]
    let run = try await CaseRun(pipeline: pipeline, exports: exports)
    #expect(run.outcome.refused == 0)
    let other = try await CaseRun(
      pipeline: pipeline, exports: exports + [("emis/x.csv", "poor-students/utf-8.csv")])
    #expect(other.outcome.refused == 1)
  }

  /// The text of a page, without its marks.
  private func plain(_ page: String) -> String {
    var text = ""
    var isMark = false
    for character in page {
      if character == "<" { isMark = true }
      if !isMark { text.append(character) }
      if character == ">" { isMark = false }
    }
    return text
  }
}
