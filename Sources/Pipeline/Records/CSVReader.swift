/// Reads back what `CSVText` has written, record by record.
///
/// The bytes may be anybody's: what is no record in its form ends the reading, and nothing is copied
/// before it is asked for.
struct CSVReader {
  /// The file is not in the form that a run writes.
  struct Damage: Error, Equatable {
    let line: Int
  }

  private struct Field {
    var range: Range<Int>
    var isQuoted: Bool
  }

  private let bytes: [UInt8]
  private var place = 0
  private var fields: [Field] = []
  /// The line on which the last record begins.
  private(set) var line = 0
  private var nextLine = 1

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Goes on to the next record, which has exactly so many fields; false at the end.
  mutating func next(fields count: Int) throws(Damage) -> Bool {
    guard place < bytes.count else { return false }
    line = nextLine
    fields.removeAll(keepingCapacity: true)
    repeat {
      guard fields.count < count else { throw Damage(line: line) }
      fields.append(try field())
    } while take(UInt8(ascii: ","))
    guard fields.count == count, take(10) || place == bytes.count else { throw Damage(line: line) }
    nextLine += 1
    return true
  }

  /// Whether a field has exactly these bytes.
  func field(_ index: Int, equals other: [UInt8]) -> Bool {
    bytes[fields[index].range].elementsEqual(other)
  }

  /// The bytes of a field as they stand in the file.
  func raw(_ index: Int) -> [UInt8] { Array(bytes[fields[index].range]) }

  /// The text of a field, without the apostrophe that keeps spreadsheets from running it.
  func text(_ index: Int) throws(Damage) -> String {
    let field = fields[index]
    guard let text = String(validating: bytes[field.range], as: UTF8.self) else {
      throw Damage(line: line)
    }
    return CSVText.armed(field.isQuoted ? text.replacing("\"\"", with: "\"") : text)
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard place < bytes.count, bytes[place] == byte else { return false }
    place += 1
    return true
  }

  private mutating func field() throws(Damage) -> Field {
    let start = place
    guard take(UInt8(ascii: "\"")) else {
      while place < bytes.count, bytes[place] != 0x2C, bytes[place] != 10 { place += 1 }
      return Field(range: start..<place, isQuoted: false)
    }
    while place < bytes.count {
      if bytes[place] == 10 { nextLine += 1 }
      place += 1
      guard bytes[place - 1] == 0x22 else { continue }
      if take(0x22) { continue }
      return Field(range: (start + 1)..<(place - 1), isQuoted: true)
    }
    throw Damage(line: line)
  }
}
