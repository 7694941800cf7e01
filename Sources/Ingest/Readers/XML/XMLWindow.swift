internal import Containers

/// A window that moves over the XML of a part while it is expanded, or over that of a file.
///
/// The memory stays at 256 KB, unless one tag or cell is longer; one of more than 4 MB is refused
/// (a cell has at most 32,767 characters). Zeros follow the bytes, so that a scanner which stops at
/// what it does not know cannot run out of the window.
struct XMLWindow: ~Copyable {
  private(set) var bytes: [UInt8]
  /// How many bytes there are before the zeros.
  private(set) var count = 0
  private var isLast = false
  /// How much text lies before the window.
  private(set) var passed = 0
  private var input: XMLInput

  private static let padding = 64
  private static let room = 256 << 10
  private static let largestPiece = 4 << 20

  /// Opens a part and looks at its first bytes.
  init(_ reader: consuming ZipPartReader, part: String) throws {
    input = XMLInput.part(reader)
    bytes = Array(repeating: 0, count: Self.room + Self.padding)
    try refill(from: 0)
    try XMLProlog.check(bytes.span.extracting(0..<count), part: part)
  }

  /// Opens a file and looks at its first bytes.
  init(_ file: TextStream) throws {
    bytes = Array(repeating: 0, count: min(Self.room, file.mostBytes + 1) + Self.padding)
    input = XMLInput.file(file)
    try refill(from: 0)
    try XMLProlog.check(bytes.span.extracting(0..<count), of: "The file", isDecoded: true)
  }

  /// Goes on with a file whose next byte is the start of a tag.
  init(rest: TextStream) throws {
    bytes = Array(repeating: 0, count: min(Self.room, rest.mostBytes + 1) + Self.padding)
    input = XMLInput.file(rest)
    try refill(from: 0)
  }

  /// Moves the window, so that it starts at a place of the present one.
  mutating func refill(from place: Int) throws {
    guard !isLast else { throw XMLFault("it ends too early", isTruncation: true) }
    let tail = count - place
    for index in 0..<tail { bytes[index] = bytes[place + index] }
    if tail > (bytes.count - Self.padding) / 2 { try grow() }
    let end = bytes.count - Self.padding
    count = tail + (try input.fill(&bytes, in: tail..<end))
    passed += place
    isLast = count < end
    for index in count..<count + Self.padding { bytes[index] = 0 }
  }

  /// Reads the rest of the part and drops it, so that its checksum is compared.
  mutating func drain() throws {
    while !isLast {
      let end = bytes.count - Self.padding
      isLast = try input.fill(&bytes, in: 0..<end) < end
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

/// Where the XML of a window comes from: one of the two is there.
private struct XMLInput: ~Copyable {
  private var part: ZipPartReader?
  private var file: TextStream?

  private init(_ part: consuming ZipPartReader?, _ file: TextStream?) {
    self.part = part
    self.file = file
  }

  static func part(_ reader: consuming ZipPartReader) -> XMLInput { XMLInput(consume reader, nil) }

  static func file(_ stream: TextStream) -> XMLInput { XMLInput(nil, stream) }

  mutating func fill(_ buffer: inout [UInt8], in range: Range<Int>) throws -> Int {
    if let count = try part?.fill(&buffer, in: range) { return count }
    return try file?.fill(&buffer, in: range) ?? 0
  }
}
