import Normalize
import Settings
import Tables
import TestKit
import Testing

/// Every check finds what its examples say, and nothing else.
struct CheckTests {
  static let names = allChecks.map { $0.name }

  @Test func theListNamesEveryFileOfTheFolder() throws {
    let types = allChecks.map { "\($0)" }
    #expect(types.sorted() == (try RoomFolder.files("Checks")))
    #expect(Set(Self.names).count == Self.names.count)
    #expect(NormalizeStage.checkNames == Self.names)
  }

  @Test(arguments: names) func findsWhatItsExamplesSay(_ name: String) async throws {
    let type = try #require(allChecks.first { $0.name == name })
    #expect(!type.summary.isEmpty && type.examples.contains { !$0.finds.isEmpty })
    for example in type.examples {
      let table = try ExampleTable(example.table, stamp: example.stamp)
      let rule = try Self.rule(name, example.settings)
      let stage = NormalizeStage([
        try table.plan(rules: [("rule", rule)], shelf: example.shelf, growth: example.growth)
      ])
      var findings = Findings()
      _ = try await stage.run(table.raw, findings: &findings)
      #expect(findings.lines(table.schema) == example.finds, "\(example.table)")
    }
  }

  @Test(arguments: [1, 2]) func ofTenLastDigitsOneChecks(_ seed: UInt64) async throws {
    var random = ThaiText(seed: seed)
    let heads = (0..<50).map { _ in (0..<12).map { _ in random.below(10) } }
    let numbers = heads.flatMap { head in (0..<10).map { head + [$0] } }
    let rows = numbers.map { $0.map { "\($0)" }.joined() }
    let table = try ExampleTable("id:identifier\n" + rows.joined(separator: "\n"))
    let rule = Settings.map(["check": "check-digit", "column": "id"])
    var findings = Findings()
    let stage = NormalizeStage([try table.plan(rules: [("rule", rule)])])
    _ = try await stage.run(table.raw, findings: &findings)
    // The formula as it is published, digit by digit.
    let wrong = numbers.indices.filter { row in
      let sum = (0..<12).reduce(0) { $0 + numbers[row][$1] * (13 - $1) }
      return (11 - sum % 11) % 10 != numbers[row][12]
    }
    #expect(wrong.count == 450)
    #expect(findings.lines(table.schema) == wrong.map { "\($0 + 1):id" })
  }

  /// The example's settings with the check's name before them.
  static func rule(_ check: String, _ settings: Settings) throws -> Settings {
    let name = Settings(.word(check), at: settings.place)
    let entries = [(key: "check", keyPlace: settings.place, value: name)]
    return Settings(.map(entries + (try settings.entries)), at: settings.place)
  }
}
