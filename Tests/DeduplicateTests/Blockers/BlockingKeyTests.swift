import Deduplicate
import Tables
import TestKit
import Testing

/// Which rows share a key, transform by transform.
@Suite struct BlockingKeyTests {
  private static let columns =
    "id:identifier,first,last,day:date,sex"

  /// Whether two rows share the key.
  private func share(_ key: String, _ one: String, _ other: String) async throws -> Bool {
    let match = MatchCase(
      "keys: { key: \(key) }\ncomparisons: { sex: { compares: same, of: sex } }",
      [Self.columns, one, other].joined(separator: "\n"))
    let explanation = try #require(try await match.explain(1, 2))
    return explanation.keys.map { $0.name } == ["key"]
  }

  @Test(arguments: [
    // A text as it sounds, and every column of the key.
    ("[first, last]", ",ณัฐพล,ใจดี,,", ",นัฐพล,ไจดี,,", true),
    ("[first, last]", ",ณัฐพล,ใจดี,,", ",ณัฐพล,มีสุข,,", false),
    ("[first, last]", ",ณัฐพล,,,", ",ณัฐพล,,,", false),
    ("[first, last]", ",ใจดี,ณัฐพล,,", ",ณัฐพล,ใจดี,,", false),
    ("[day, sex]", ",,,2017-11-05,ช", ",,,2017-11-05,ช", true),
    ("[day, sex]", ",,,2017-11-05,ช", ",,,2017-11-06,ช", false),
    // An identifier.
    ("[id]", "1100000000016,,,,", "1100000000016,,,,", true),
    ("[id]", "1100000000016,,,,", "G100000000016,,,,", false),
    ("[id]", "12345678,,,,", "12345678,,,,", false),
    ("[{ last: 9, of: id }]", "1100000000016,,,,", "2200000000016,,,,", true),
    ("[{ last: 9, of: id }]", "1100000000016,,,,", "000000016,,,,", false),
    ("[{ last: 9, of: id }]", "1101234560016,,,,", "1234560016,,,,", true),
    ("[{ last: 9, of: id }]", "1100000000016,,,,", "1100100000016,,,,", false),
    ("[{ first: 8, of: id }]", "1100000100016,,,,", "1100000100999,,,,", true),
    ("[{ first: 8, of: id }]", "1100000100016,,,,", "1100000200016,,,,", false),
    // A year, and words in any order.
    ("[first, { year: day }]", ",สมชาย,,2017-11-05,", ",สมชาย,,2017-01-02,", true),
    ("[first, { year: day }]", ",สมชาย,,2017-11-05,", ",สมชาย,,2018-11-05,", false),
    ("[{ words: [first, last] }]", ",สมชาย,ใจดี,,", ",ใจดี,สมชาย,,", true),
    ("[{ words: [first, last] }]", ",สมชาย,ใจดี,,", ",สมชาย ใจดี,,,", true),
    ("[{ words: [first, last] }]", ",สมชาย,ใจดี,,", ",สมชาย,มีสุข,,", false),
    // A single word says too little.
    ("[{ words: [first, last] }]", ",สมชาย,,,", ",สมชาย,,,", false),
  ])
  func rowsShareIt(key: String, one: String, other: String, expected: Bool) async throws {
    #expect(try await share(key, one, other) == expected, "\(key): \(one) \(other)")
  }

  @Test(arguments: [1, 2] as [UInt64])
  func anyOneDigitOrSwapSharesAKey(seed: UInt64) async throws {
    var random = SeededGenerator(seed)
    for _ in 0..<40 {
      let digits = (0..<13).map { $0 == 0 ? 1 : Int.random(in: 0...9, using: &random) }
      var (edited, swapped, far) = (digits, digits, digits)
      let place = Int.random(in: 1..<13, using: &random)
      edited[place] = (edited[place] + Int.random(in: 1...9, using: &random)) % 10
      swapped.swapAt(place, place - 1)
      for place in [2, 8] { far[place] = (far[place] + 5) % 10 }
      let key = "[{ one_off: id }]"
      func row(_ digits: [Int]) -> String { digits.map { String($0) }.joined() + ",,,," }
      #expect(try await share(key, row(digits), row(edited)), "\(digits) \(edited)")
      // A number that begins with 0 is as long as any other.
      #expect(try await share(key, row(digits), row(swapped)), "\(digits) \(swapped)")
      #expect(try await !share(key, row(digits), row(far)), "\(digits) \(far)")
    }
  }

  @Test func whatIsTooMuchIsCutAndReported() async throws {
    let common = (0..<300).map { "A\($0 % 2),ใจดี" }
    let rare = ["B,มีสุข", "B,มีสุข", "C,แสงทอง"]
    let match = MatchCase(
      """
      keys: { surname: [last], both: [first, last] }
      pairs_per_row: 0.3
      comparisons: { given: { compares: name, of: first } }
      """, (["first,last"] + common + rare).joined(separator: "\n"))
    let report = try #require(try await match.links().matching)
    #expect(report.keys.map { $0.name } == ["surname", "both"])
    let surname = report.keys[0]
    #expect(surname.pairs == 1)
    #expect([surname.cutGroups, surname.cutRows, surname.cutPairs] == [1, 300, 44_850])
    // Two groups of 150 are too much together, though each alone would do.
    #expect(report.keys[1].cutGroups == 2)
    #expect(report.pairs == 1)
    let cut = try #require(try await match.explain(1, 3))
    #expect(cut.keys.map { "\($0.name) \($0.isCut)" } == ["surname true", "both true"])
    #expect(cut.outcome == .notCompared)
  }

  @Test func aPairOfSeveralKeysIsComparedOnce() async throws {
    let match = MatchCase(
      """
      keys: { first: [first], last: [last], both: [first, last] }
      comparisons: { given: { compares: name, of: first } }
      """, "first,last\nสมชาย,ใจดี\nสมชาย,ใจดี\nวิภา,ใจดี")
    let report = try #require(try await match.links().matching)
    #expect(report.keys.map { $0.pairs } == [1, 3, 1])
    #expect(report.pairs == 3)
  }
}
