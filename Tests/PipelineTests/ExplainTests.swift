import Ingest
import Pipeline
import Settings
import Tables
import TestKit
import Testing

/// Two rows of the synthetic office, and why they are one child or not.
@Suite struct ExplainTests {
  private static let twice = [
    "dmc/2569-1-student-20010001.xlsx:28", "dmc/2569-1-student-20010005-20010006.csv:13",
  ]
  private static let collision = [
    "dmc/2569-1-student-20010005-20010006.csv:5", "dmc/2569-1-student-20010005-20010006.csv:145",
  ]
  private static let strangers = [
    "dmc/2569-1-student-20010003.csv:4", "dmc/2569-1-student-20010004.csv:9",
  ]

  private static func explain(
    _ rows: [String], _ overrides: [String] = [], files: [(path: String, bytes: [UInt8])]? = nil
  ) async throws -> Explanation {
    let plan = try CaseRun.plan(overrides: overrides)
    let inputs = files?.flatMap { path, bytes in
      plan.datasets.filter { $0.takes(path) }.map {
        InputFile(path: path, dataset: $0.name, bytes: bytes)
      }
    }
    return try await Explainer(plan, words: plan.explanationWords).explain(
      inputs ?? CaseRun.files("office", of: plan), rows[0], rows[1])
  }

  /// The weights of a text, its sum last, in hundredths.
  private static func weights(_ text: String) -> [Int] {
    text.split(separator: "\n").compactMap { line in
      line.split(separator: " ").compactMap { word -> Int? in
        guard let sign = word.first, "+-".contains(sign), word.contains("."),
          line.hasPrefix("  ")
        else { return nil }
        return Int(word.split(separator: ".").joined())
      }.last
    }
  }

  @Test(arguments: [twice, collision, strangers], [Language.thai, .english])
  func printedWeightsAddUpToThePrintedSum(_ rows: [String], _ language: Language) async throws {
    let explanation = try await Self.explain(rows, ["render.language=\(language.rawValue)"])
    let weights = Self.weights(ExplanationText.text(explanation))
    #expect(weights.count > 5)
    #expect(weights.dropLast().reduce(0, +) == weights.last)
  }

  @Test func theScoreIsTheSumOfPriorPointsAndRarities() async throws {
    for rows in [Self.twice, Self.collision, Self.strangers] {
      let json = ExplanationJSON.document(try await Self.explain(rows))
      let items = json["items"]?.items ?? []
      let sum = items.reduce(json["prior"]?.number ?? 0) {
        $0 + ($1["points"]?.number ?? 0) + ($1["rarity"]?.number ?? 0)
      }
      #expect(items.count == 11)
      #expect(sum == json["sum"]?.number)
    }
  }

  @Test func aChildWithACodeAndANumberIsToldAsOne() async throws {
    let text = ExplanationText.text(try await Self.explain(Self.twice))
    #expect(text.hasSuffix("อยู่ในกลุ่มเดียวกัน: นับเป็นเด็กคนเดียว\n"))
    #expect(text.contains("ไม่มีผล: เลขประจำตัว (รายหนึ่งเป็นรหัส G อีกรายเป็นเลข 13 หลัก)\n"))
    #expect(text.contains("given-birth (ชื่อ + วันเกิด)"))
  }

  @Test func aGuardIsTheReasonOfACollision() async throws {
    let explanation = try await Self.explain(Self.collision, ["render.language=en"])
    let json = ExplanationJSON.document(explanation)
    #expect(json["apart"]?.text == "collision")
    #expect(json["outcome"]?.text == "apart")
    #expect(
      ExplanationText.text(explanation).hasSuffix(
        "Not joined: one number, but another given name and another birth date\n"))
  }

  @Test func rowsWithoutACommonKeyWereNeverCompared() async throws {
    let explanation = try await Self.explain(
      Self.strangers, ["render.language=en", "deduplicate.student.model=matching/student.yaml"])
    let json = ExplanationJSON.document(explanation)
    #expect(json["compared"]?.flag == false)
    #expect(json["keys"]?.items.isEmpty == true)
    #expect(
      ExplanationText.text(explanation).contains(
        "\nNo key in common, so nothing proposed to compare them.\n"))
  }

  @Test func theOrderOfTheRowsChangesNoWeight() async throws {
    let one = ExplanationJSON.document(try await Self.explain(Self.twice))
    let other = ExplanationJSON.document(try await Self.explain(Self.twice.reversed()))
    #expect(one["items"]?.document == other["items"]?.document)
    #expect(one["columns"]?["grade"]?["left"]?.text == other["columns"]?["grade"]?["right"]?.text)
  }

  @Test func onlyAnOfficerSeesNamesAndNumbers() async throws {
    let masked = ExplanationText.text(try await Self.explain(Self.collision))
    let open = ExplanationText.text(
      try await Self.explain(Self.collision, ["render.audience=officer"]))
    #expect(open.contains("1990774264225") && open.contains("มณีรัตน์") && open.contains("04/01/2566"))
    #expect(masked.contains("x-xxxx-xxxx4-22-5"))
    #expect(!masked.contains("1990774264225") && !masked.contains("มณีรัตน์"))
    #expect(!masked.contains("4/1/2566") && !masked.contains("2023-01-04"))
  }

  // MARK: What cannot be explained

  private static let list = SmallOffice.list([
    ["citizen_id": "1100000000016"],
    ["school_code": "", "citizen_id": "", "first_name": "", "last_name": "", "student_number": ""],
    ["citizen_id": "1100000000032", "first_name": "อื่น"],
  ])

  private static let small: [(path: String, bytes: [UInt8])] = [
    ("dmc/a.csv", Array(list.utf8)), ("dmc/b.xlsx", Array("PK".utf8)),
    ("register/s.csv", Array(SmallOffice.register([("20010001", "")]).utf8)),
  ]

  @Test(arguments: [
    (
      ["dmc/a.csv", "dmc/a.csv:4"],
      "'dmc/a.csv': a row is named FILE:ROW or FILE#SHEET:ROW, such as dmc/list.xlsx#Sheet1:12",
      true
    ),
    (
      ["dmc/a.csv:0", "dmc/a.csv:4"],
      "'dmc/a.csv:0': a row is named FILE:ROW or FILE#SHEET:ROW, such as dmc/list.xlsx#Sheet1:12",
      true
    ),
    (["dmc/a.csv:2", "dmc/a.csv:2"], "name two different rows", true),
    (["dmc/none.csv:2", "dmc/a.csv:2"], "'dmc/none.csv:2': the pipeline takes no such file", true),
    (
      ["dmc/a.csv:2", "dmc/a.csv:1"],
      "'dmc/a.csv:1': there is no data in this row (a header, a blank or a total row, or past the end)",
      true
    ),
    (
      ["dmc/a.csv:2", "dmc/a.csv:99"],
      "'dmc/a.csv:99': there is no data in this row (a header, a blank or a total row, or past the end)",
      true
    ),
    (
      ["dmc/a.csv#Sheet1:2", "dmc/a.csv:4"],
      "'dmc/a.csv#Sheet1:2': there is no such sheet; there are ", true
    ),
    (
      ["dmc/a.csv:2", "register/s.csv:2"],
      "'register/s.csv:2' is of the dataset school, whose rows are not compared with the other one",
      true
    ),
    (["dmc/b.xlsx:2", "dmc/a.csv:2"], "'dmc/b.xlsx:2': the file could not be used: ", false),
    (
      ["dmc/a.csv:3", "dmc/a.csv:2"],
      "'dmc/a.csv:3': the row is in quarantine and is not compared: ", false
    ),
  ])
  func aRowThatCannotBeExplainedIsRefusedWithItsReason(
    _ rows: [String], _ message: String, isWrongCommand: Bool
  ) async throws {
    let refusal = await #expect(throws: Explainer.Refusal.self) {
      try await Self.explain(rows, ["render.language=en"], files: Self.small)
    }
    let told = try #require(refusal)
    #expect(message.hasSuffix(" ") ? told.message.hasPrefix(message) : told.message == message)
    #expect(told.message != message || !message.hasSuffix(": "))
    #expect(told.isWrongCommand == isWrongCommand)
  }
}

extension JSON {
  fileprivate subscript(_ key: String) -> JSON? {
    guard case .object(let entries) = self else { return nil }
    return entries.first { $0.0 == key }?.1
  }
  fileprivate var items: [JSON] { if case .list(let items) = self { items } else { [] } }
  fileprivate var number: Int? { if case .number(let number) = self { number } else { nil } }
  fileprivate var text: String? { if case .text(let text) = self { text } else { nil } }
  fileprivate var flag: Bool? { if case .flag(let flag) = self { flag } else { nil } }
}
