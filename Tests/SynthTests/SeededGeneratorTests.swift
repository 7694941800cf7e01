import Synth
import Testing

@Suite struct SeededGeneratorTests {
  /// The first numbers of SplitMix64 from seed 0, as its authors' program gives them.
  @Test func throwsWhatSplitMixThrows() {
    var generator = SeededGenerator(seed: 0)
    #expect(generator.next() == 0xE220_A839_7B1D_CDAF)
    #expect(generator.next() == 0x6E78_9E6A_A1B9_65F4)
    #expect(generator.next() == 0x06C4_5D18_8009_454F)
  }

  @Test(arguments: [1, 2, 7, 1000])
  func staysBelowItsLimit(limit: Int) {
    var generator = SeededGenerator(seed: 1)
    let thrown = (0..<2000).map { _ in generator.below(limit) }
    #expect(thrown.allSatisfy { 0..<limit ~= $0 })
    #expect(Set(thrown).count > limit / 2)
  }

  @Test func partsHaveNumbersOfTheirOwn() {
    let generator = SeededGenerator(seed: 5)
    var (one, again, other) = (generator.fork(1), generator.fork(1), generator.fork(2))
    let first = one.next()
    #expect(again.next() == first)
    #expect(other.next() != first)
  }
}
