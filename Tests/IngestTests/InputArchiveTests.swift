import Containers
import Ingest
import Tables
import TestKit
import Testing

@Suite struct InputArchiveTests {
  private static let good = Array((Reading.header + "20010001,1100000000016,12,ก,24.5\n").utf8)
  private static let row = "20010001|1100000000016|12|ก|24.5"

  private static func file(_ bytes: [UInt8]) -> InputFile {
    InputFile(path: "dmc/a.zip", dataset: "pupil", bytes: bytes)
  }

  private static func zip(_ members: [(String, [UInt8])]) -> [UInt8] {
    var zip = ZipWriter()
    for (path, bytes) in members { zip.add(path: path, bytes: bytes) }
    return zip.finish()
  }

  private static func read(_ bytes: [UInt8]) async throws -> Reading {
    try await Reading(InputArchive.files(of: file(bytes)), jobs: 2)
  }

  @Test func eachFileInItIsAnInputOfItsOwn() async throws {
    let workbook = SampleWorkbook(rows: "<row><c t=\"str\"><v>x</v></c></row>").bytes
    let reading = try await Self.read(
      Self.zip([
        ("2568/", []), ("2568/โรงเรียน.csv", Self.good), ("b\\c.csv", Self.good),
        ("__MACOSX/2568/._a.csv", [0]), (".DS_Store", [0]), ("2568/~$b.xlsx", [0]),
        ("x/.git/a.csv", [0]), ("x/Thumbs.db", []), ("desktop.ini", [0]), ("book.txt", workbook),
      ]))
    #expect(
      reading.tables.inputs.map { $0.path }
        == ["dmc/a.zip/2568/โรงเรียน.csv", "dmc/a.zip/b/c.csv", "dmc/a.zip/book.txt"])
    #expect(reading.tables.inputs.map { $0.container } == ["delimited", "delimited", "xlsx"])
    #expect(
      reading.tables.inputs.map { $0.size } == [Self.good.count, Self.good.count, workbook.count])
    #expect(reading.rows == [Self.row, Self.row])
    #expect(reading.findings == ["header-missing"])
  }

  @Test func aNameMayBeInWindows874() throws {
    let thai = try #require(Windows874.encode("โรงเรียน.csv"))
    let placeholder = String(repeating: "x", count: thai.count)
    let bytes = Self.zip([(placeholder, Self.good)])
    var named = bytes
    for place in 0..<bytes.count - thai.count
    where bytes[place..<place + thai.count].elementsEqual(placeholder.utf8) {
      named.replaceSubrange(place..<place + thai.count, with: thai)
      // The flag of UTF-8 stands before the name, in the local header and in the directory.
    }
    for (signature, offset) in [([0x50, 0x4B, 3, 4] as [UInt8], 6), ([0x50, 0x4B, 1, 2], 8)] {
      let place = try #require(
        (0..<named.count - 4).first { Array(named[$0..<$0 + 4]) == signature })
      named[place + offset + 1] &= ~8
    }
    let files = try InputArchive.files(of: Self.file(named))
    #expect(files.map { $0.path } == ["dmc/a.zip/โรงเรียน.csv"])
  }

  @Test func workbooksAndOtherFilesStayWhatTheyAre() throws {
    let ods = Self.zip([("mimetype", Array("application/vnd.oasis.opendocument.text".utf8))])
    for bytes in [SampleWorkbook().bytes, ods, Self.good, [], Array(ods.prefix(40))] {
      #expect(try InputArchive.files(of: Self.file(bytes)).map { $0.path } == ["dmc/a.zip"])
    }
  }

  @Test(arguments: ["../../etc/a.csv", "/etc/a.csv", "a/../../b.csv", "C:\\a.csv", "..\\a.csv"])
  func aPathThatLeadsOutIsNamedAndTheOthersAreRead(path: String) async throws {
    let bytes = Self.zip([(path, Self.good), ("b.csv", Self.good)])
    let files = try InputArchive.files(of: Self.file(bytes))
    let error = #expect(throws: ContainerError(.damaged, "")) {
      try files.first { !$0.path.hasSuffix("b.csv") || path.hasSuffix("b.csv") }?.open()
    }
    #expect(
      error?.message
        == "The archive gives the file a path that leads out of it; pack it anew without folders.")
    let reading = try await Self.read(bytes)
    #expect(reading.rows == [Self.row])
    #expect(reading.findings == ["file-damaged"])
  }

  @Test func anArchiveInAnArchiveIsNotOpened() async throws {
    let inner = Self.zip([("a.csv", Self.good)])
    let bytes = Self.zip([("b.csv", Self.good), ("inner.zip", inner)])
    let files = try InputArchive.files(of: Self.file(bytes))
    let error = #expect(throws: ContainerError(.unsupported, "")) { try files[1].open() }
    #expect(
      error?.message
        == "The file is an archive within an archive, which is not opened: unpack it first.")
    let reading = try await Self.read(bytes)
    #expect(reading.rows == [Self.row])
    #expect(reading.tables.inputs.map { $0.refusal } == [nil, "file-unsupported"])
  }

  /// Changes a byte of the first entry of the directory.
  private static func changed(_ bytes: [UInt8], _ offset: Int, to byte: UInt8) throws -> [UInt8] {
    var bytes = bytes
    let place = try #require(
      (0..<bytes.count - 4).first { Array(bytes[$0..<$0 + 4]) == [0x50, 0x4B, 1, 2] })
    bytes[place + offset] = byte
    return bytes
  }

  @Test(
    arguments: [
      (8, 1, "file-encrypted"), (16, 0x77, "file-damaged"), (10, 12, "file-unsupported"),
      (24, 1, "file-damaged"),
    ] as [(Int, UInt8, String)])
  func aMemberThatCannotBeExpandedIsNamed(offset: Int, byte: UInt8, rule: String) async throws {
    let sound = Self.zip([("a.csv", Self.good + Self.good), ("b.csv", Self.good)])
    let reading = try await Self.read(Self.changed(sound, offset, to: byte))
    #expect(reading.findings == [rule])
    #expect(reading.tables.inputs.map { $0.refusal } == [rule, nil])
    #expect(reading.rows == [Self.row])
  }

  @Test func anArchiveWhoseDirectoryIsDamagedIsOneInput() async throws {
    let twins = Self.zip([("a.csv", Self.good), ("a.csv", Self.good)])
    let cut = Self.zip([("a.csv", Self.good)]).dropLast(3)
    for (bytes, rule) in [(twins, "file-damaged"), (Array(cut), "file-truncated")] {
      let reading = try await Self.read(bytes)
      #expect(reading.findings == [rule])
      #expect(reading.tables.inputs.map { $0.path } == ["dmc/a.zip"])
    }
  }

  @Test func anArchiveWithoutExportsIsNamed() async throws {
    let reading = try await Self.read(Self.zip([("a/", []), (".hidden", [1])]))
    #expect(reading.findings == ["file-unsupported"])
  }

  @Test func anArchiveOfTooManyFilesIsNamed() async throws {
    let reading = try await Self.read(Self.zip((0..<100_001).map { ("\($0)", []) }))
    #expect(reading.findings == ["file-too-large"])
    #expect(reading.tables.inputs.count == 1)
  }

  @Test func aMemberTooLargeForTheMemoryIsKeptInAFileWithoutAName() throws {
    let bytes = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 13) }
    let archive = try ZipArchive(ByteSource(Self.zip([("a", bytes)])))
    let source = try archive.expand(archive.entries[0], inMemory: 1000)
    #expect(source.count == bytes.count)
    #expect(try source.read(0..<bytes.count) == bytes)
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func readsOrRefusesWhateverIsChanged(seed: UInt64) async throws {
    let sample = Self.zip([("a.csv", Self.good), ("b/c.json", Array("[{\"a\":1}]".utf8))])
    var mutation = Mutation(seed: seed)
    for _ in 0..<30 {
      let reading = try await Self.read(mutation.of(sample, words: ["PK\u{1}\u{2}", "../"]))
      #expect(!reading.tables.inputs.isEmpty)
    }
  }
}
