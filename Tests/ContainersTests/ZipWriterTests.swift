import Containers
import Testing

@Test func readsBackWhatWasWritten() throws {
  let archive = try ZipBytes.archive(ZipBytes.sample())
  #expect(archive.entries.map { $0.path } == ["a/ข้อความ.txt", "b", "empty"])
  #expect(archive.entries.map { $0.size } == [ZipBytes.text.count, 4, 0])
  #expect(try ZipBytes.readAll(ZipBytes.sample()) == [ZipBytes.text, [7, 1, 200, 3], []])
}

@Test func givesTheSameBytesForTheSameParts() {
  #expect(ZipBytes.sample() == ZipBytes.sample())
}

@Test func datesEveryPartToTheFirstDayOfZip() {
  let bytes = ZipBytes.sample()
  let place = ZipBytes.place(of: ZipBytes.local, in: bytes)
  #expect(Array(bytes[place + 10..<place + 14]) == [0, 0, 0x21, 0])
}

@Test func storesWhatDoesNotGetSmaller() {
  let bytes = ZipBytes.sample()
  let places = (0..<2).map { ZipBytes.place(of: ZipBytes.local, $0, in: bytes) }
  #expect(places.map { bytes[$0 + 8] } == [8, 0])
}

@Test(arguments: [1, 7, 1000, 70_000])
func writesAPartInPiecesOfAnySize(pieces size: Int) throws {
  let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 / 7 ^ $0 >> 3) }
  var zip = ZipWriter()
  zip.begin(path: "part")
  for start in stride(from: 0, to: bytes.count, by: size) {
    zip.write(Array(bytes[start..<min(bytes.count, start + size)]))
  }
  zip.end()
  let pieced = zip.finish()
  #expect(try ZipBytes.readAll(pieced) == [bytes])
  var whole = ZipWriter()
  whole.add(path: "part", bytes: bytes)
  #expect(whole.finish() == pieced)
}

@Test func writesMorePartsThanSixteenBitsCount() throws {
  var zip = ZipWriter()
  for number in 0..<66_000 { zip.add(path: "\(number)", bytes: []) }
  let archive = try ZipBytes.archive(zip.finish())
  #expect(archive.entries.count == 66_000)
  #expect(archive.entries.last?.path == "65999")
}

@Test func writesAndReadsZip64Throughout() throws {
  var zip = ZipWriter(alwaysZip64: true)
  zip.add(path: "a", bytes: ZipBytes.text)
  zip.add(path: "b", bytes: [1])
  #expect(try ZipBytes.readAll(zip.finish()) == [ZipBytes.text, [1]])
}
