import Normalize
import Settings
import Tables
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
        try table.plan(rules: [("rule", rule)], shelf: example.shelf)
      ])
      var findings = Findings()
      _ = try await stage.run(table.raw, findings: &findings)
      #expect(findings.lines(table.schema) == example.finds, "\(example.table)")
    }
  }

  /// The example's settings with the check's name before them.
  static func rule(_ check: String, _ settings: Settings) throws -> Settings {
    let name = Settings(.word(check), at: settings.place)
    let entries = [(key: "check", keyPlace: settings.place, value: name)]
    return Settings(.map(entries + (try settings.entries)), at: settings.place)
  }
}
