internal import Containers
package import Tables

/// Cuts a block of delimited text into records and fields (RFC 4180, and what is made of it).
///
/// A vector scan finds separators, line ends and quotes; then each is looked at once. A quote opens
/// a quoted field only at the start of a field. A quote that nothing closes, or that would swallow
/// dozens of lines, is taken as a letter and remembered as stray.
package struct RecordCutter: Sendable {
  private let separator: UInt8
  private let newline: UInt8
  private let quote = UInt8(ascii: "\"")
  /// A quoted field of more lines is a mistake; addresses have two or three.
  private let longestQuotedLines = 32
  /// A quoted field of several lines with as many separators has swallowed other rows.
  private let mostQuotedSeparators: Int
  private var places: [UInt32] = []

  /// The records of the last block that hold a stray quote.
  package private(set) var strayQuotes: [Int] = []
  /// The last block ended inside a quoted field.
  package private(set) var endedInsideQuotes = false

  /// `width` is the number of fields that a record should have.
  package init(separator: UInt8, newline: UInt8 = UInt8(ascii: "\n"), width: Int = 32) {
    self.separator = separator
    self.newline = newline
    mostQuotedSeparators = max(2, width / 2)
  }

  /// Cuts the block's bytes, and gives how many of them belong to whole records.
  ///
  /// What is left over is the start of a record that the next block completes; with `isLast` nothing
  /// is left over.
  package mutating func cut(_ block: inout FieldBlock, isLast: Bool) -> Int {
    var cuts = Cuts(reusing: &block)
    let count = ByteSearch.find(separator, newline, quote, in: block.bytes, places: &places)
    walk(block.bytes.span, places.span.extracting(0..<count), isLast: isLast, &cuts)
    if cuts.sawQuote { block.quote = quote }
    strayQuotes = cuts.strayQuotes
    endedInsideQuotes = cuts.endedInsideQuotes
    return cuts.finish(&block)
  }

  private func walk(
    _ bytes: Span<UInt8>, _ places: Span<UInt32>, isLast: Bool, _ cuts: inout Cuts
  ) {
    var index = 0
    var fieldStart = 0
    while index < places.count {
      let place = Int(places[index])
      let byte = bytes[place]
      index &+= 1
      if byte == separator {
        cuts.endField(place)
        fieldStart = place &+ 1
      } else if byte == newline {
        let crlf = place > fieldStart && bytes[place &- 1] == 13
        cuts.endRecord(crlf ? place &- 1 : place, next: place &+ 1)
        fieldStart = place &+ 1
      } else if place == fieldStart {
        cuts.sawQuote = true
        switch closing(from: index, places, bytes, isLast: isLast) {
        case .closed(let next): index = next
        case .stray: cuts.strayQuotes.append(cuts.records)
        case .unfinished:
          cuts.endedInsideQuotes = true
          guard isLast else { return }
          cuts.strayQuotes.append(cuts.records)
        }
      }
    }
    if isLast, cuts.recordStart < bytes.count { cuts.endRecord(bytes.count, next: bytes.count) }
  }

  private enum Closing {
    /// The place after the closing quote's.
    case closed(next: Int)
    case stray
    case unfinished
  }

  /// Looks for the quote that closes a field; doubled quotes are letters.
  private func closing(
    from index: Int, _ places: Span<UInt32>, _ bytes: Span<UInt8>, isLast: Bool
  ) -> Closing {
    var index = index
    var lines = 0
    var separators = 0
    while index < places.count {
      let place = Int(places[index])
      index &+= 1
      if bytes[place] == newline {
        lines &+= 1
      } else if bytes[place] == separator {
        separators &+= 1
      }
      if lines > longestQuotedLines || (lines > 0 && separators > mostQuotedSeparators) {
        return .stray
      }
      guard bytes[place] == quote else { continue }
      let next = place &+ 1
      guard next < bytes.count else { return isLast ? .closed(next: index) : .unfinished }
      if bytes[next] == quote {
        index &+= 1
      } else if lines == 0 || bytes[next] == separator || bytes[next] == newline
        || bytes[next] == 13
      {
        return .closed(next: index)
      } else {
        return .stray
      }
    }
    return .unfinished
  }
}

/// The arrays of a block while it is cut; taken out of it, so that its bytes can be read meanwhile.
private struct Cuts {
  private var ends: [UInt32] = []
  private var firstFields: [UInt32] = []
  private var starts: [UInt32] = []
  private(set) var recordStart = 0
  var sawQuote = false
  var strayQuotes: [Int] = []
  var endedInsideQuotes = false

  init(reusing block: inout FieldBlock) {
    block.quote = nil
    swap(&ends, &block.ends)
    swap(&firstFields, &block.firstFields)
    swap(&starts, &block.starts)
    ends.removeAll(keepingCapacity: true)
    firstFields.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    firstFields.append(0)
  }

  var records: Int { starts.count }

  mutating func endField(_ place: Int) { ends.append(UInt32(truncatingIfNeeded: place)) }

  mutating func endRecord(_ place: Int, next: Int) {
    endField(place)
    starts.append(UInt32(truncatingIfNeeded: recordStart))
    firstFields.append(UInt32(truncatingIfNeeded: ends.count))
    recordStart = next
  }

  /// Gives the arrays back, without the fields of an unfinished record.
  mutating func finish(_ block: inout FieldBlock) -> Int {
    ends.removeLast(ends.count - Int(firstFields[firstFields.count - 1]))
    swap(&ends, &block.ends)
    swap(&firstFields, &block.firstFields)
    swap(&starts, &block.starts)
    return recordStart
  }
}
