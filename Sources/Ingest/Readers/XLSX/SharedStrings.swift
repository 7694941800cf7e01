internal import Containers

/// The texts that the sheets of a workbook share, one after another in one run of bytes.
package struct SharedStrings: Sendable {
  /// The UTF-8 of all texts.
  package private(set) var arena: [UInt8] = []
  /// The end of each text; it starts where the one before it ends.
  private var ends: [UInt32] = []

  package init() {}

  package var count: Int { ends.count }

  /// Where a text stands in the arena.
  package func range(of number: Int) -> Range<Int> {
    (number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number])
  }

  package func string(_ number: Int) -> String {
    String(decoding: arena[range(of: number)], as: UTF8.self)
  }
}

extension SharedStrings {
  // A sheet of a million rows has room for as many, but no export comes near.
  private static let mostTexts = 100_000_000
  private static let mostBytes = 2 << 30

  /// Reads `sharedStrings.xml`.
  init(_ window: consuming XMLWindow) throws {
    var tokens = XMLTokenizer()
    var isInside = false
    while true {
      tokens.count = window.count
      let isFinished = try read(&tokens, window.bytes.span, &isInside)
      if isFinished { break }
      try window.refill(from: tokens.place)
      tokens.place = 0
    }
    try window.drain()
  }

  /// Reads what stands in the window whole; true at the end of the table.
  private mutating func read(
    _ tokens: inout XMLTokenizer, _ bytes: Span<UInt8>, _ isInside: inout Bool
  ) throws -> Bool {
    while true {
      if isInside { try readPlain(&tokens, bytes) }
      let place = tokens.place
      switch try tokens.next(bytes) {
      case .more: return false
      case .start where !isInside:
        guard tokens.name == .sharedStrings else { throw XMLFault("it is no table of strings") }
        isInside = true
      case .start where tokens.name == .sharedString:
        guard try RichText.append(&tokens, bytes, to: &arena) else {
          arena.removeSubrange(lastEnd...)
          tokens.place = place
          return false
        }
        try XMLText.validate(arena.span.extracting(lastEnd..<arena.count))
        try endText()
      case .empty where isInside && tokens.name == .sharedString: try endText()
      case .empty where tokens.name == .sharedStrings: return true
      case .end where tokens.name == .sharedStrings: return true
      case .start, .empty, .end, .text, .data: continue
      }
    }
  }

  private var lastEnd: Int { Int(ends.last ?? 0) }

  private mutating func endText() throws {
    guard ends.count < Self.mostTexts, arena.count <= Self.mostBytes else {
      throw ContainerError(.tooLarge, "The workbook holds more than 2 GB of text.")
    }
    ends.append(UInt32(arena.count))
  }

  /// Appends a text, which must be UTF-8.
  mutating func append(_ text: [UInt8]) throws {
    arena.append(contentsOf: text)
    try endText()
  }

  /// Reads strings as nearly all programs write them, `<si><t>…</t></si>`.
  ///
  /// A fast path that only accepts: it stops before the first that is written otherwise.
  private mutating func readPlain(_ tokens: inout XMLTokenizer, _ bytes: Span<UInt8>) throws {
    var place = tokens.place
    while bytes.holds("<si><t>", at: place) {
      let start = place + 7
      var end = start
      var isASCII = true
      while true {
        let byte = bytes[end]
        guard byte != 0, byte != UInt8(ascii: "&"), byte != UInt8(ascii: "_"), byte != 0x0D else {
          return
        }
        if byte == UInt8(ascii: "<") { break }
        if byte >= 0x80 { isASCII = false }
        end &+= 1
      }
      guard bytes.holds("</t></si>", at: end), start < end, !bytes[start].isXMLSpace,
        !bytes[end - 1].isXMLSpace
      else { return }
      let text = bytes.extracting(start..<end)
      if !isASCII { try XMLText.validate(text) }
      arena.append(text)
      try endText()
      place = end + 9
      tokens.place = place
    }
  }
}

extension [UInt8] {
  /// Appends the bytes of a span.
  fileprivate mutating func append(_ bytes: Span<UInt8>) {
    // Safe: the buffer lives for the length of the call, and is copied.
    unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }
}
