internal import Containers

/// Walks over the records of a stretch of a workbook's stream, in a window that moves over it.
///
/// A record is two bytes of kind, two of length and its body (MS-XLS 2.1.4).
struct RecordCursor {
  /// Holds the longest record, of 64 KB, several times.
  private static let usualWindow = 256 << 10

  private let stream: CompoundStream
  private let end: Int
  private let windowSize: Int
  /// The window, and where it begins in the stream.
  private(set) var bytes: [UInt8] = []
  private var start: Int
  /// Where the next record begins in the window.
  private var following = 0
  private(set) var rawKind = 0
  /// Nil for a kind that does not count.
  private(set) var kind: RecordKind?
  /// Where the record's body stands in the window.
  private(set) var body = 0..<0
  /// What is read next of the body.
  var place = 0

  /// With `keepsAll` the whole stretch is held, for its records to be read in any order.
  init(_ stream: CompoundStream, _ stretch: Range<Int>, keepsAll: Bool = false) {
    self.stream = stream
    let stretch = stretch.clamped(to: 0..<stream.count)
    start = stretch.lowerBound
    end = stretch.upperBound
    windowSize = keepsAll ? max(stretch.count, Self.usualWindow) : Self.usualWindow
  }

  /// Where the record begins in the stream.
  var offset: Int { start + body.lowerBound - 4 }

  /// Goes to the next record; false behind the last.
  mutating func next() throws -> Bool {
    guard try holds(4) else {
      guard following == bytes.count else {
        throw RecordFault("it ends within the head of a record")
      }
      return false
    }
    let size = bytes.number16(at: following + 2)
    guard try holds(4 + size) else { throw RecordFault("it ends within a record") }
    rawKind = bytes.number16(at: following)
    kind = RecordKind(rawValue: rawKind)
    body = following + 4..<following + 4 + size
    place = body.lowerBound
    following = body.upperBound
    return true
  }

  /// Goes to the next record of a sheet; false at its end.
  ///
  /// Those of charts within it are passed over.
  mutating func nextOfSheet() throws -> Bool {
    var depth = 0
    while try next() {
      switch kind {
      case .start: depth += 1
      case .end where depth == 0: return false
      case .end: depth -= 1
      default: if depth == 0 { return true }
      }
    }
    throw RecordFault("its last record is missing")
  }

  /// The kind of the next record, which is not yet gone to; the body of this one is given up.
  mutating func peek() throws -> RecordKind? {
    guard try holds(4) else { return nil }
    return RecordKind(rawValue: bytes.number16(at: following))
  }

  /// Makes the record at a place of the stream the next one.
  mutating func move(to offset: Int) {
    if (start...start + bytes.count).contains(offset) {
      following = offset - start
    } else {
      bytes.removeAll(keepingCapacity: true)
      (start, following) = (offset, 0)
    }
  }

  /// Makes sure that the window holds so many bytes from the next record on.
  private mutating func holds(_ count: Int) throws -> Bool {
    if following + count <= bytes.count { return true }
    bytes.removeSubrange(..<following)
    start += following
    following = 0
    let from = start + bytes.count
    guard from < end else { return count <= bytes.count }
    try stream.read(from..<min(end, from + windowSize), appendingTo: &bytes)
    return count <= bytes.count
  }
}

extension [UInt8] {
  /// The number of 16 bits at a place, which must lie inside.
  func number16(at place: Int) -> Int { Int(self[place]) | Int(self[place + 1]) << 8 }

  /// The number of 32 bits at a place, which must lie inside.
  func number32(at place: Int) -> Int { number16(at: place) | number16(at: place + 2) << 16 }

  /// The floating-point number of 64 bits at a place, which must lie inside.
  func double(at place: Int) -> Double {
    Double(bitPattern: UInt64(number32(at: place)) | UInt64(number32(at: place + 4)) << 32)
  }
}
