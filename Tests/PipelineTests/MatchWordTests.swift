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
    for reason in ["attended", "latest", "highest", "valid", "fullest", "first"] {
      #expect(words.reason(reason) != reason)
    }
    #expect(words.reason("").isEmpty)
  }

  @Test(arguments: Language.allCases)
  func resultsFitIntoTheListOfACell(_ language: Language) throws {
    let results = try Self.words(language).results
    #expect(
      results.map { String($0.prefix(3)) } == ["100", "201", "202", "203", "204", "205", "206"])
    #expect(results.joined(separator: ",").utf16.count <= 255)
    #expect(results.allSatisfy { !$0.contains(",") })
  }
}
