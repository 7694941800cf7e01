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

  @Test(arguments: 0..<8 as Range<UInt64>)
  func plainTextEndsWhereThePlainLoopEndsIt(seed: UInt64) {
    var random = SeededGenerator(seed)
    for _ in 0..<400 {
      let bytes = random.bytes(upTo: 100, alphabet: Array("abcdefghij klmnopqrก".utf8))
      for stop in [0xA0, 0xC2] as [UInt8] {
        let end = ByteSearch.plainText(in: bytes.span, from: 0, to: bytes.count, noBreakSpace: stop)
        #expect(end == ByteSearch.slowPlainText(bytes, noBreakSpace: stop))
      }
      let first = ByteSearch.first(0x61, in: bytes.span, from: 0, to: bytes.count)
      #expect(first == bytes.firstIndex(of: 0x61))
    }
  }
}
