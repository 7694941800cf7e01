import Deduplicate
import TestKit
import Testing

/// Rows grouped by hashes, and pairs sorted, against what a dictionary and a set say.
@Suite struct BlocksTests {
  private func groups(_ blocks: Blocks) -> Set<[UInt32]> {
    Set((0..<blocks.count).map { Array(blocks.rows[blocks.range(of: $0)]) })
  }

  @Test(arguments: [(1, 10), (2, 1000), (3, 5000), (4, 60_000)] as [(UInt64, Int)])
  func groupsAreThoseOfADictionary(seed: UInt64, count: Int) {
    var random = SeededGenerator(seed)
    let pool = (0..<count / 2 + 1).map { _ in UInt64.random(in: .min ... .max, using: &random) }
    let hashes = (0..<count).map { _ in
      Int.random(in: 0..<10, using: &random) == 0 ? 0 : pool.randomElement(using: &random) ?? 0
    }
    let expected = Dictionary(grouping: hashes.indices.filter { hashes[$0] != 0 }) { hashes[$0] }
      .values.filter { $0.count > 1 }.map { $0.map { UInt32($0) } }
    let blocks = Blocks(hashes, rowCount: count)
    let isSame = groups(blocks) == Set(expected)
    #expect(isSame && blocks.count == expected.count)

    // The same rows under other numbers.
    let numbers = (0..<UInt32(count)).map { $0 * 3 + 1 }
    let others = Blocks(hashes, rows: numbers, rowCount: count * 3 + 1)
    let isRenumbered = groups(others) == Set(expected.map { $0.map { $0 * 3 + 1 } })
    #expect(isRenumbered)
  }

  @Test func withoutPartnersThereAreNoGroups() {
    #expect(Blocks([], rowCount: 0).count == 0)
    #expect(Blocks([7], rowCount: 1).count == 0)
    #expect(Blocks([0, 0, 0], rowCount: 3).count == 0)
    #expect(groups(Blocks([1 << 60, 0, 1 << 60], rowCount: 3)) == [[0, 2]])
  }

  @Test(arguments: [(1, 2), (2, 100), (3, 3000), (4, 5_000_000)] as [(UInt64, Int)])
  func pairsAreSortedAndStandThereOnce(seed: UInt64, rows: Int) {
    var random = SeededGenerator(seed)
    var pairs = (0..<5000).map { _ in
      RowPair(
        UInt32.random(in: 0..<UInt32(rows), using: &random),
        UInt32.random(in: 0..<UInt32(rows), using: &random)
      ).word
    }
    let expected = Set(pairs).sorted()
    pairs.sortPairs(rowCount: rows)
    #expect(pairs == expected)
  }

  @Test func aPairIsTheSameFromBothSides() {
    #expect(RowPair(3, 7) == RowPair(7, 3))
    #expect(RowPair(7, 3).left == 3 && RowPair(7, 3).right == 7)
    var none: [UInt64] = []
    none.sortPairs(rowCount: 0)
    #expect(none.isEmpty)
  }
}
