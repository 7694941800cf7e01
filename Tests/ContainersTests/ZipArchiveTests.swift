import Containers
import TestKit
import Testing

@Test func findsAPartByNameWhateverItsCaseAndSlashes() throws {
  var zip = ZipWriter()
  zip.add(path: "xl\\Workbook.xml", bytes: [1])
  let archive = try ZipBytes.archive(zip.finish())
  #expect(archive.entry(at: "xl/workbook.xml") != nil)
  #expect(archive.entry(at: "xl/workbook") == nil)
}

@Test func readsAPartPieceByPiece() throws {
  let archive = try ZipBytes.archive(ZipBytes.sample())
  var reader = try archive.reader(of: archive.entries[0])
  var (all, piece): ([UInt8], [UInt8]) = ([], Array(repeating: 0, count: 100))
  while true {
    let count = try reader.fill(&piece, in: 0..<100)
    all.append(contentsOf: piece[..<count])
    if count < piece.count { break }
  }
  #expect(all == ZipBytes.text)
}

/// Turns the first part into one whose sizes follow its bytes, as programs do that cannot go back.
private func withDataDescriptor() -> [UInt8] {
  var bytes = ZipBytes.sample()
  let header = ZipBytes.place(of: ZipBytes.local, in: bytes)
  let second = ZipBytes.place(of: ZipBytes.local, 1, in: bytes)
  let descriptor = [0x50, 0x4B, 7, 8] + Array(bytes[header + 14..<header + 26])
  for place in header + 14..<header + 26 { bytes[place] = 0 }
  bytes[header + 6] |= 8
  bytes.insert(contentsOf: descriptor, at: second)
  for number in 0..<3 {
    let entry = ZipBytes.place(of: ZipBytes.entry, number, in: bytes)
    if number == 0 { bytes[entry + 8] |= 8 } else { add(16, to: &bytes, at: entry + 42) }
  }
  add(16, to: &bytes, at: ZipBytes.place(of: ZipBytes.end, in: bytes) + 16)
  return bytes
}

/// Adds to a number of 16 bits.
private func add(_ number: Int, to bytes: inout [UInt8], at place: Int) {
  let sum = Int(bytes[place]) + Int(bytes[place + 1]) << 8 + number
  bytes[place] = UInt8(truncatingIfNeeded: sum)
  bytes[place + 1] = UInt8(truncatingIfNeeded: sum >> 8)
}

@Test func readsPartsWhoseSizesFollowThem() throws {
  #expect(try ZipBytes.readAll(withDataDescriptor())[0] == ZipBytes.text)
}

@Test(arguments: [[], [0x0D, 0x0A], [0xEF, 0xBB, 0xBF]] as [[UInt8]])
func readsAFileWithALittleAroundIt(before: [UInt8]) throws {
  #expect(try ZipBytes.readAll(before + ZipBytes.sample() + [0x0D, 0x0A])[0] == ZipBytes.text)
}

@Test func refusesAFileThatIsCutAtAnyByte() {
  let bytes = ZipBytes.sample()
  for count in 0..<bytes.count {
    #expect(throws: ContainerError(.truncated, ""), "cut after \(count) bytes") {
      try ZipBytes.readAll(Array(bytes[..<count]))
    }
  }
}

/// A way to break the sample, and what must be said of it.
struct Breakage: CustomTestStringConvertible {
  let testDescription: String
  let kind: ContainerError.Kind
  let apply: @Sendable (inout [UInt8]) -> Void

  init(
    _ name: String, _ kind: ContainerError.Kind, apply: @escaping @Sendable (inout [UInt8]) -> Void
  ) {
    (testDescription, self.kind, self.apply) = (name, kind, apply)
  }

  /// Changes one byte, counted from a record's start.
  init(
    _ name: String, _ kind: ContainerError.Kind, _ signature: [UInt8], _ number: Int, _ offset: Int,
    to byte: UInt8
  ) {
    self.init(name, kind) { bytes in
      bytes[ZipBytes.place(of: signature, number, in: bytes) + offset] = byte
    }
  }
}

private let breakages = [
  Breakage("another checksum", .damaged, ZipBytes.entry, 0, 16, to: 0x77),
  Breakage("another size", .damaged, ZipBytes.entry, 0, 24, to: 0x01),
  Breakage("a part without its last bytes", .damaged, ZipBytes.entry, 0, 20, to: 0x02),
  Breakage("a stored part with another size", .damaged, ZipBytes.entry, 1, 24, to: 5),
  Breakage("the flag of a password", .encrypted, ZipBytes.entry, 1, 8, to: 1),
  Breakage("a method that is not read", .unsupported, ZipBytes.entry, 1, 10, to: 12),
  Breakage("two parts in one place", .damaged, ZipBytes.entry, 1, 42, to: 0),
  Breakage("another name at the place", .damaged, ZipBytes.local, 1, 30, to: 0x63),
  Breakage("no local header", .damaged, ZipBytes.local, 1, 3, to: 9),
  Breakage("a part outside of the file", .damaged, ZipBytes.entry, 1, 45, to: 0x7F),
  Breakage("one entry fewer than counted", .damaged, ZipBytes.end, 0, 10, to: 4),
  Breakage("one entry more than counted", .damaged, ZipBytes.end, 0, 10, to: 2),
  Breakage("a directory outside of the file", .damaged, ZipBytes.end, 0, 19, to: 0x7F),
  Breakage("a second volume", .unsupported, ZipBytes.end, 0, 4, to: 1),
  Breakage("a flipped bit in the stored part", .damaged) { bytes in
    bytes[ZipBytes.place(of: ZipBytes.local, 1, in: bytes) + 31] ^= 1
  },
  Breakage("two parts of one name", .damaged) { bytes in
    var zip = ZipWriter()
    zip.add(path: "twin", bytes: [1])
    zip.add(path: "twin", bytes: [2])
    bytes = zip.finish()
  },
  Breakage("a compound file", .unsupported) { $0 = CompoundBytes("Workbook", [1]).bytes },
  Breakage("a compound file around an encrypted workbook", .encrypted) {
    $0 = CompoundBytes("EncryptedPackage", [1]).bytes
  },
  Breakage("text", .unsupported) { $0 = Array("รหัสโรงเรียน,ชื่อโรงเรียน\n".utf8) },
]

@Test(arguments: breakages)
func refuses(_ breakage: Breakage) {
  var bytes = ZipBytes.sample()
  breakage.apply(&bytes)
  #expect(throws: ContainerError(breakage.kind, "")) { try ZipBytes.readAll(bytes) }
}

@Test func refusesAPartThatGrowsTooMuch() throws {
  var zip = ZipWriter()
  zip.add(path: "zeros", bytes: Array(repeating: 0, count: 2 << 20))
  var limits = ZipArchive.Limits()
  limits.ratioFrom = 1 << 20
  let archive = try ZipArchive(ByteSource(zip.finish()), limits: limits)
  #expect(throws: ContainerError(.tooLarge, "")) { try archive.read(archive.entries[0]) }
}

@Test func refusesAFileThatSaysItIsEndless() {
  var limits = ZipArchive.Limits()
  limits.total = 800
  #expect(throws: ContainerError(.tooLarge, "")) {
    try ZipArchive(ByteSource(ZipBytes.sample()), limits: limits)
  }
  limits = ZipArchive.Limits()
  limits.entries = 2
  #expect(throws: ContainerError(.tooLarge, "")) {
    try ZipArchive(ByteSource(ZipBytes.sample()), limits: limits)
  }
}

@Test func refusesToReadALargePartWhole() throws {
  let archive = try ZipBytes.archive(ZipBytes.sample())
  #expect(throws: ContainerError(.tooLarge, "")) { try archive.read(archive.entries[0], limit: 10) }
}

@Test(arguments: [
  ("a/b", true), ("a..b", true), ("../a", false), ("a/../b", false), ("/a", false), ("\\a", false),
  ("C:a", false), ("a\\..\\b", false), ("", false),
])
func knowsWhichNamesStayInside(_ name: String, _ expected: Bool) throws {
  var zip = ZipWriter()
  zip.add(path: name, bytes: [])
  #expect(try ZipBytes.archive(zip.finish()).entries[0].staysInside == expected)
}

@Test(arguments: 0..<20 as Range<UInt64>)
func readsOrRefusesWhateverIsChanged(seed: UInt64) {
  var numbers = SeededGenerator(seed)
  let sample = seed % 2 == 0 ? ZipBytes.sample() : withDataDescriptor()
  for _ in 0..<500 {
    var bytes = sample
    for _ in 0...Int.random(in: 0..<4, using: &numbers) {
      let place = Int.random(in: 0..<bytes.count, using: &numbers)
      let values = [0, 0xFF, UInt8.random(in: 0...255, using: &numbers)]
      bytes[place] = values[Int.random(in: 0..<3, using: &numbers)]
    }
    // What is read at all is what was written: the checksums see to it.
    do {
      #expect(try ZipBytes.readAll(bytes) == [ZipBytes.text, [7, 1, 200, 3], []])
    } catch {
      #expect(error is ContainerError)
    }
  }
}
