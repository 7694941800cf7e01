import Ingest
import Pipeline
import Settings
import Tables
import TestKit
import Testing

/// Weights and heights that are hardly possible, told with a table of growth and not without one.
@Suite struct GrowthRuleTests {
  private static let list = """
    รหัสโรงเรียน,ชื่อโรงเรียน,เลขประจำตัวประชาชน,ชั้น,เพศ,ชื่อ,นามสกุล,วันเกิด,น้ำหนัก,ส่วนสูง
    20010001,ตัวอย่าง,,ป.3,ช,หนึ่ง,ทดสอบ,05/11/2560,25,165
    20010001,ตัวอย่าง,,ป.3,ช,สอง,ทดสอบ,05/11/2560,60,128
    20010001,ตัวอย่าง,,ป.3,ญ,สาม,ทดสอบ,05/11/2560,46.5,125
    20010001,ตัวอย่าง,,ป.3,ญ,สี่,ทดสอบ,05/11/2560,26,127
    """

  private func messages(_ overrides: [String]) async throws -> [String] {
    let plan = try CaseRun.plan(
      overrides: overrides + ["render.language=en", "render.audience=officer"])
    let outcome = try await Run(plan).run([
      InputFile(path: "dmc/a.csv", dataset: "student", bytes: Array(Self.list.utf8))
    ])
    let bytes = outcome.pages.first { $0.path == "findings.csv" }?.bytes ?? []
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { String($0) }
      .filter { $0.contains("-outlier,") }
  }

  // At 103 months the invented boy is 128.5 cm tall, ±5 cm, and weighs 26.75 kg, −3 kg and +5 kg; the invented
  // girl of 125 cm weighs 25 kg, −2 kg and +4 kg.
  @Test func aNumberIsToldWithWhatIsUsual() async throws {
    #expect(
      try await messages(["growth=growth/example.csv"]) == [
        "height-for-age-outlier,warning,dmc/a.csv,,2,height,20010001,165,\"The height of 165 cm is hardly "
          + "possible at this sex and age, of whom nearly all are 113.5–143.5 cm tall. Measure the pupil again, "
          + "check the birth date and the sex too, and correct what is wrong.\"",
        "weight-for-age-outlier,warning,dmc/a.csv,,3,weight,20010001,60,\"The weight of 60 kg is hardly "
          + "possible at this sex and age, of whom nearly all weigh 17.8–41.8 kg. Weigh the pupil again, check the "
          + "birth date and the sex too, and correct what is wrong.\"",
        "weight-for-height-outlier,warning,dmc/a.csv,,4,weight,20010001,46.5,\"The weight of 46.5 kg is hardly "
          + "possible beside this height, at which nearly all of this sex weigh 19–37 kg. Weigh and measure the "
          + "pupil again and correct what is wrong.\"",
      ])
  }

  @Test(arguments: [[], ["growth="]]) func withoutATableNothingIsTold(_ overrides: [String])
    async throws
  {
    #expect(try await messages(overrides) == [])
  }

  @Test(arguments: [
    (
      "growth/exmple.csv",
      "there is no file 'growth/exmple.csv'; did you mean 'growth/example.csv'?"
    ),
    ("codes/sex.csv", "codes/sex.csv:1:1: error: the header lacks the column 'measure'"),
    ("[a, b]", "expected a word, found a list"),
  ])
  func aTableThatCannotBeReadIsTold(_ value: String, _ message: String) {
    let error = #expect(throws: SettingsErrors.self) {
      try CaseRun.plan(overrides: ["growth=\(value)"])
    }
    #expect(error?.all.count == 1)
    #expect(error?.description.hasSuffix(message) == true, "\(String(describing: error))")
  }
}
