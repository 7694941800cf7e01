import Deduplicate
import TestKit
import Testing

/// The bit-parallel distance against one that fills a table.
@Suite struct EditDistanceTests {
  /// Letters put in, left out, exchanged, or swapped with their neighbour; no letter is touched twice.
  private func plain(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var table = Array(
      repeating: Array(repeating: 0, count: right.count + 1), count: left.count + 1)
    for row in 0...left.count { table[row][0] = row }
    for column in 0...right.count { table[0][column] = column }
    for row in 1...max(1, left.count) where !left.isEmpty {
      for column in 1...max(1, right.count) where !right.isEmpty {
        let isSame = left[row - 1] == right[column - 1]
        table[row][column] = min(
          table[row - 1][column] + 1, table[row][column - 1] + 1,
          table[row - 1][column - 1] + (isSame ? 0 : 1))
        if row > 1, column > 1, left[row - 1] == right[column - 2],
          left[row - 2] == right[column - 1]
        {
          table[row][column] = min(table[row][column], table[row - 2][column - 2] + 1)
        }
      }
    }
    return table[left.count][right.count]
  }

  private func distance(
    _ left: [UInt8], _ right: [UInt8], using scratch: inout EditDistance
  ) -> Int {
    let letters = left + right
    return scratch.between(0..<left.count, left.count..<letters.count, in: letters.span)
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func itIsThatOfAPlainTable(seed: UInt64) {
    var random = SeededGenerator(seed)
    var scratch = EditDistance()
    for _ in 0..<4000 {
      let letters = UInt8.random(in: 1...5, using: &random)
      let words = (0..<2).map { _ in
        (0..<Int.random(in: 0...14, using: &random)).map { _ in
          UInt8.random(in: 0..<letters, using: &random)
        }
      }
      let expected = plain(words[0], words[1])
      #expect(distance(words[0], words[1], using: &scratch) == expected, "\(words)")
      #expect(distance(words[1], words[0], using: &scratch) == expected, "\(words)")
    }
  }

  @Test(arguments: [5, 6] as [UInt64])
  func slipsOfLongWordsAreCounted(seed: UInt64) {
    var random = SeededGenerator(seed)
    var scratch = EditDistance()
    for _ in 0..<1000 {
      let word = (0..<Int.random(in: 40...64, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      var slipped = word
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        let place = Int.random(in: 0..<slipped.count - 1, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: slipped.remove(at: place)
        case 1: slipped[place] &+= 1
        default: slipped.swapAt(place, place + 1)
        }
      }
      #expect(distance(word, slipped, using: &scratch) == plain(word, slipped))
    }
  }

  @Test func longerWordsAreComparedByTheirFirstSixtyFourLetters() {
    var scratch = EditDistance()
    let word = (0..<100).map { UInt8($0) }
    #expect(distance(word, Array(word[..<64]), using: &scratch) == 0)
    #expect(distance(word, Array(word[..<63]), using: &scratch) == 1)
  }

  @Test func nothingIsAsFarAsTheWordIsLong() {
    var scratch = EditDistance()
    #expect(distance([], [], using: &scratch) == 0)
    #expect(distance([1, 2, 3], [], using: &scratch) == 3)
    #expect(distance([], [1, 2], using: &scratch) == 2)
  }
}
