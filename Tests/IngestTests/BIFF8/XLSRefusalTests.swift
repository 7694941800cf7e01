import Containers
import Ingest
import Tables
import TestKit
import Testing

/// A workbook of Excel 97–2003 that is refused, and the whole message.
struct XLSRefusal: CustomTestStringConvertible {
  let testDescription: String
  let kind: ContainerError.Kind
  let bytes: [UInt8]

  init(_ message: String, _ kind: ContainerError.Kind, _ bytes: [UInt8]) {
    (testDescription, self.kind, self.bytes) = (message, kind, bytes)
  }

  private static let damaged =
    ". The file is damaged: fetch it again, or save it anew in Excel."

  /// A sheet that cannot be read from a row on.
  init(_ reason: String, row: Int = 0, _ records: [BIFFRecord]) {
    let place = row == 0 ? "" : " from row \(row) on"
    self.init(
      "The sheet 'นักเรียน' cannot be read\(place): \(reason)" + Self.damaged, .damaged,
      SampleXLS(records).bytes)
  }

  /// A workbook whose records before the sheets cannot be read.
  init(workbook reason: String, _ change: (inout SampleXLS) -> Void) {
    var sample = SampleXLS([])
    change(&sample)
    self.init(
      "The workbook cannot be read: \(reason)" + Self.damaged, .damaged, sample.bytes)
  }

  /// Records before the sheets that cannot be read.
  init(workbook reason: String, _ head: [BIFFRecord]) {
    self.init(workbook: reason) { $0.head = head }
  }
}

private let old =
  "The workbook is of the kind that Excel 95 and earlier wrote. Open it in Excel and save it as "
  + ".xlsx."
private let protected =
  "The workbook is protected with a password. Open it in Excel, take the password away "
  + "(File, Info, Protect Workbook) and save it."

/// A workbook of one sheet, changed.
private func sample(
  _ records: [BIFFRecord] = [.number(0, 0, 1)], _ change: (inout SampleXLS) -> Void
) -> [UInt8] {
  var sample = SampleXLS(records)
  change(&sample)
  return sample.bytes
}

private let short = "a record is shorter than its kind must be"
private let refusals = [
  XLSRefusal(old, .unsupported, sample { ($0.version, $0.streamName) = (0x0500, "Book") }),
  XLSRefusal(old, .unsupported, sample { $0.version = 0x0500 }),
  XLSRefusal(
    old, .unsupported,
    CompoundBytes("Book", BIFFRecord(0x409, [0, 4, 0x10, 0, 0, 0]).bytes).bytes),
  XLSRefusal(protected, .encrypted, sample { $0.head = [BIFFRecord(0x2F, [1, 0, 1, 0, 1, 0])] }),
  XLSRefusal(protected, .encrypted, CompoundBytes("EncryptedPackage", [1]).bytes),
  XLSRefusal(
    "The file is a document of Word (.doc), not a workbook. Save the table in Excel as .xlsx.",
    .unsupported, CompoundBytes("WordDocument", [1]).bytes),

  XLSRefusal(workbook: "it does not begin as a workbook does") { $0.version = 0x0700 },
  XLSRefusal(
    "The workbook cannot be read: it is empty. The file is damaged: fetch it again, or save it "
      + "anew in Excel.", .damaged, CompoundBytes("Workbook", []).bytes),
  XLSRefusal(
    "The workbook cannot be read: it does not begin as a workbook does. The file is damaged: fetch "
      + "it again, or save it anew in Excel.", .damaged,
    CompoundBytes("Workbook", BIFFRecord.number(0, 0, 1).bytes).bytes),
  XLSRefusal(
    "The workbook cannot be read: its last record is missing. The file is damaged: fetch it again, "
      + "or save it anew in Excel.", .damaged,
    CompoundBytes("Workbook", BIFFRecord.start(5).bytes).bytes),
  XLSRefusal(
    workbook: "a text is longer than its records",
    [BIFFRecord(0x41E, [164, 0, 5, 0, 0, 0x64, 0x64])]),
  XLSRefusal(
    workbook: "a letter is cut in two", [BIFFRecord(0x41E, [164, 0, 2, 0, 1, 0x64, 0, 0x64])]),
  XLSRefusal(workbook: "a text is longer than its records") {
    $0.texts = [.sharedTexts([[5, 0, 0, 0x61]])]
  },
  XLSRefusal(workbook: "a text is longer than its records") {
    // A reading that says it has 4 GB.
    $0.texts = [.sharedTexts([[1, 0, 4, 0xFF, 0xFF, 0xFF, 0xFF, 0x61]])]
  },
  XLSRefusal(workbook: "it lists more than 4096 sheets") {
    $0.head = (0...4096).map {
      BIFFRecord(0x85, BIFFRecord.four($0) + [0, 0] + BIFFRecord.text("s", lengthBytes: 1))
    }
  },
  XLSRefusal(
    "The sheet 's' stands behind the end of the file. The file is damaged: fetch it again, or save "
      + "it anew in Excel.", .damaged,
    sample {
      $0.head = [BIFFRecord(0x85, [0, 0, 9, 0, 0, 0] + BIFFRecord.text("s", lengthBytes: 1))]
    }),
  XLSRefusal(
    "The sheet 's' does not say where it alone stands. The file is damaged: fetch it again, or save "
      + "it anew in Excel.", .damaged,
    sample {
      let sheet = BIFFRecord(0x85, [0, 0, 0, 0, 0, 0] + BIFFRecord.text("s", lengthBytes: 1))
      $0.head = [sheet, sheet]
    }),
  XLSRefusal(
    "The sheet 's' cannot be read: it does not begin as a sheet does. The file is damaged: fetch it "
      + "again, or save it anew in Excel.", .damaged,
    sample {
      $0.head = [
        BIFFRecord(0x85, [4, 0, 0, 0, 0, 0] + BIFFRecord.text("s", lengthBytes: 1))
      ]
    }),
  XLSRefusal(
    "The sheet 'นักเรียน' cannot be read: it does not begin as a sheet does. The file is damaged: "
      + "fetch it again, or save it anew in Excel.", .damaged,
    sample { $0.sheets[0].version = 0x0500 }),
  XLSRefusal(
    "The sheet 'นักเรียน' cannot be read from row 1 on: its last record is missing. The file is "
      + "damaged: fetch it again, or save it anew in Excel.", .damaged,
    sample { $0.sheets[0].isClosed = false }),

  XLSRefusal(short, [BIFFRecord(0x203, [0, 0, 0, 0])]),
  XLSRefusal(short, row: 3, [.number(2, 0, 1), BIFFRecord(0x208, [1, 2])]),
  XLSRefusal(short, row: 1, [BIFFRecord(0x203, [0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7])]),
  XLSRefusal(short, row: 1, [BIFFRecord(0x27E, [0, 0, 0, 0, 0, 0, 1, 2, 3])]),
  XLSRefusal(short, row: 1, [BIFFRecord(0xFD, [0, 0, 0, 0, 0, 0, 1, 2, 3])]),
  XLSRefusal(short, row: 1, [BIFFRecord(0x205, [0, 0, 0, 0, 0, 0, 1])]),
  XLSRefusal(short, row: 1, [BIFFRecord(0x06, [0, 0, 0, 0, 0, 0, 1])]),
  XLSRefusal(short, [BIFFRecord(0xBD, [0, 0, 0, 0, 0, 0, 1])]),
  XLSRefusal(short, [BIFFRecord(0xBE, [0, 0, 0, 0, 0, 0])]),
  XLSRefusal("a cell names text 3 of 0", row: 2, [.number(0, 0, 1), .shared(1, 0, 2)]),
  XLSRefusal(
    "a cell names text 3 of 0", row: 1, [.number(1, 0, 1), .shared(0, 0, 2)]),
  XLSRefusal(
    "a cell stands in column 257, behind the last one (256)", row: 1,
    [.number(0, 0, 1), .number(1, 256, 1)]),
  XLSRefusal("a cell stands in column 257, behind the last one (256)", [.blanks(0, 254...256)]),
  XLSRefusal(
    "a text is longer than its records", row: 1, [BIFFRecord(0x204, [0, 0, 0, 0, 0, 0, 9, 0, 0])]),
  XLSRefusal(
    "a text is longer than its records", row: 1,
    [.formula(0, 0, BIFFRecord.value(0)), BIFFRecord(0x207, [9, 0, 0, 0x61])]),
  XLSRefusal(
    "a range of merged cells is none", row: 1, [.number(0, 0, 1), .merges([[2, 1, 0, 0]])]),
  XLSRefusal("a range of merged cells is none", [.merges([[0, 0, 3, 2]])]),
  XLSRefusal("a range of merged cells is none", [.merges([[0, 0, 0, 256]])]),
  XLSRefusal(
    "a text is longer than its records", [BIFFRecord(0xE5, [2, 0, 0, 0, 0, 0, 0, 0, 0, 0])]),
]

@Test(arguments: refusals)
func refuses(_ refusal: XLSRefusal) {
  let error = #expect(throws: ContainerError.self) { try SampleXLS.read(refusal.bytes) }
  #expect(error?.kind == refusal.kind)
  #expect(error?.message == refusal.testDescription)
}

@Test func refusesAStreamThatEndsWithinARecord() {
  let stream = SampleXLS([.number(0, 0, 1)]).stream
  for (left, reason) in [(5, "within a record"), (2, "within the head of a record")] {
    let bytes = CompoundBytes("Workbook", Array(stream[..<(stream.count - left)])).bytes
    let error = #expect(throws: ContainerError(.damaged, "")) { try SampleXLS.read(bytes) }
    #expect(error?.message.contains(reason) == true)
  }
}

@Test func readsAWorkbookOfTodaysFormWhateverItsStreamIsCalled() throws {
  #expect(try SampleXLS.read(sample { $0.streamName = "Book" }) == ["1: A=1"])
  #expect(try SampleXLS.read(sample { $0.streamName = "WORKBOOK" }) == ["1: A=1"])
}

@Test(arguments: [
  (CompoundBytes("WordDocument", [1]), "file-unsupported"),
  (CompoundBytes("EncryptedPackage", [1]), "file-encrypted"),
  (CompoundBytes("Workbook", []), "file-damaged"),
])
func findsWhatIsWrongWithACompoundFile(_ file: CompoundBytes, _ rule: String) async throws {
  let reading = try await Reading(file.bytes)
  #expect(reading.findings == [rule])
  #expect(reading.input.refusal == rule)
}
