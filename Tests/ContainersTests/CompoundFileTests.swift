import Containers
import TestKit
import Testing

/// Bytes that differ from place to place.
private func pattern(_ count: Int) -> [UInt8] {
  (0..<count).map { UInt8(truncatingIfNeeded: $0 ^ ($0 >> 8) &* 31) }
}

/// A stream read whole.
private func read(_ bytes: [UInt8], _ name: String = "Workbook") throws -> [UInt8]? {
  guard let stream = try CompoundFile(ByteSource(bytes)).stream(named: name) else { return nil }
  return try stream.read(0..<stream.count)
}

/// A form in which a file may be written.
struct CompoundForm: CustomTestStringConvertible {
  let testDescription: String
  let change: @Sendable (inout CompoundBytes) -> Void

  init(_ name: String, _ change: @escaping @Sendable (inout CompoundBytes) -> Void = { _ in }) {
    (testDescription, self.change) = (name, change)
  }
}

private let forms = [
  CompoundForm("as usual"),
  CompoundForm("version 4 with large sectors") { $0.sectorShift = 12 },
  CompoundForm("sectors from the last to the first") { $0.isReversed = true },
  CompoundForm("the table's sectors listed in a chain") { $0.listsTableInChain = true },
  CompoundForm("no short streams") { $0.cutoff = 0 },
  CompoundForm("other streams around it") {
    $0.streams.insert(.init("\u{5}SummaryInformation", pattern(300)), at: 0)
    $0.streams.append(.init("Other", pattern(9000)))
  },
]

@Test(arguments: forms, [1, 63, 64, 65, 4095, 4096, 4097, 70_000])
func readsAStream(_ form: CompoundForm, size: Int) throws {
  var file = CompoundBytes("Workbook", pattern(size))
  form.change(&file)
  #expect(try read(file.bytes) == pattern(size))
}

@Test func readsAStreamWhoseTableTakesMoreSectorsThanTheHeaderLists() throws {
  // 109 sectors of the table hold 13,952 places.
  let piece = pattern(40_000)
  let bytes = (0..<180).flatMap { _ in piece }
  #expect(try read(CompoundBytes("Workbook", bytes).bytes) == bytes)
}

@Test func readsAnyRangeOfAStream() throws {
  var file = CompoundBytes("Workbook", pattern(20_000))
  file.isReversed = true
  let stream = try #require(
    try CompoundFile(ByteSource(file.bytes)).stream(named: "Workbook"))
  for range in [0..<1, 511..<513, 19_999..<30_000, 512..<1024, 700..<9000, 20_000..<20_001] {
    #expect(try stream.read(range) == Array(pattern(20_000)[range.clamped(to: 0..<20_000)]))
  }
}

@Test func findsAStreamWhateverTheCaseOfItsName() throws {
  #expect(try read(CompoundBytes("WORKBOOK", [1, 2]).bytes) == [1, 2])
  #expect(try read(CompoundBytes("Workbooks", [1, 2]).bytes) == nil)
  #expect(try read(CompoundBytes("Workbook", []).bytes) == [])
}

@Test func doesNotTakeAStreamWithinAStorageForTheFilesOwn() throws {
  var file = CompoundBytes("WordDocument", pattern(5000))
  file.storage = [.init("Workbook", pattern(5000))]
  #expect(try CompoundFile(ByteSource(file.bytes)).names == ["WordDocument"])
}

/// Where the directory's entry of the first stream starts in a file of one long stream.
private let entry = 512 + 10 * 512 + 128
private let sample = CompoundBytes("Workbook", pattern(5000)).bytes

@Test func findsStreamsThoughTheirTreeIsBroken() throws {
  for wrong in [0, 1, 200] as [UInt8] {
    var bytes = sample
    // The left neighbour of the only stream: the root, itself, nothing that there is.
    bytes.replaceSubrange(entry + 68..<entry + 72, with: [wrong, 0, 0, 0])
    #expect(try read(bytes) == pattern(5000))
  }
}

@Test func readsAFileWhoseLastSectorIsCut() throws {
  var file = CompoundBytes("Workbook", pattern(5000))
  file.isReversed = true
  let bytes = file.bytes
  #expect(try read(bytes) == pattern(5000))
  // The table of sectors comes last: of its 128 places the first eleven count.
  #expect(try read(Array(bytes[..<(bytes.count - 400)])) == pattern(5000))
}

/// A way to break the sample, and what must be said of it.
struct CompoundBreakage: CustomTestStringConvertible {
  let testDescription: String
  let kind: ContainerError.Kind
  let apply: @Sendable (inout [UInt8]) -> Void

  init(
    _ message: String, _ kind: ContainerError.Kind = .damaged,
    apply: @escaping @Sendable (inout [UInt8]) -> Void
  ) {
    (testDescription, self.kind, self.apply) = (message, kind, apply)
  }

  /// Writes a number of 32 bits.
  init(
    _ message: String, _ kind: ContainerError.Kind = .damaged, at place: Int, _ number: UInt32
  ) {
    self.init(message, kind) { bytes in
      for byte in 0..<4 { bytes[place + byte] = UInt8(truncatingIfNeeded: number >> (8 * byte)) }
    }
  }

  /// The whole message.
  var message: String {
    switch kind {
    case .truncated:
      "\(testDescription) It was cut short, perhaps while it was downloaded: fetch it again."
    case .damaged:
      "\(testDescription) The file is damaged: fetch it again, or save it anew in Excel."
    default: testDescription
    }
  }
}

/// Where the table of sectors starts: behind ten sectors of the stream and one of the directory.
private let table = 512 + 11 * 512

private let breakages = [
  CompoundBreakage("The file is no compound file (OLE2).", .unsupported) { $0[4] = 0 },
  CompoundBreakage("The file ends within its header of 512 bytes.", .truncated) {
    $0 = Array($0[..<511])
  },
  CompoundBreakage("The header of the compound file tells version 5 and sectors of 2^9 bytes.") {
    $0[26] = 5
  },
  CompoundBreakage("The header of the compound file tells version 3 and sectors of 2^31 bytes.") {
    $0[30] = 31
  },
  CompoundBreakage("The header of the compound file tells short sectors of 2^7 bytes.") {
    $0[32] = 7
  },
  CompoundBreakage("The chain of the list of streams leads to no sector.", at: 48, 9999),
  CompoundBreakage("The chain of the list of streams leads to no sector.", at: 48, 0xFFFF_FFFF),
  CompoundBreakage("The chain of the list of streams comes back to itself.", at: table + 40, 10),
  CompoundBreakage("The list of the file's streams does not begin with its root.", at: 48, 0),
  CompoundBreakage(
    "The table of sectors stands behind the end of the file.", .truncated, at: 76, 77),
  CompoundBreakage("The chain of the stream Workbook leads to no sector.", at: table + 8, 5000),
  CompoundBreakage("The chain of the stream Workbook comes back to itself.", at: table + 8, 1),
  CompoundBreakage(
    "The stream Workbook lacks 3464 of its 5000 bytes.", .truncated, at: table + 8, 0xFFFF_FFFE),
  CompoundBreakage(
    "The stream Workbook says it has 7000 bytes, more than are there.", .truncated,
    at: entry + 120, 7000),
  CompoundBreakage(
    "The stream Workbook says it has 4294967295 bytes; at most 1 GB is read.", .tooLarge,
    at: entry + 120, .max),
  CompoundBreakage(
    "The stream Workbook says it has 4000 bytes, more than are there.", .truncated,
    at: entry + 120, 4000),
]

@Test(arguments: breakages)
func refuses(_ breakage: CompoundBreakage) {
  var bytes = sample
  breakage.apply(&bytes)
  let error = #expect(throws: ContainerError.self) { try read(bytes) }
  #expect(error?.kind == breakage.kind)
  #expect(error?.message == breakage.message)
}

@Test func refusesAListOfTheTableThatComesBackToItself() {
  var file = CompoundBytes("Workbook", pattern(200_000))
  file.listsTableInChain = true
  var bytes = file.bytes
  // The list is the file's last sector; it names nothing but itself.
  let list = UInt8((bytes.count / 512 - 2) & 0xFF)
  let upper = UInt8((bytes.count / 512 - 2) >> 8)
  for place in bytes.count - 512..<bytes.count { bytes[place] = 0xFF }
  bytes.replaceSubrange(bytes.count - 4..<bytes.count, with: [list, upper, 0, 0])
  let error = #expect(throws: ContainerError(.damaged, "")) { try read(bytes) }
  #expect(error?.message.hasPrefix("The list of the table's sectors comes back") == true)
}

@Test func refusesAFileThatIsCutAtAnySector() {
  for count in 1..<sample.count / 512 {
    let bytes = Array(sample[..<(count * 512)])
    #expect(throws: ContainerError.self, "cut after \(count) sectors") { try read(bytes) }
  }
}

@Test(arguments: [
  ("WordDocument", "The file is a document of Word (.doc), not a workbook."),
  ("PowerPoint Document", "The file is a presentation of PowerPoint (.ppt), not a workbook."),
  ("VisioDocument", "The file is a drawing of Visio (.vsd), not a workbook."),
  ("__properties_version1.0", "The file is a message of Outlook (.msg), not a workbook."),
  ("Workbook", "The file is a workbook of Excel 97–2003 (.xls), not one of today."),
  ("x", "The file is a compound file (OLE2) that holds no workbook."),
])
func saysWhatAFileIsThatIsNoWorkbook(_ name: String, _ message: String) throws {
  let refusal = try CompoundFile(ByteSource(CompoundBytes(name, [1]).bytes)).refusal
  #expect(refusal.kind == .unsupported)
  #expect(refusal.message == message + " Save the table in Excel as .xlsx.")
}

@Test func saysThatAWorkbookIsProtectedWithAPassword() throws {
  let file = CompoundBytes([.init("EncryptionInfo", [1]), .init("EncryptedPackage", [1])])
  let refusal = try CompoundFile(ByteSource(file.bytes)).refusal
  #expect(refusal.kind == .encrypted)
  #expect(refusal.message.hasPrefix("The workbook is protected with a password."))
}

@Test(arguments: 0..<10 as Range<UInt64>)
func readsOrRefusesWhateverIsChangedInACompoundFile(seed: UInt64) {
  var numbers = SeededGenerator(seed)
  var file = CompoundBytes("Workbook", pattern(seed % 2 == 0 ? 5000 : 500))
  file.listsTableInChain = seed % 3 == 0
  let sample = file.bytes
  for _ in 0..<300 {
    var bytes = sample
    for _ in 0...Int.random(in: 0..<4, using: &numbers) {
      let place = Int.random(in: 0..<bytes.count, using: &numbers)
      let values = [0, 0xFF, UInt8.random(in: 0...255, using: &numbers)]
      bytes[place] = values[Int.random(in: 0..<3, using: &numbers)]
    }
    do {
      _ = try read(bytes)
    } catch {
      #expect(error is ContainerError)
    }
  }
}
