internal import Containers

/// A window that moves over the XML of a part while it is expanded.
///
/// The memory stays at 256 KB, unless one tag or cell is longer; one of more than 4 MB is refused
/// (a cell has at most 32,767 characters). Zeros follow the bytes, so that a scanner which stops at
/// what it does not know cannot run out of the window.
struct XMLWindow: ~Copyable {
  private(set) var bytes: [UInt8]
  /// How many bytes there are before the zeros.
  private(set) var count = 0
  private var isLast = false
  private var reader: ZipPartReader

  private static let padding = 64
  private static let room = 256 << 10
  private static let largestPiece = 4 << 20

  /// Opens a part and looks at its first bytes.
  init(_ reader: consuming ZipPartReader, part: String) throws {
    self.reader = reader
    bytes = Array(repeating: 0, count: Self.room + Self.padding)
    try refill(from: 0)
    try XMLProlog.check(bytes.span.extracting(0..<count), part: part)
  }

  /// Moves the window, so that it starts at a place of the present one.
  mutating func refill(from place: Int) throws {
    guard !isLast else { throw XMLFault("it ends too early") }
    let tail = count - place
    for index in 0..<tail { bytes[index] = bytes[place + index] }
    if tail > (bytes.count - Self.padding) / 2 { try grow() }
    let end = bytes.count - Self.padding
    count = tail + (try reader.fill(&bytes, in: tail..<end))
    isLast = count < end
    for index in count..<count + Self.padding { bytes[index] = 0 }
  }

  /// Reads the rest of the part and drops it, so that its checksum is compared.
  mutating func drain() throws {
    while !isLast {
      let end = bytes.count - Self.padding
      isLast = try reader.fill(&bytes, in: 0..<end) < end
    }
  }

  private mutating func grow() throws {
    let room = bytes.count - Self.padding
    guard room < Self.largestPiece else {
      throw ContainerError(
        .tooLarge, "A single cell or tag has more than \(room / 2) bytes, as none in Excel can.")
    }
    bytes.append(contentsOf: repeatElement(0, count: room))
  }
}
