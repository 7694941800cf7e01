/// A block of delimited records, cut into fields but not copied.
///
/// A reader fills it, picks the records that are data, and hands it to each column in turn, while the
/// block is still in the cache.
package struct FieldBlock: Sendable {
  /// The bytes of the block, in the file's own encoding.
  package var bytes: [UInt8] = []
  /// Where each field ends; a field starts one byte after the end of the one before it.
  package var ends: [UInt32] = []
  /// For each record: the number of its first field, and one entry more for the end.
  package var firstFields: [UInt32] = []
  /// For each record: where its bytes start.
  package var starts: [UInt32] = []
  /// The records that are data, in order.
  package var chosen: [UInt32] = []
  /// The quotation mark, when the block holds one.
  package var quote: UInt8?

  package init() {}

  package var recordCount: Int { starts.count }

  package func fieldCount(record: Int) -> Int {
    Int(firstFields[record + 1] - firstFields[record])
  }

  /// The bytes of a field, its quotes included; empty when the record is too short to have it.
  package func range(record: Int, field: Int) -> Range<Int> {
    let first = Int(firstFields[record])
    let index = first &+ field
    guard index < Int(firstFields[record &+ 1]) else { return 0..<0 }
    let start = field == 0 ? Int(starts[record]) : Int(ends[index &- 1]) &+ 1
    return start..<Int(ends[index])
  }

  package func isQuoted(_ range: Range<Int>) -> Bool {
    guard let quote, !range.isEmpty else { return false }
    return bytes[range.lowerBound] == quote
  }

  /// The field's text: without its quotes, a doubled quote made one.
  ///
  /// What stands after the closing quote is kept, and a quote that is never closed is kept too, so no
  /// byte of a damaged field is lost.
  package func unquoted(_ range: Range<Int>) -> [UInt8] {
    guard let quote, isQuoted(range) else { return Array(bytes[range]) }
    var text: [UInt8] = []
    var index = range.lowerBound + 1
    var inside = true
    while index < range.upperBound {
      let byte = bytes[index]
      if inside, byte == quote {
        if index + 1 < range.upperBound, bytes[index + 1] == quote {
          text.append(quote)
          index += 1
        } else {
          inside = false
        }
      } else {
        text.append(byte)
      }
      index += 1
    }
    return inside ? Array(bytes[range]) : text
  }
}

extension FieldBlock {
  /// Where a field's bytes stand, in eight bytes of memory.
  struct Cell {
    let start: UInt32
    let end: UInt32
    let isQuoted: Bool

    var range: Range<Int> { Int(start)..<Int(end) }
    var length: UInt32 { end &- start }
  }

  /// One field of every chosen record.
  func cells(ofField field: Int) -> [Cell] {
    let (bytes, ends, firsts) = (self.bytes.span, self.ends.span, self.firstFields.span)
    let starts = self.starts.span
    return chosen.map { record in
      let record = Int(record)
      let index = Int(firsts[record]) &+ field
      guard index < Int(firsts[record &+ 1]) else { return Cell(start: 0, end: 0, isQuoted: false) }
      let start = field == 0 ? starts[record] : ends[index &- 1] &+ 1
      let end = ends[index]
      let isQuoted = quote != nil && start < end && bytes[Int(start)] == quote
      return Cell(start: start, end: end, isQuoted: isQuoted)
    }
  }
}
