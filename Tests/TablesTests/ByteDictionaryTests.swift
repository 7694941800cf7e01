import Tables
import TestKit
import Testing

@Suite struct ByteDictionaryTests {
  @Test func numbersValuesInTheOrderTheyAreFirstSeen() {
    var dictionary = ByteDictionary()
    let codes = ["ก", "ข", "ก", "", "ข"].map { dictionary.code(for: Array($0.utf8)) }
    #expect(codes == [0, 1, 0, 2, 1])
    #expect((0..<3).map { dictionary.string(of: $0) } == ["ก", "ข", ""])
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func agreesWithADictionaryOfStringsOnRandomValues(seed: UInt64) {
    var random = SeededGenerator(seed)
    var dictionary = ByteDictionary()
    var expected: [[UInt8]: UInt32] = [:]
    for _ in 0..<20_000 {
      let value = random.bytes(upTo: 20, alphabet: Array("กขคab01".utf8))
      let code = dictionary.code(for: value)
      #expect(code == expected[value] ?? UInt32(expected.count))
      expected[value] = code
    }
    #expect(dictionary.count == expected.count)
    for (value, code) in expected { #expect(dictionary.bytes(of: code) == value) }
  }

  @Test func saysWhenItIsFullAndGrowsNoMore() {
    var dictionary = ByteDictionary(mostBytes: 5)
    let codes = ["abc", "de", "f", "de", ""].map { dictionary.code(for: Array($0.utf8)) }
    #expect(codes == [0, 1, 0, 1, 2])
    #expect(dictionary.isOverfull)
    #expect(dictionary.byteCount == 5)
    var none = ByteDictionary(mostBytes: 0)
    #expect(none.code(for: Array("a".utf8)) == 0)
    #expect(none.isOverfull && none.isEmpty(0))
  }

  /// Short texts are compared as one word, longer ones as words that overlap.
  @Test func tellsTextsApartThatDifferInOneByte() {
    for count in 1...40 {
      var dictionary = ByteDictionary()
      let text = [UInt8](repeating: 0x61, count: count)
      #expect(dictionary.code(for: text) == 0)
      for place in 0..<count {
        var other = text
        other[place] = 0x62
        #expect(dictionary.code(for: other) == UInt32(place + 1))
      }
      #expect(dictionary.code(for: text + [0x61]) == UInt32(count + 1))
      #expect(dictionary.code(for: text) == 0)
    }
  }

  @Test func findsOnlyWhatItHolds() {
    let dictionary = ByteDictionary(["ป.1", "ป.2"])
    #expect(dictionary.find("ป.2") == 1)
    #expect(dictionary.find("ป.3") == nil)
  }
}
