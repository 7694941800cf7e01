import Pipeline
import Settings
import Tables
import TestKit
import Testing

/// What `krong rules` says.
@Suite struct RuleListTests {
  private func words(_ language: Language) throws -> RuleWords {
    try RuleWords(CaseRun.shelf, language: language)
  }

  @Test func theReferenceInTheDocumentsIsWhatTheCommandPrints() throws {
    let text = try RuleReference(words(.english)).text(RuleCatalog(CaseRun.shelf).entries)
    let isSame = text == (try ProjectFiles.text("docs/rules.md"))
    #expect(isSame, "make it again: krong rules --markdown --language en > docs/rules.md")
  }

  @Test func aRuleIsListedWithEverythingThatItsFileSays() throws {
    let catalog = try RuleCatalog(CaseRun.shelf, files: ["rules/dmc/student.yaml"])
    let text = RuleText(try words(.english)).list(catalog.entries)
    #expect(
      text.contains(
        """
          weight-range · warning · counts: pupils · on · range
            Weight implausible
            The weight of {value} kg lies outside {0}–{1} kg. Weigh the pupil again or correct it.
            settings: column: weight, from: 8, to: 150, unless: weight-height-swapped
            source: ข้อสันนิษฐาน ปรับได้ / assumption, adjustable

        """))
    #expect(
      text.hasPrefix(
        "rules/dmc/student.yaml\n  row-unplaced · error · counts: rows · on · unplaced\n"))
  }

  @Test func aRuleIsExplainedWithItsExamples() throws {
    let catalog = try RuleCatalog(CaseRun.shelf)
    let code = Settings(.word("room-gap"), at: Place(file: "krong rules"))
    let entry = try #require(catalog.entries(of: code).first)
    let text = RuleText(try words(.thai)).explanation(entry)
    #expect(text.hasPrefix("room-gap · คำเตือน · นับเป็น: โรงเรียน · เปิดใช้ · room-gap\n  เลขห้องข้าม\n"))
    #expect(
      text.contains("  ใช้ใน: dmc-students-long.yaml (student), dmc-students.yaml (student)\n"))
    #expect(
      text.hasSuffix(
        """
          ตัวอย่างที่พบ:
            - room '1'
              room '3'
          ตัวอย่างที่ผ่าน:
            - room '1'
              room '2'

        """))
  }

  @Test func anUnknownCodeIsToldWithTheLikelyOne() throws {
    let catalog = try RuleCatalog(CaseRun.shelf)
    let code = Settings(.word("room-gab"), at: Place(file: "krong rules"))
    let error = #expect(throws: SettingsError.self) { try catalog.entries(of: code) }
    #expect(
      "\(try #require(error))"
        == "krong rules:1:1: error: unknown rule 'room-gab'; did you mean 'room-gap'?")
  }

  @Test func everyRuleOfEveryFileIsListed() throws {
    let entries = try RuleCatalog(CaseRun.shelf).entries
    let files = try ProjectFiles.files(below: "pipelines/rules").map { "rules/" + $0 }
    #expect(Set(entries.map { $0.place.file }) == Set(files))
    #expect(entries.allSatisfy { !$0.uses.isEmpty && $0.kind?.summary != "" })
  }
}
