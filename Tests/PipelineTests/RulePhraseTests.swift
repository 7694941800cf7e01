import Pipeline
import Tables
import TestKit
import Testing

/// What a check finds is said in words, and in the language of the run.
@Suite struct RulePhraseTests {
  @Test(arguments: [
    (
      "th", "สมมุติ2",
      "ชื่อหรือนามสกุล 'ส…' น่าจะพิมพ์ผิด: มีตัวเลข ให้ตรวจกับทะเบียนบ้านแล้วแก้ไขใน DMC"
    ),
    (
      "en", "สมมุtติ",
      "The name 'ส…' seems to be mistyped: Latin letters stand among Thai ones. Compare it with the house register and correct it in DMC."
    ),
  ])
  func aDefectIsCalledByItsPhrase(_ language: String, name: String, message: String) async throws {
    let run = try await CaseRun(
      pipeline: "dmc-students", overrides: ["render.language=\(language)"],
      files: [
        ("dmc/a.csv", Array(SmallOffice.list([["first_name": name]]).utf8)),
        ("register/s.csv", Array(SmallOffice.register([("20010001", "")]).utf8)),
      ])
    let told = run.records("findings.csv").filter { $0["rule"] == "name-miswritten" }
    #expect(told.map { $0["message"] } == [message])
  }

  @Test func everyDefectOfARuleHasItsPhrase() throws {
    let entries = try RuleCatalog(CaseRun.shelf).entries.filter { $0.kind?.name == "text-defects" }
    #expect(entries.count > 2)
    for entry in entries {
      let defects =
        entry.settings.first { $0.key == "defects" }?.value
        .split(whereSeparator: { "[], ".contains($0) }).map { String($0) } ?? []
      #expect(Set(defects) == Set(entry.rule.phrases.keys), "\(entry.rule.code)")
    }
  }
}
