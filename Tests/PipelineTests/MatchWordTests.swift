import Deduplicate
import Pipeline
import Render
import Settings
import Tables
import TestKit
import Testing

/// Whatever a matcher can find is told in words, in both languages.
@Suite struct MatchWordTests {
  private static func file(_ path: String) throws -> Settings {
    try CaseRun.shelf.settings(named: Settings(.word(path), at: Place(file: "test")))
  }

  private static func words(_ language: Language) throws -> MatchWords {
    try MatchWords(file("pages/matching.yaml"), language: language)
  }

  @Test(arguments: Language.allCases)
  func everyLevelOfEveryComparatorHasWords(_ language: Language) throws {
    let words = try Self.words(language)
    for (comparator, levels) in DeduplicatePlan.comparators {
      for level in levels + ["missing"] {
        #expect(words.level(level, of: comparator) != nil, "\(comparator) \(level)")
      }
    }
  }

  @Test func noWordsAreLeftOfLevelsThatAreGone() throws {
    let levels = try Self.file("pages/matching.yaml").required("levels").entries
    let known = Dictionary(uniqueKeysWithValues: DeduplicatePlan.comparators.map { ($0, $1) })
    #expect(Set(levels.map { $0.key }) == Set(known.keys))
    for (comparator, _, words) in levels {
      #expect(try words.entries.map { $0.key } == known[comparator] ?? [], "\(comparator)")
    }
  }

  @Test func whatAModelComparesAndKeepsApartHasATitle() throws {
    let models = try ProjectFiles.files(below: "pipelines/matching")
    #expect(!models.isEmpty)
    for file in models {
      let model = try Self.file("matching/" + file)
      for part in ["comparisons", "apart"] {
        for (name, _, value) in try model[part]?.entries ?? [] {
          #expect(value["title"] != nil, "\(file): \(part)/\(name)")
        }
      }
      for item in model["evidence"]?.items ?? [] {
        #expect(item["title"] != nil, "\(file): evidence at \(item.place.line)")
      }
    }
  }

  @Test(arguments: Language.allCases)
  func kindsClassesRivalsAndSuggestionsHaveWords(_ language: Language) throws {
    let words = try Self.words(language)
    #expect(Cluster.Kind.allCases.allSatisfy { words[$0] != $0.rawValue })
    #expect(
      Cluster.Certainty.allCases.allSatisfy { words[$0] != $0.rawValue || language == .english })
    #expect(words[Cluster.Certainty?.none] != "none")
    #expect(MatchEvidence.Rival.allCases.allSatisfy { words[$0] != $0.rawValue })
    for suggestion in [Cluster.Suggestion.keep, .remove, .check] where language == .thai {
      #expect(words[suggestion] != suggestion.rawValue)
    }
    for reason in [
      "attended", "latest", "highest", "valid", "fullest", "first", "found", "others-gone",
    ] {
      #expect(words.reason(reason) != reason)
    }
    #expect(words.reason("").isEmpty)
  }

  @Test(arguments: [("answer", 4), ("duplicate-result", 9)])
  func whatCanBeChosenIsReadBack(_ list: String, choices: Int) throws {
    let file = "codes/\(list).csv"
    let text = try CaseRun.shelf.text(named: Settings(.word(file), at: Place(file: "test")))
    let codes = try CodeList(csv: text, file: file)
    let variants = (codes.column("variants") ?? []).map { text in
      text.split(separator: "|").map { String($0) }
    }
    #expect(variants.count == choices)
    for name in ["label_th", "label_en"] {
      let labels = codes.column(name) ?? []
      #expect(labels.count == choices)
      #expect(zip(labels, variants).allSatisfy { label, words in words.contains(label) }, "\(name)")
    }
    let all = variants.flatMap { $0 }
    #expect(all.count == Set(all).count)
  }

  @Test func whatCanBeChosenIsWhatAProgramKnows() throws {
    let known = [
      "answer": Answer.Word.allCases.map { $0.rawValue },
      "duplicate-result": CheckedPresence.Result.allCases.map { $0.rawValue }
        + [MatchVerdict.same, .different].map { $0.rawValue },
    ]
    for (list, words) in known {
      let file = "codes/\(list).csv"
      let text = try CaseRun.shelf.text(named: Settings(.word(file), at: Place(file: "test")))
      #expect(try CodeList(csv: text, file: file).column("code") == words)
    }
  }
}
