import Pipeline
import Settings
import Tables
import TestKit
import Testing

/// The examples beside every rule hold, through the cleaners and checks of a real run.
@Suite struct RuleExamplesTests {
  private static let catalog = Result { try RuleCatalog(CaseRun.shelf) }
  private static let trial = Result { try RuleTrial(CaseRun.shelf) }

  /// Rules that cannot have an example of each sort, by code or by file, with why.
  private static let exempt = [
    "rules/ingest.yaml": "they judge the bytes of files; the tests of the readers make such files",
    "answer-other-school": "a reference is made with the secret of an office; AnswerTests has some",
    "equipment-list-incomplete": "a list that is complete has 76 rows",
  ]

  static var codes: [String] {
    get throws { try catalog.get().entries.map { $0.rule.code } }
  }

  @Test(arguments: try codes) func itsExamplesHold(code: String) async throws {
    let trial = try Self.trial.get()
    for entry in try Self.catalog.get().entries where entry.rule.code == code {
      let mistakes = try await trial.mistakes(of: entry)
      #expect(mistakes.isEmpty, "\(mistakes.map { "\($0)" }.joined(separator: "\n"))")
    }
  }

  @Test func everyRuleHasAnExampleOfEachSort() throws {
    let entries = try Self.catalog.get().entries
    let lacking = entries.filter { $0.examples.finds.isEmpty || $0.examples.passes.isEmpty }
    let unexcused = lacking.filter {
      Self.exempt[$0.place.file] == nil && Self.exempt[$0.rule.code] == nil
    }
    #expect(unexcused.map { "\($0.place.file): \($0.rule.code)" } == [])
  }

  @Test(arguments: [
    (
      "- { school_code: \"\" }", "- { school_code: \"20010001\" }",
      "rules/school.yaml:20:11: error: 'register-code-missing' must find this and does not"
    ),
    (
      "- { school_code: 20010001 }", "- { school_code: \"\" }",
      "rules/school.yaml:22:11: error: 'register-code-missing' must let this pass"
    ),
    (
      "- { school_code: 20010001 }", "- { school: 20010001 }",
      "rules/school.yaml:22:11: error: no dataset that the rule is used for has these columns"
    ),
  ])
  func anExampleThatDoesNotHoldIsTold(right: String, wrong: String, message: String) async throws {
    let shelf = Shelf.files { path in
      path == "rules/school.yaml"
        ? EmbeddedFiles.text(path)?.replacing(right, with: wrong, maxReplacements: 1) : nil
    }
    let entries = try RuleCatalog(shelf, files: ["rules/school.yaml"]).entries
    let mistakes = try await RuleTrial(shelf).mistakes(of: try #require(entries.first))
    #expect("\(try #require(mistakes.first))".hasPrefix(message), "\(mistakes)")
  }
}
