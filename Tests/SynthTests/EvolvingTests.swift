import Foundation
import Synth
import Testing

@Suite struct EvolvingTests {
  private static let settings = Result { try SynthSettings(schools: 40, students: 6000, seed: 3) }
  private static let made = Result {
    try EvolvingRounds("2568/1,2568/2,2569/1", settings.get())
  }

  private let rounds: EvolvingRounds

  init() throws { rounds = try Self.made.get() }

  @Test func everyRoundHasListsOfAllSchoolsAndTheRegister() throws {
    for folder in ["2568-1", "2568-2", "2569-1"] {
      let names = rounds.files.keys.filter { $0.hasPrefix("\(folder)/input/") }
      #expect(names.contains("\(folder)/input/register/schools.csv"))
      let suffixes = Set(names.map { $0.split(separator: ".").last ?? "" })
      #expect(suffixes == ["csv", "txt", "xls", "xlsx"])
      let schools = Set(
        rounds.people.filter { $0["round"] == folder.replacing("-", with: "/") }.map {
          $0["school"]
        })
      #expect(schools.count == 40)
    }
    let registers = Set(
      rounds.files.filter { $0.key.hasSuffix("schools.csv") }.map { $0.value })
    #expect(registers.count == 1)
  }

  @Test(.enabled(if: Python.path != nil, "python3 is not installed"))
  func aSecondOpinionFindsTheSameMovementsInTheLists() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("krong-evolving-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try rounds.write(to: folder)
    let script = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("recount/movements.py").path
    let found = try Python.result(["-B", script, folder.path])
    #expect(found.code == 0)
    let children = TextTable(Array(found.output.utf8)).rows.compactMap { Int($0[4]) }
    #expect(children.reduce(0, +) == rounds.movements.count)
  }

  @Test(arguments: [
    ("2568/1", "movement", "moved", 70...115), ("2568/1", "movement", "joined", 30...70),
    ("2568/1", "movement", "left", 30...70), ("2568/1", "movement", "graduated", 0...0),
    ("2568/1", "step", "other", 0...0), ("2568/1", "step", "promoted", 0...0),
    ("2568/1", "identity", "g-code-to-number", 1...12),
    ("2568/1", "identity", "number-changed", 1...15),
    ("2568/1", "identity", "given-name-changed", 8...30),
    ("2568/1", "identity", "surname-changed", 8...30),
    ("2568/2", "movement", "moved", 250...500), ("2568/2", "movement", "joined", 500...800),
    ("2568/2", "movement", "left", 60...120), ("2568/2", "movement", "graduated", 350...650),
    ("2568/2", "step", "repeated", 35...75), ("2568/2", "step", "other", 4...22),
    ("2568/2", "step", "same", 0...0),
    ("2568/2", "identity", "g-code-to-number", 1...20),
  ])
  func everyMovementIsAsFrequentAsItShouldBe(
    from: String, column: String, word: String, range: ClosedRange<Int>
  ) {
    let count = rounds.count(word, in: column, from: from)
    #expect(range ~= count, "\(count)")
  }

  @Test func aGradeRisesByOneUnlessTheTruthSaysOtherwise() {
    let both = rounds.movements.filter { $0["from"] == "2568/2" && $0["step"] != "" }
    let promoted = both.count { $0["step"] == "promoted" }
    #expect(promoted * 100 > both.count * 98)
    let last = both.filter { $0["grade_from"] == "ม.6" }
    #expect(last.allSatisfy { $0["step"] == "repeated" || $0["grade_to"] == "ม.5" })
  }

  @Test func whoseSchoolEndsGoesToAnotherOrGraduates() {
    let ending = rounds.movements.filter {
      $0["from"] == "2568/2" && $0["school_from"] == "20010002" && $0["grade_from"] == "ป.6"
        && $0["step"] != "repeated"
    }
    let said = Set(ending.map { $0["movement"] })
    #expect(said == ["moved", "graduated"])
  }

  @Test(arguments: ["2568/1", "2568/2", "2569/1"])
  func someAreRegisteredTwiceAndNobodyMoreOften(round: String) {
    let rows = Dictionary(grouping: rounds.people.filter { $0["round"] == round }) { $0["person"] }
    #expect(
      rows.values.allSatisfy { $0.count <= 2 && Set($0.map { $0["school"] }).count == $0.count })
    #expect(15...50 ~= rows.values.count { $0.count == 2 })
  }

  @Test(arguments: ["2568/2", "2569/1"])
  func atTheSameSchoolTheNumberStaysAndTheBodyGrows(later: String) throws {
    let before = Dictionary(
      uniqueKeysWithValues: try readable("2568/1").map { ([$0.person, $0[.schoolCode]], $0) })
    var stayed = 0
    // A registration that a school still has of a pupil who moved is not weighed again.
    for new in try readable(later) where !rounds.isTwice(new.person, in: later) {
      guard let old = before[[new.person, new[.schoolCode]]] else { continue }
      stayed += 1
      #expect(new[.studentNumber] == old[.studentNumber])
      for column in [StudentColumn.weight, .height] {
        #expect(try #require(Double(new[column])) > #require(Double(old[column])))
      }
    }
    #expect(stayed > 1000)
  }

  @Test func aMovedPupilGetsANumberOfTheNewSchool() throws {
    let (before, after) = (try readable("2568/1"), try readable("2569/1"))
    let moved = before.compactMap { old in
      after.first { $0.person == old.person && $0[.schoolCode] != old[.schoolCode] }
        .map { (old, $0) }
    }
    #expect(!moved.isEmpty)
    for (old, new) in moved {
      #expect(new[.studentNumber] != old[.studentNumber])
      #expect(new[.birthDate] == old[.birthDate])
    }
  }

  @Test(arguments: ["2568/1", "2568/2", "2569/1"])
  func noTwoChildrenHaveOneNumber(round: String) throws {
    let rows = Dictionary(grouping: try readable(round)) { $0[.citizenID] }
    #expect(rows.count > 1000)
    #expect(rows.values.allSatisfy { rows in Set(rows.map { $0.person }).count == 1 })
  }

  @Test func someNamesakesAreNoRelatives() throws {
    let rows = Dictionary(grouping: try readable("2568/1")) { [$0[.firstName], $0[.lastName]] }
    let namesakes = rows.values.filter { rows in
      Set(rows.map { $0.person }).count > 1 && Set(rows.map { $0[.houseNumber] }).count > 1
    }
    #expect(!namesakes.isEmpty)
  }

  @Test func theSameSettingsGiveTheSameBytes() throws {
    let again = try EvolvingRounds("2568/1,2568/2,2569/1", Self.settings.get())
    let isSame = again.files == rounds.files
    #expect(isSame)
    let other = try EvolvingRounds(
      "2568/1,2568/2,2569/1", SynthSettings(schools: 40, students: 6000, seed: 4))
    let isOther = other.files["truth/movements.csv"] != rounds.files["truth/movements.csv"]
    #expect(isOther)
  }

  @Test func aRoundHoldsTheSameWhicheverOthersAreWritten() throws {
    let fewer = try EvolvingRounds("2568/1,2569/1", Self.settings.get())
    for (path, bytes) in fewer.files where !path.hasPrefix("truth/") {
      let isSame = rounds.files[path] == bytes
      #expect(isSame, "\(path)")
    }
    #expect(fewer.count("same", in: "step", from: "2568/1") == 0)
    #expect(fewer.count("promoted", in: "step", from: "2568/1") > 4500)
  }

  @Test func aCleanOfficeListsNobodyTwice() throws {
    let clean = try EvolvingRounds(
      "2569/1,2569/2", SynthSettings(schools: 8, students: 800, isClean: true))
    #expect(Set(clean.people.map { [$0["round"], $0["person"]] }).count == clean.people.count)
    #expect(clean.count("number-changed", in: "identity", from: "2569/1") == 0)
  }

  @Test func aSchoolAloneEvolvesToo() throws {
    let alone = try EvolvingRounds("2568/1,2569/1,2569/2", SynthSettings(schools: 1, students: 8))
    #expect(alone.movements.allSatisfy { $0["movement"] != "moved" })
    #expect(alone.count("promoted", in: "step", from: "2568/1") > 0)
  }

  /// The rows of the lists that are plain UTF-8 with commas.
  private func readable(_ round: String) throws -> [EvolvingRounds.Pupil] {
    let schools = [
      "20010004", "20010005-20010006", "20010015", "20010016-20010017", "20010026",
      "20010027-20010028", "20010037", "20010038-20010039",
    ]
    return try schools.flatMap { try rounds.pupils(of: round, inFile: $0) }
  }
}
