import Ingest
import Pipeline
import Settings
import Tables
import TestKit
import Testing

/// Pupils by class of growth, shown on a handful of pupils and an invented table of growth.
@Suite struct GrowthCountsTests {
  /// A pupil of 120 months is 130 cm tall, ±5 cm; a boy of 119 months is taller than any here.
  private static let reference = """
    measure,sex,at,sd-3,sd-2,sd-1.5,sd0,sd+1.5,sd+2,sd+3
    height-for-age,male,119,175,180,182.5,190,197.5,200,205
    height-for-age,male,120,115,120,122.5,130,137.5,140,145
    height-for-age,female,120,115,120,122.5,130,137.5,140,145
    height-for-age,male,23,115,120,122.5,130,137.5,140,145
    height-for-age,male,24,115,120,122.5,130,137.5,140,145
    """

  /// The usual pupil is born 120 months before the day of the round, 10 June 2569.
  private struct Pupil {
    var citizen = ""
    var grade = "ป.4"
    var sex = "ช"
    var birth = "10/06/2559"
    var weight = "28"
    var height = "130"
  }

  private static let header =
    "รหัสโรงเรียน,ชื่อโรงเรียน,เลขประจำตัวประชาชน,ชั้น,เพศ,ชื่อ,นามสกุล,วันเกิด,น้ำหนัก,ส่วนสูง"

  /// The lines of the other ages, and of the heights: at every one of them a pupil weighs 28 kg, −2 at
  /// 24 kg, +2 at 34 kg and +3 at 38 kg.
  private static func table() -> String {
    let ages = (25..<119).map { "height-for-age,male,\($0),115,120,122.5,130,137.5,140,145" }
    let heights = ["male", "female"].flatMap { sex in
      stride(from: 70, through: 200, by: 2).map {
        "weight-for-height,\(sex),\($0),22,24,25,28,32.5,34,38"
      }
    }
    return ([reference] + ages + heights).joined(separator: "\n") + "\n"
  }

  /// The figures of the table `nutrition`, by row and column.
  private func figures(
    _ pupils: [Pupil], growth: String? = table()
  ) async throws -> [String: String] {
    let shelf = Shelf.files { $0 == "growth.csv" ? growth : nil }
    let text = try #require(EmbeddedFiles.text("dmc-students.yaml"))
    let plan = try Plan(
      text: text, path: "p.yaml", shelf: shelf,
      options: RunOptions(overrides: growth == nil ? [] : ["growth=growth.csv"]))
    let rows = pupils.enumerated().map { number, pupil in
      "20010001,ตัวอย่าง,\(pupil.citizen),\(pupil.grade),\(pupil.sex),คน\(number),ทดสอบ,"
        + "\(pupil.birth),\(pupil.weight),\(pupil.height)"
    }
    let list = ([Self.header] + rows).joined(separator: "\n") + "\n"
    let register = SmallOffice.register([(code: "20010001", levels: "")])
    let outcome = try await Run(plan).run([
      InputFile(path: "dmc/a.csv", dataset: "student", bytes: Array(list.utf8)),
      InputFile(path: "register/s.csv", dataset: "school", bytes: Array(register.utf8)),
    ])
    let bytes = outcome.pages.first { $0.path == "figures.csv" }?.bytes ?? []
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map { String($0) } }
    return Dictionary(
      uniqueKeysWithValues: lines.filter { $0[0] == "nutrition" }.map {
        ("\($0[1]) \($0[2])", $0[3])
      }
    )
  }

  private static let heights: [(height: String, class: String)] = [
    ("119.99", "short"), ("120", "rather-short"), ("122.49", "rather-short"), ("122.5", "usual"),
    ("137.5", "usual"), ("137.51", "rather-tall"), ("140", "rather-tall"), ("140.01", "tall"),
    // −6 and +6 can be, what lies beyond is a mistake.
    ("100", "short"), ("99.99", "not-assessed"), ("160", "tall"), ("160.01", "not-assessed"),
  ]

  @Test(arguments: heights) func aHeightOnALineBelongsToTheMiddle(
    height: String, class: String
  ) async throws {
    let figures = try await figures([Pupil(height: height)])
    #expect(figures["height-for-age/\(`class`) all"] == "1")
    #expect(figures["height-for-age/not-assessed all"] == (`class` == "not-assessed" ? "1" : "0"))
  }

  private static let weights: [(weight: String, class: String)] = [
    ("23.99", "thin"), ("24", "rather-thin"), ("25", "well-proportioned"),
    ("32.5", "well-proportioned"), ("32.51", "stout"), ("34", "stout"), ("34.01", "overweight"),
    ("38", "overweight"), ("38.01", "obese"), ("46.01", "not-assessed"),
  ]

  @Test(arguments: weights) func aWeightOnALineBelongsToTheMiddle(
    weight: String, class: String
  ) async throws {
    let figures = try await figures([Pupil(weight: weight)])
    #expect(figures["weight-for-height/\(`class`) all"] == "1")
  }

  @Test func anAgeTurnsOnTheDayOfTheRound() async throws {
    // Born a day later, the pupil of 130 cm is 119 months old and stands 12 below the middle: no child.
    let turned = try await figures([Pupil(), Pupil(birth: "11/06/2559")])
    #expect(turned["height-for-age/usual all"] == "1")
    #expect(turned["height-for-age/not-assessed all"] == "1")
    #expect(turned["measuring/complete all"] == "2")
  }

  @Test func nobodyBelow24MonthsIsAssessed() async throws {
    let figures = try await figures([Pupil(birth: "10/06/2567"), Pupil(birth: "11/06/2567")])
    #expect(figures["height-for-age/usual all"] == "1")
    #expect(figures["height-for-age/not-assessed all"] == "1")
    #expect(figures["measuring/too-young all"] == "1")
    #expect(figures["weight-for-height/assessed all"] == "1")
  }

  @Test func partsAreJoinedByTheFirstClassThatFits() async throws {
    let figures = try await figures([
      Pupil(), Pupil(weight: "22"), Pupil(height: "115"), Pupil(weight: "22", height: "115"),
      Pupil(weight: "39", height: "115"), Pupil(weight: "36"), Pupil(height: "122"),
      Pupil(weight: "33"), Pupil(height: "141"),
    ])
    let malnutrition = ["thin-and-short", "obese-and-short", "thin", "short", "obese", "none"]
    #expect(
      malnutrition.map { figures["malnutrition/\($0) all"] } == ["1", "1", "1", "1", "1", "4"])
    // Of the four without malnutrition one is rather short and one is stout.
    #expect(figures["tall-and-well/both all"] == "2")
  }

  @Test func aFurtherRegistrationIsNotCountedAndItsLevelIsKept() async throws {
    let figures = try await figures([
      Pupil(citizen: "1100000000016"), Pupil(citizen: "1100000000016"), Pupil(grade: "อ.2"),
      Pupil(grade: "ม.9"),
    ])
    #expect(figures["total all"] == "3")
    #expect(figures["height-for-age/usual all"] == "3")
    #expect(
      ["pre-primary", "primary", "unknown"].map { figures["height-for-age/usual \($0)"] }
        == ["1", "1", "1"])
  }

  @Test func withoutATableTheClassesAreNotComputedAndNotZero() async throws {
    let pupils = [Pupil(), Pupil(weight: "0"), Pupil(height: "20"), Pupil(sex: "?")]
    let figures = try await figures(pupils, growth: nil)
    #expect(figures["height-for-age/short all"] == "not computed")
    #expect(figures["tall-and-well/both share"] == "not computed")
    #expect(figures["malnutrition/not-assessed all"] == "not computed")
    #expect(figures["total all"] == "4")
    let states = ["complete", "missing", "implausible", "unknown", "too-young"]
    #expect(states.map { figures["measuring/\($0) all"] } == ["1", "1", "1", "1", "0"])
  }

  @Test func whatATableLacksIsNotComputedAlone() async throws {
    // The table of these tests has no weight for age.
    let figures = try await figures([Pupil()])
    #expect(figures["weight-for-age/usual all"] == "not computed")
    #expect(figures["height-for-age/usual all"] == "1")
    #expect(figures["height-for-age/short all"] == "0")
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func everyPartAddsUpToAllPupils(_ seed: UInt64) async throws {
    var random = SeededGenerator(seed)
    func any(_ words: [String]) -> String { words.randomElement(using: &random) ?? "" }
    let pupils = (0..<200).map { _ in
      Pupil(
        grade: any(["อ.1", "ป.4", "ม.2", "ม.9", ""]), sex: any(["ช", "ช", "ญ", "?"]),
        birth: any(["10/06/2559", "11/06/2559", "10/06/2567", "1/1/2568", "", "1/1/2570", "x"]),
        weight: any(["28", "20", "24", "33", "36", "60", "0", "", "7", "ก", "999999999999"]),
        height: any(["130", "115", "120", "141", "20", "", "99.99", "69.9", "205", "1e9"]))
    }
    let figures = try await figures(pupils)
    let rows = Set(figures.keys.compactMap { $0.split(separator: " ").first.map { String($0) } })
    let columns = ["pre-primary", "primary", "lower-secondary", "unknown", "all"]
    for part in [
      "measuring", "height-for-age", "weight-for-height", "malnutrition", "tall-and-well",
    ] {
      let own = rows.filter { $0.hasPrefix("\(part)/") && !$0.hasSuffix("/assessed") }
      for column in columns {
        let sum = own.reduce(0) { $0 + (Int(figures["\($1) \(column)"] ?? "") ?? 0) }
        #expect(sum == Int(figures["total \(column)"] ?? ""), "\(part) \(column)")
      }
    }
    #expect(figures["total all"] == "200")
  }
}
