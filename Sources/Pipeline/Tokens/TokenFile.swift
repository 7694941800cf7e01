internal import Containers

/// A token file as it was read, checked line by line: another office wrote it, and nothing in it is trusted.
struct TokenFile: Sendable {
  let header: TokenHeader
  private(set) var references: [Token] = []
  /// For each row a token of each key.
  private(set) var tokens: [Token] = []
  /// For each row the words of its filter.
  private(set) var filters: [UInt64] = []
  /// For each row how many bits of its filter are set.
  private(set) var weights: [Int32] = []

  private static let mostHeaderLines = 32

  /// Throws a `FileError` with the line of what is wrong.
  init(_ source: ByteSource, path: String) throws {
    var lines = TokenLines(source: source, path: path)
    header = try Self.header(&lines)
    let (keys, words) = (header.keys.count, header.bits / 64)
    // What a header promises is not believed before there are bytes enough for it.
    guard header.rows <= source.count / (header.bits / 4 + 32) else {
      throw lines.fault("the file is too short for the \(header.rows) rows that it promises")
    }
    references.reserveCapacity(header.rows)
    tokens.reserveCapacity(header.rows * keys)
    filters.reserveCapacity(header.rows * words)
    while let line = try lines.next(atMost: header.longestRow) {
      guard references.count < header.rows else {
        throw lines.fault("expected the end of the file after \(header.rows) rows")
      }
      guard append(line.span, keys, words) else {
        throw lines.fault(
          "expected a reference, \(keys) tokens or nothing for each, and a filter of "
            + "\(header.bits) bits, in hexadecimal digits")
      }
    }
    guard references.count == header.rows else {
      throw lines.fault("ends after \(references.count) rows; expected \(header.rows)")
    }
  }

  private static func header(_ lines: inout TokenLines) throws -> TokenHeader {
    var texts: [String] = []
    do {
      while let line = try lines.next(atMost: 65_536) {
        texts.append(String(decoding: line, as: UTF8.self))
        try TokenHeader.requireFormat(texts[0])
        if line.starts(with: "reference,".utf8) { return try TokenHeader(texts) }
        guard texts.count < mostHeaderLines else { break }
      }
    } catch let fault as TokenHeader.Fault {
      throw FileError(path: "\(lines.path):\(fault.line)", reason: fault.reason)
    }
    throw lines.fault("expected the line of columns, 'reference,…,filter'")
  }

  /// Takes in the line of a row; false where it is none.
  private mutating func append(_ line: Span<UInt8>, _ keys: Int, _ words: Int) -> Bool {
    guard line.count >= 32, let reference = Self.token(line, at: 0) else { return false }
    references.append(reference)
    var place = 32
    for _ in 0..<keys {
      guard place < line.count, line[place] == 0x2C else { return false }
      place += 1
      if place < line.count, line[place] == 0x2C {
        tokens.append(.none)
        continue
      }
      guard place + 32 <= line.count, let token = Self.token(line, at: place) else { return false }
      tokens.append(token)
      place += 32
    }
    guard line.count == place + 1 + words * 16, line[place] == 0x2C else { return false }
    place += 1
    var weight: Int32 = 0
    for _ in 0..<words {
      guard let word = Hexadecimal.word(line, at: place) else { return false }
      filters.append(word)
      weight += Int32(word.nonzeroBitCount)
      place += 16
    }
    weights.append(weight)
    return true
  }

  private static func token(_ line: Span<UInt8>, at place: Int) -> Token? {
    guard let high = Hexadecimal.word(line, at: place),
      let low = Hexadecimal.word(line, at: place + 16)
    else { return nil }
    return Token(high: high, low: low)
  }
}

/// The lines of a source, read block by block; a line that is too long is refused before it is held.
struct TokenLines {
  let source: ByteSource
  let path: String
  /// The number of the line that was given last, from 1.
  private(set) var number = 0

  private var block: [UInt8] = []
  private var start = 0
  private var position = 0

  init(source: ByteSource, path: String) {
    self.source = source
    self.path = path
  }

  func fault(_ reason: String) -> FileError {
    FileError(path: "\(path):\(max(1, number))", reason: reason)
  }

  /// The next line without its end; nil after the last.
  mutating func next(atMost length: Int) throws -> ArraySlice<UInt8>? {
    var searched = start
    while true {
      if let end = block[searched...].firstIndex(of: 10) {
        return try line(to: end, next: end + 1, length)
      }
      // One byte more for the CR of a file that went through Windows.
      guard block.count - start <= length + 1 else {
        number += 1
        throw fault("the line is longer than \(length) bytes")
      }
      searched = block.count - start
      block.removeSubrange(..<start)
      start = 0
      guard position < source.count else { break }
      position += try source.read(position..<position + 1 << 20, appendingTo: &block)
    }
    guard !block.isEmpty else { return nil }
    return try line(to: block.count, next: block.count, length)
  }

  private mutating func line(to end: Int, next: Int, _ length: Int) throws -> ArraySlice<UInt8> {
    number += 1
    let hasReturn = end > start && block[end - 1] == 13
    let line = block[start..<(hasReturn ? end - 1 : end)]
    guard line.count <= length else { throw fault("the line is longer than \(length) bytes") }
    start = next
    return line
  }
}
