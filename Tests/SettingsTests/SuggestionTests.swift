import Settings
import Testing

@Suite struct SuggestionTests {
  @Test(arguments: [
    ("thai_digts", "; did you mean 'thai_digits'?"), ("ingets", "; did you mean 'ingest'?"),
    ("zzz", "; expected ingest, render or thai_digits"),
  ])
  func namesTheLikelyWord(word: String, clause: String) {
    #expect(Suggestion.clause(for: word, among: ["ingest", "render", "thai_digits"]) == clause)
  }

  @Test func saysNothingWhenNothingIsKnown() {
    #expect(Suggestion.clause(for: "x", among: []) == "")
  }
}
