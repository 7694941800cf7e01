import Containers
import Ingest
import Pipeline
import Settings
import Tables
import TestKit
import Testing

/// New, mended and still open: what a run says of the findings of the run before.
@Suite struct HistoryTests {
  /// Runs rounds of one office after each other, as nights of a window.
  private struct Nights {
    let folder: TestFolder
    let plan: Plan

    init(overrides: [String] = []) throws {
      folder = try TestFolder()
      plan = try CaseRun.plan(overrides: overrides)
    }

    func run(
      _ files: [String: [[String: String]]], on day: Int32 = 20_000
    ) async throws -> [String: [UInt8]] {
      let history = try HistoryFile(folder: folder.path)
      let register = SmallOffice.register([
        (code: "20010001", levels: ""), (code: "20010002", levels: ""),
      ])
      let outcome = try await Run(plan).run(
        files.sorted { $0.key < $1.key }.map {
          InputFile(
            path: "dmc/" + $0.key, dataset: "student", bytes: Array(SmallOffice.list($0.value).utf8)
          )
        } + [InputFile(path: "register/s.csv", dataset: "school", bytes: Array(register.utf8))],
        history: history)
      let record = try #require(outcome.record)
      try history.record(record, on: Day(number: day))
      return Dictionary(
        uniqueKeysWithValues: outcome.pages.filter { $0.path != "timings.json" }
          .map { ($0.path, $0.bytes) })
    }

    /// New, still open and mended of each school.
    func steps(_ files: [String: [[String: String]]]) async throws -> [String: [String]] {
      let pages = try await run(files)
      let figures = CSVRecords.read(String(decoding: pages["figures.csv"] ?? [], as: UTF8.self))
      var steps: [String: [String]] = [:]
      for figure in figures where figure["table"] == "findings-by-school" {
        guard let row = figure["row"], let value = figure["value"] else { continue }
        if ["new", "open", "mended"].contains(figure["column"]) {
          steps[row, default: []].append(value)
        }
      }
      return steps
    }
  }

  private func pupil(_ number: Int, _ differs: [String: String] = [:]) -> [String: String] {
    ["citizen_id": CheckedNumber.make(number), "student_number": "\(number)"]
      .merging(differs) { _, new in new }
  }

  private var wrong: [String: String] { ["birth_date": "ไม่ทราบ"] }

  @Test func theFirstRunSaysNothingOfEarlierOnes() async throws {
    let nights = try Nights()
    #expect(try await nights.steps(["a.csv": [pupil(1, wrong)]])["20010001"] == ["", "", ""])
  }

  @Test func rowsThatMovedAreStillTheSame() async throws {
    let nights = try Nights()
    _ = try await nights.run(["a.csv": [pupil(1, wrong), pupil(2, wrong), pupil(3, ["sex": "X"])]])
    // The first is mended, the second has moved down, the third is still open, the fourth new.
    let steps = try await nights.steps([
      "b.csv": [pupil(4, wrong), pupil(3, ["sex": "X"]), pupil(1), pupil(2, wrong)]
    ])
    #expect(steps["20010001"] == ["1", "2", "1"])
    let after = try await nights.steps(["c.csv": [pupil(1), pupil(2), pupil(3), pupil(4)]])
    #expect(after["20010001"] == ["0", "0", "3"])
  }

  @Test func everyFindingIsListedAsNewOrOpenAndTheMendedOnesWhereTheyStood() async throws {
    let nights = try Nights()
    let first = try await nights.run(["a.csv": [pupil(1, wrong), pupil(2, wrong)]])
    #expect(
      String(decoding: first["progress.csv"] ?? [], as: UTF8.self)
        == "state,rule,school,file,sheet,row,column\n")
    let second = try await nights.run(["b.csv": [pupil(3, wrong), pupil(2, wrong), pupil(1)]])
    let lines = CSVRecords.read(String(decoding: second["progress.csv"] ?? [], as: UTF8.self))
      .filter { $0["rule"] == "birth-unreadable" }
      .map { "\($0["state"] ?? "") \($0["file"] ?? ""):\($0["row"] ?? "") \($0["school"] ?? "")" }
    #expect(
      lines == [
        "new dmc/b.csv:2 20010001", "open dmc/b.csv:3 20010001", "mended dmc/a.csv:2 20010001",
      ])
  }

  @Test func theSameInputsGiveTheSameBytes() async throws {
    let nights = try Nights()
    let first = ["a.csv": [pupil(1, wrong), pupil(2)]]
    let second = ["a.csv": [pupil(1), pupil(2, wrong)]]
    _ = try await nights.run(first)
    let once = try await nights.run(second)
    let again = try await nights.run(second)
    #expect(once == again)
  }

  @Test func aSchoolThatIsNotHandedInAgainHasMendedNothing() async throws {
    let nights = try Nights()
    _ = try await nights.run([
      "a.csv": [pupil(1, wrong)],
      "b.csv": [pupil(2, wrong.merging(["school_code": "20010002"]) { $1 })],
    ])
    let steps = try await nights.steps(["a.csv": [pupil(1)]])
    #expect(steps["20010001"]?.last == "1")
    #expect(steps["20010002"]?.last == "0")
  }

  @Test func whatARuleThatIsOffHadFoundIsNotMended() async throws {
    let nights = try Nights()
    _ = try await nights.run(["a.csv": [pupil(1, ["sex": "X"])]])
    let text = try ProjectFiles.text("pipelines/rules/dmc/student.yaml")
      .replacing("  sex-unknown:\n", with: "  sex-unknown:\n    on: false\n")
    let shelf = CaseRun.shelf { path, own in path == "rules/dmc/student.yaml" ? text : own }
    let plan = try Plan(
      text: ProjectFiles.text("pipelines/dmc-students.yaml"), path: "dmc-students.yaml",
      shelf: shelf, options: RunOptions())
    let history = try HistoryFile(folder: nights.folder.path)
    let outcome = try await Run(plan).run(
      [
        InputFile(
          path: "dmc/a.csv", dataset: "student",
          bytes: Array(SmallOffice.list([pupil(1, ["sex": "X"]), pupil(2)]).utf8))
      ], history: history)
    #expect(outcome.manifest.document.contains("\"mended\": 0"))
  }

  @Test func aPupilWhoseNumberIsCorrectedIsStillTheSame() async throws {
    let nights = try Nights()
    let before = pupil(1, ["citizen_id": "1100000000017", "student_number": "", "sex": "X"])
    let after = pupil(1, ["student_number": "", "sex": "X"])
    _ = try await nights.run(["a.csv": [before, pupil(2)]])
    let pages = try await nights.run(["a.csv": [after, pupil(2)]])
    let lines = CSVRecords.read(String(decoding: pages["progress.csv"] ?? [], as: UTF8.self))
      .map { "\($0["state"] ?? "") \($0["rule"] ?? "")" }
    #expect(lines.contains("open sex-unknown"))
    #expect(lines.contains("mended id-check-digit"))
    #expect(!lines.contains("new sex-unknown") && !lines.contains("mended sex-unknown"))
  }

  @Test func aSchoolThatComesBackHasNothingNew() async throws {
    let nights = try Nights()
    let other = wrong.merging(["school_code": "20010002"]) { $1 }
    _ = try await nights.run(["a.csv": [pupil(1, wrong)], "b.csv": [pupil(2, other)]])
    _ = try await nights.run(["a.csv": [pupil(1, wrong), pupil(3)]])
    let steps = try await nights.steps([
      "a.csv": [pupil(1, wrong)], "b.csv": [pupil(2, other), pupil(4)],
    ])
    #expect(steps["20010002"]?.first == "0")
    #expect(steps["20010002"]?[1] != "0")
  }

  @Test func ofTwoWithOneNumberTheOneInItsRowIsTheSame() async throws {
    let nights = try Nights()
    let twin = ["student_number": "7"].merging(wrong) { $1 }
    _ = try await nights.run(["a.csv": [pupil(1, twin), pupil(2, twin)]])
    let pages = try await nights.run(["a.csv": [pupil(1, ["student_number": "7"]), pupil(2, twin)]])
    let lines = CSVRecords.read(String(decoding: pages["progress.csv"] ?? [], as: UTF8.self))
      .filter { $0["rule"] == "birth-unreadable" }
      .map { "\($0["state"] ?? "") \($0["row"] ?? "")" }
    #expect(lines == ["open 3", "mended 2"])
  }

  @Test func withAnotherSecretTheHistoryBeginsAnewAndSaysSo() async throws {
    let nights = try Nights()
    _ = try await nights.run(["a.csv": [pupil(1, wrong)]])
    #expect(try HistoryFile(folder: nights.folder.path).notice == nil)
    try NewFile.write([UInt8](repeating: 7, count: 32), to: nights.folder.path + "/history.key")
    #expect(try HistoryFile(folder: nights.folder.path).notice?.contains("begins anew") == true)
    #expect(try await nights.steps(["a.csv": [pupil(1)]]).values.allSatisfy { $0 == ["", "", ""] })
  }

  @Test func noIdentifierStandsInTheHistory() async throws {
    let nights = try Nights()
    _ = try await nights.run([
      "a.csv": [pupil(1, ["student_number": "", "birth_date": "ไม่ทราบ"])]
    ])
    let bytes = try ByteSource(path: nights.folder.path + "/history.sqlite")
    let text = String(decoding: try bytes.read(0..<bytes.count), as: UTF8.self)
    #expect(text.contains("birth-unreadable") && text.contains("students-by-school"))
    #expect(!text.contains(CheckedNumber.make(1)))
    #expect(!text.contains("ตัวอย่าง"))
  }

  @Test func aDamagedHistoryIsNamedWithWhatToDo() throws {
    let folder = try TestFolder()
    let path = folder.path + "/history.sqlite"
    try NewFile.write(Array("ไม่ใช่ฐานข้อมูล ".utf8) + [UInt8](repeating: 1, count: 4000), to: path)
    #expect {
      _ = try HistoryFile(folder: folder.path)
    } throws: { error in
      "\(error)"
        == "\(path): is no history that can be used (file is not a database); move it away to begin a new one"
    }
  }
}
