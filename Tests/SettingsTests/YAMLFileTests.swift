import Pipeline
import Settings
import Testing

@Suite struct YAMLFileTests {
  private func mistake(_ yaml: String, _ body: (Settings) throws -> Void = { _ in }) -> String {
    do {
      try body(YAMLFile.settings(yaml, file: "a.yaml"))
      return "none"
    } catch {
      return "\(error)"
    }
  }

  @Test func valuesKnowTheirPlaces() throws {
    let settings = try YAMLFile.settings("a:\n  b: [x, y]\n", file: "a.yaml")
    let list = try settings.required("a").required("b")
    #expect(list.items[1].place.description == "a.yaml:2:10")
    #expect(try list.words == ["x", "y"])
  }

  @Test func aMisspeltKeyIsRefusedWithTheLikelyOne() {
    let told = mistake("ingest: 1\nrendr: 2\n") { try $0.allow(only: ["ingest", "render"]) }
    #expect(told == "a.yaml:2:1: error: unknown key 'rendr'; did you mean 'render'?")
  }

  @Test func aMissingKeyIsNamed() {
    #expect(mistake("a: 1") { _ = try $0.required("b") } == "a.yaml:1:1: error: missing key 'b'")
  }

  @Test func aWrongKindIsNamedWithWhatIsThere() {
    let told = mistake("a: many") { _ = try $0.required("a").number }
    #expect(told == "a.yaml:1:4: error: expected a whole number, found 'many'")
  }

  @Test func brokenYAMLIsToldWithItsPlace() {
    #expect(mistake("a: [1, 2").hasPrefix("a.yaml:2:1: error: not valid YAML:"))
  }

  @Test func aKeyThatStandsTwiceIsRefused() {
    #expect(mistake("a: 1\na: 2\n").contains("the key 'a' stands twice in one map"))
  }

  @Test func repeatedAliasesCannotFillTheMemory() {
    let lines = (1...9).map {
      "a\($0): &a\($0) [*a\($0 - 1),*a\($0 - 1),*a\($0 - 1),*a\($0 - 1),*a\($0 - 1),*a\($0 - 1),*a\($0 - 1),*a\($0 - 1)]"
    }
    let told = mistake("a0: &a0 [x,x,x,x,x,x,x,x]\n" + lines.joined(separator: "\n"))
    #expect(told.contains("too many values for a file of settings"))
  }
}
