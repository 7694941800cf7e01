import Containers
import TestKit
import Testing

@Suite struct ByteSearchTests {
  @Test(arguments: 0..<8 as Range<UInt64>)
  func theKernelFindsWhatThePlainLoopFinds(seed: UInt64) {
    var random = SeededGenerator(seed)
    var places: [UInt32] = []
    for _ in 0..<200 {
      let bytes = random.bytes(upTo: 300, alphabet: Array(",\n\"abก".utf8))
      let found = ByteSearch.find(0x2C, 0x0A, 0x22, in: bytes, places: &places)
      #expect(Array(places.prefix(found)) == ByteSearch.plainFind(0x2C, 0x0A, 0x22, in: bytes))
    }
  }
}
