/// What stands before the first tag of an XML part: only UTF-8 goes through, and no DTD.
///
/// Workbooks never have a DTD (ECMA-376-2 6.2.5 forbids it); it is how entities are made that
/// expand without end or that fetch other files.
package enum XMLProlog {
  /// Checks the first bytes of a part; throws unless the first tag is among them.
  package static func check(_ bytes: Span<UInt8>, part: String) throws {
    try check(bytes, of: "The part \(part)")
  }

  /// Checks the first bytes of what a sentence names at its start, such as "The file".
  ///
  /// When the bytes were decoded to UTF-8 already, what they say of their encoding is of the past.
  package static func check(
    _ bytes: Span<UInt8>, of what: String, isDecoded: Bool = false
  ) throws {
    guard !isUTF16(bytes) else { throw wrongEncoding("UTF-16", what) }
    var place = bytes.starts(with: "\u{FEFF}", at: 0) ? 3 : 0
    while place < bytes.count {
      switch bytes[place] {
      case 0x09, 0x0A, 0x0D, 0x20: place += 1
      case UInt8(ascii: "<"):
        guard let next = try skip(bytes, place, what, isDecoded) else { return }
        place = next
      default: throw notXML(what)
      }
    }
    throw notXML(what)
  }

  /// The end of the comment or instruction at a place; nil when a tag stands there.
  private static func skip(
    _ bytes: Span<UInt8>, _ place: Int, _ what: String, _ isDecoded: Bool
  ) throws -> Int? {
    if bytes.starts(with: "<!--", at: place) {
      guard let end = bytes.first("-->", from: place + 4) else { throw notXML(what) }
      return end + 3
    }
    if bytes.starts(with: "<?", at: place) {
      guard let end = bytes.first("?>", from: place + 2) else { throw notXML(what) }
      if !isDecoded, bytes.starts(with: "<?xml ", at: place) {
        try checkEncoding(bytes, place..<end, what)
      }
      return end + 2
    }
    guard !bytes.starts(with: "<!", at: place) else {
      throw ContainerError.damaged("\(what) holds a DTD, which no workbook has.")
    }
    return nil
  }

  private static func checkEncoding(
    _ bytes: Span<UInt8>, _ range: Range<Int>, _ what: String
  ) throws {
    guard let name = encoding(bytes.extracting(range)) else { return }
    guard ["utf-8", "utf8", "us-ascii", "ascii"].contains(name.lowercased()) else {
      throw wrongEncoding(name, what)
    }
  }

  /// The encoding that a declaration names.
  package static func encoding(_ words: Span<UInt8>) -> String? {
    guard let word = words.first("encoding", from: 0) else { return nil }
    var place = word + 8
    while place < words.count, ![0x22, 0x27].contains(words[place]) { place += 1 }
    var name = ""
    place += 1
    while place < words.count, ![0x22, 0x27].contains(words[place]), name.count < 40 {
      name.unicodeScalars.append(Unicode.Scalar(words[place]))
      place += 1
    }
    return name
  }

  private static func isUTF16(_ bytes: Span<UInt8>) -> Bool {
    guard bytes.count >= 2 else { return false }
    let first = (bytes[0], bytes[1])
    return first == (0xFE, 0xFF) || first == (0xFF, 0xFE) || first == (0, 0x3C)
      || first == (0x3C, 0)
  }

  private static func wrongEncoding(_ name: String, _ what: String) -> ContainerError {
    ContainerError(
      .unsupported,
      "\(what) is written in \(name); only UTF-8 is read. Save the file anew in Excel.")
  }

  private static func notXML(_ what: String) -> ContainerError {
    .damaged("\(what) is not XML.")
  }
}

extension Span<UInt8> {
  /// Whether a word stands at a place.
  fileprivate func starts(with word: String, at place: Int) -> Bool {
    guard place + word.utf8.count <= count else { return false }
    var place = place
    for byte in word.utf8 {
      guard self[place] == byte else { return false }
      place += 1
    }
    return true
  }

  /// Where a word stands first.
  fileprivate func first(_ word: String, from start: Int) -> Int? {
    var place = start
    while place + word.utf8.count <= count {
      if starts(with: word, at: place) { return place }
      place += 1
    }
    return nil
  }
}
