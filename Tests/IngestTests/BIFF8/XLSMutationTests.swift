import Containers
import Ingest
import TestKit
import Testing

/// A workbook with every kind of record that is read.
private func variedWorkbook() -> SampleXLS {
  var sample = SampleXLS(sheets: [
    .init(records: [
      .row(0), .row(1, isHidden: true), .shared(0, 0, 0), .shared(0, 1, 1), .label(0, 2, "วัด"),
      .richLabel(0, 3, "ข"), .number(1, 0, 42005.25, style: 1), .packed(1, 1, 6),
      .packed(1, 2, [(0, 10), (1, 42005 << 2 | 2)]), .blank(1, 4), .blanks(1, 5...8),
      .flag(1, 9, true), .error(1, 10, 7), .formula(2, 0, BIFFRecord.double(2)),
      .formula(2, 1, BIFFRecord.value(0)), BIFFRecord(0x4BC, [1, 2, 3]), .formulaText("ผล"),
      .start(0x20), .number(0, 0, 9), .end, .merges([[0, 1, 0, 1], [2, 2, 0, 3]]),
    ]),
    .init(
      name: "รหัส", state: 1,
      records: [.number(4, 0, 4), .formula(0, 0, BIFFRecord.value(0)), .formulaText("ก")]),
  ])
  sample.head =
    [BIFFRecord(0x22, [0, 0]), BIFFRecord(0x41E, [164, 0] + BIFFRecord.text("d/m/yyyy"))]
    + [0, 164].map { BIFFRecord(0xE0, [0, 0] + BIFFRecord.two($0)) }
  let texts = [BIFFRecord.text("รหัสโรงเรียน"), BIFFRecord.text("abc", isNarrow: true)]
  sample.texts = BIFFRecord.sharedTexts(texts).split(at: 19, option: 1)
  return sample
}

/// Reads, or is refused; any other end fails the test.
private func readOrRefuse(_ bytes: [UInt8]) {
  do {
    _ = try SampleXLS.read(bytes)
  } catch {
    #expect(error is ContainerError)
  }
}

@Test(arguments: 0..<10 as Range<UInt64>)
func readsOrRefusesWhateverIsChangedInTheRecords(seed: UInt64) {
  var numbers = SeededGenerator(seed)
  let sample = variedWorkbook().stream
  for _ in 0..<250 {
    var stream = sample
    for _ in 0..<Int.random(in: 1...4, using: &numbers) {
      let place = Int.random(in: 0..<stream.count, using: &numbers)
      switch Int.random(in: 0..<5, using: &numbers) {
      case 0: stream.removeSubrange(place..<min(stream.count - 1, place + 9))
      case 1: stream.insert(contentsOf: stream[place..<min(stream.count, place + 20)], at: place)
      case 2: stream[place] = [0, 1, 0x3C, 0x7F, 0xFF].randomElement(using: &numbers) ?? 0
      default: stream[place] = UInt8.random(in: 0...255, using: &numbers)
      }
    }
    readOrRefuse(CompoundBytes("Workbook", stream).bytes)
  }
}

@Test(arguments: 0..<10 as Range<UInt64>)
func readsOrRefusesWhateverIsChangedInAnOldWorkbook(seed: UInt64) {
  var numbers = SeededGenerator(seed)
  let sample = variedWorkbook().bytes
  for _ in 0..<250 {
    var bytes = sample
    for _ in 0..<Int.random(in: 1...3, using: &numbers) {
      let place = Int.random(in: 0..<bytes.count, using: &numbers)
      bytes[place] = UInt8.random(in: 0...255, using: &numbers)
    }
    readOrRefuse(bytes)
  }
}

/// Cells in the order of the sheet, and the lines that must be read of them.
private func randomCells(_ numbers: inout SeededGenerator) -> [(record: BIFFRecord, text: String)] {
  var cells: [(record: BIFFRecord, text: String)] = []
  var row = 0
  for _ in 0..<Int.random(in: 0..<30, using: &numbers) {
    row += Int.random(in: 1...3, using: &numbers)
    var column = -1
    for _ in 0..<Int.random(in: 1..<8, using: &numbers) {
      column += Int.random(in: 1...20, using: &numbers)
      let number = Int.random(in: -99_999...99_999, using: &numbers)
      let (record, text): (BIFFRecord, String) =
        switch Int.random(in: 0..<3, using: &numbers) {
        case 0: (.packed(row, column, number << 2 | 2), "\(number)")
        case 1: (.label(row, column, "ก\(number)"), "ก\(number)")
        default: (.number(row, column, Double(number) + 0.5), "\(Double(number) + 0.5)")
        }
      cells.append((record, "\(row + 1) \(RowLines.letters(column))=\(text)"))
    }
  }
  return cells
}

@Test(arguments: 0..<50 as Range<UInt64>)
func readsTheSameCellsInWhateverOrderTheyStand(seed: UInt64) throws {
  var numbers = SeededGenerator(seed)
  let cells = randomCells(&numbers)
  var expected: [String] = []
  var row: Substring = ""
  for cell in cells {
    let words = cell.text.split(separator: " ")
    if words[0] != row { expected.append("\(words[0]):") }
    row = words[0]
    expected[expected.count - 1] += " \(words[1])"
  }
  let records = cells.map { $0.record }
  #expect(try SampleXLS(records).read() == expected)
  #expect(try SampleXLS(records.shuffled(using: &numbers)).read() == expected)
}
