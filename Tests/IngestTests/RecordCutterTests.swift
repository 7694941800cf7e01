import Ingest
import Tables
import TestKit
import Testing

@Suite struct RecordCutterTests {
  /// Cuts text given in blocks of some size, as the reader does.
  private func records(_ bytes: [UInt8], blockSize: Int) -> [[[UInt8]]] {
    var cutter = RecordCutter(separator: UInt8(ascii: ","))
    var block = FieldBlock()
    var records: [[[UInt8]]] = []
    var position = 0
    while true {
      let next = min(bytes.count, position + blockSize)
      block.bytes += bytes[position..<next]
      position = next
      let used = cutter.cut(&block, isLast: position == bytes.count)
      for record in 0..<block.recordCount {
        records.append(
          (0..<block.fieldCount(record: record)).map {
            block.unquoted(block.range(record: record, field: $0))
          })
      }
      block.bytes.removeFirst(used)
      if position == bytes.count { return records }
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func theSizeOfBlocksIsOfNoAccount(seed: UInt64) {
    var random = SeededGenerator(seed)
    for _ in 0..<100 {
      let bytes = random.bytes(upTo: 120, alphabet: Array("ab,,\"\"\n\r".utf8))
      let whole = records(bytes, blockSize: 1 << 20)
      #expect(records(bytes, blockSize: 200) == whole)
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func whatIsWrittenByTheBookIsReadBack(seed: UInt64) {
    var random = SeededGenerator(seed)
    for _ in 0..<50 {
      let table = (0..<5).map { _ in
        (0..<3).map { _ in random.bytes(upTo: 8, alphabet: Array("ก,\"\n x".utf8)) }
      }
      let bytes = table.flatMap(written)
      #expect(records(bytes, blockSize: 64) == table)
    }
  }

  /// A record with every field in quotes.
  private func written(_ record: [[UInt8]]) -> [UInt8] {
    let fields = record.map { field -> [UInt8] in
      [0x22] + field.flatMap { byte -> [UInt8] in byte == 0x22 ? [0x22, 0x22] : [byte] } + [0x22]
    }
    return Array(fields.joined(separator: [0x2C])) + [0x0A]
  }
}
