import Foundation
import Pipeline
import Settings
import Tables
import TestKit
import Testing

/// What `krong rounds` says.
@Suite struct RoundListTests {
  private let day = Day(iso: "2026-06-01")

  private func list(_ system: String, year: Int? = nil, runs: [PastRun] = []) throws -> RoundList {
    let catalog = try RoundCatalog(
      CaseRun.shelf, system: Settings(.word(system), at: Place(file: "--system")))
    return RoundList(catalog, today: try #require(day), year: year, runs: runs)
  }

  private func text(_ list: RoundList, _ language: Language) throws -> String {
    RoundListText(try RoundWords(CaseRun.shelf, language: language)).text(list)
  }

  @Test func theRoundsOfTwoYearsAreListedWithTheirWindows() throws {
    #expect(
      try text(list("dmc"), .english) == """
        Today is 2026-06-01 · academic year 2569

        System  Round   Title             As of       Window                   State                            Previous  Last year
        dmc     2568/1  Term 1 of 2568    2025-06-10  2025-05-16 – 2025-06-10  closed 356 days ago              2567/3    2567/1
        dmc     2568/2  Term 2 of 2568    2025-11-10  2025-07-15 – 2025-11-10  closed 203 days ago              2568/1    2567/2
        dmc     2568/3  End of year 2568  2026-03-31  2026-02-01 – 2026-04-30  closed 32 days ago               2568/2    2567/3
        dmc     2569/1  Term 1 of 2569    2026-06-10  2026-05-16 – 2026-06-10  open, 9 days left                2568/3    2568/1
        dmc     2569/2  Term 2 of 2569    2026-11-10  2026-07-15 – 2026-11-10  not open yet, opens in 44 days   2569/1    2568/2
        dmc     2569/3  End of year 2569  2027-03-31  2027-02-01 – 2027-04-30  not open yet, opens in 245 days  2569/2    2568/3

        """)
  }

  @Test func whatWasRunStandsBelowItsRoundWithTheLastRunsNumbers() throws {
    let intake = Intake(
      schools: .init(submitted: 12, withoutPupils: 1, notSubmitted: 1), rows: 1514,
      furtherRegistrations: 16, errors: 74)
    func run(_ id: Int64, _ pipeline: String, system: String = "emis", times: Int = 1) -> PastRun {
      PastRun(
        id: id, pipeline: pipeline, system: system, year: 2569, term: 1,
        firstDay: Day(iso: "2026-05-20"), lastDay: Day(iso: "2026-05-2\(id)"), times: times,
        intake: id == 1 ? nil : intake)
    }
    let runs = [
      run(1, "emis-schools", times: 2), run(2, "emis-schools"),
      run(3, "dmc-students", system: "dmc"),
      run(1, "another"),
    ]
    let lines = try text(list("emis", runs: runs), .thai).split(separator: "\n")
    #expect(
      lines.suffix(3) == [
        "emis  2569/1  ข้อมูลพื้นฐานสถานศึกษา ปีการศึกษา 2569  10/06/2569  16/05/2569 – 30/06/2569  เปิดอยู่ เหลือ 29 วัน  2568/1      2568/1",
        "  another: ประมวลผล 1 ครั้ง ล่าสุด 21/05/2569",
        "  emis-schools: ประมวลผล 3 ครั้ง ล่าสุด 22/05/2569 · ส่งแล้ว 12 จาก 13 โรงเรียน · รับไว้ 1,514 แถว · ข้อผิดพลาด 74 จุด · ทะเบียนซ้ำ 16 รายการ",
      ])
  }

  @Test func theRoundsAreListedForMachines() throws {
    let document = RoundListJSON.document(try list("year", year: 2569)).document
    let json = try JSONSerialization.jsonObject(with: Data(document.utf8)) as? [String: Any]
    let rounds = try #require(json?["rounds"] as? [[String: Any]])
    #expect(rounds.map { $0["year"] as? Int } == [2568, 2569])
    #expect(rounds.map { $0["state"] as? String } == ["closed", "open"])
    #expect(rounds.map { $0["days"] as? Int } == [152, 213])
    #expect(rounds.last?["previous"] as? String == "2568/1")
  }

  @Test func aSystemThatIsNotThereIsToldWithTheLikelyOne() throws {
    let error = #expect(throws: SettingsError.self) { try list("dcm") }
    #expect(
      error.map { "\($0)" } == "--system:1:1: error: unknown system 'dcm'; did you mean 'dmc'?")
  }

  @Test func theMistakesOfAllFilesAreToldTogether() throws {
    let shelf = Shelf.files { path in
      guard path.hasPrefix("rounds/") else { return nil }
      let text = try ProjectFiles.text("pipelines/" + path)
      return path.contains("emis")
        ? text.replacing("system: emis", with: "system: emsi")
        : text.replacing("title:", with: "titel:")
    }
    let error = #expect(throws: SettingsErrors.self) { try RoundCatalog(shelf) }
    #expect(
      error.map { "\($0)" } == """
        rounds/b-obec.yaml:7:5: error: unknown key 'titel'; did you mean 'title'?
        rounds/dmc.yaml:11:5: error: unknown key 'titel'; did you mean 'title'?
        rounds/emis.yaml:3:9: error: expected the name of its file, found 'emsi'
        rounds/year.yaml:6:5: error: unknown key 'titel'; did you mean 'title'?
        """)
  }

  @Test(arguments: [("ปีที่", 2), ("น้ำใจ", 4), ("abc", 3), ("กำลัง", 4), ("", 0)])
  func marksAboveAndBelowTakeNoWidth(text: String, width: Int) {
    #expect(TerminalTable.width(of: text) == width)
  }

  @Test func numbersStandFlushRightAndControlCharactersMoveNothing() {
    let table = TerminalTable([["ชั้น", "n"], ["a\u{1B}[2J", "10"]], numbers: [1])
    #expect(table.lines == ["ชั้น      n", "a·[2J  10"])
  }
}
