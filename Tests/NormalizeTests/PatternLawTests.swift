import Normalize
import Settings
import Tables
import TestKit
import Testing

/// A pattern means what the same regular expression means to Swift, for which it is no danger here.
struct PatternLawTests {
  @Test(arguments: [1, 2, 3, 4] as [UInt64]) func fitsWhatARegexFits(_ seed: UInt64) async throws {
    var random = ThaiText(seed: seed)
    for _ in 0..<60 {
      let pattern = Self.pattern(&random, depth: 3)
      let values = (0..<40).map { _ in
        (0...random.below(6)).map { _ in ["a", "b", "ก", "\u{0E34}"][random.below(4)] }.joined()
      }
      // Swift refuses a vowel that would sit upon a bracket.
      let escaped = pattern.unicodeScalars.map { $0 == "\u{0E34}" ? "\\u{0E34}" : String($0) }
      let regex = try Regex(escaped.joined()).matchingSemantics(.unicodeScalar)
      let wrong = values.indices.filter { (try? regex.wholeMatch(in: values[$0])) ?? nil == nil }
      let found = try await Self.found(pattern, values)
      #expect(found == wrong.map { "\($0 + 1):name" }, "\(pattern) \(values)")
    }
  }

  private static func pattern(_ random: inout ThaiText, depth: Int) -> String {
    switch random.below(depth > 0 ? 8 : 3) {
    case 0: return ["a", "b", "ก", "\u{0E34}"][random.below(4)]
    case 1: return "[^a]"
    case 2: return "[a-bก]"
    case 3: return "(\(pattern(&random, depth: depth - 1))|\(pattern(&random, depth: depth - 1)))"
    case 4: return "(\(pattern(&random, depth: depth - 1)))*"
    case 5: return "(\(pattern(&random, depth: depth - 1)))?"
    case 6: return "(\(pattern(&random, depth: depth - 1))){1,2}"
    default: return pattern(&random, depth: depth - 1) + pattern(&random, depth: depth - 1)
    }
  }

  private static func found(_ pattern: String, _ values: [String]) async throws -> [String] {
    let table = try ExampleTable("name\n" + values.joined(separator: "\n"))
    let rule = Settings.map([
      "column": "name", "pattern": Settings(.word(pattern), at: Place(file: "example")),
    ])
    let stage = NormalizeStage([
      try table.plan(rules: [("rule", try CheckTests.rule("pattern", rule))])
    ])
    var findings = Findings()
    _ = try await stage.run(table.raw, findings: &findings)
    return findings.lines(table.schema)
  }
}
