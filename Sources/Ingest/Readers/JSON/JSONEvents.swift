internal import Containers

/// Takes the text of a JSON file apart, one event after another, without keeping it (RFC 8259).
///
/// Strict: what the standard does not allow is an error that names line and byte. The memory holds one
/// string and the kinds of the values that are open.
struct JSONEvents {
  enum Event {
    case beginObject, endObject, beginArray, endArray, key, string, number, yes, no, null, end
  }

  private enum State { case value, firstValue, key, firstKey, behindValue }

  /// Of the last key, string or number.
  private(set) var text: [UInt8] = []
  /// Where the last event starts in the text of the file, and in which line.
  private(set) var start = Start()

  struct Start: Sendable {
    var place = 0
    var line = 1
    /// Where the line starts.
    var lineStart = 0
  }

  private var stream: TextStream
  private var buffer: [UInt8]
  private var count = 0
  private var next = 0
  /// How much text lies before the buffer.
  private var passed = 0
  private var line = 1
  private var lineStart = 0
  private var state = State.value
  /// For each open value: whether it is an object.
  private var open: [Bool] = []

  private static let deepest = 128
  private static let longestText = 4 << 20

  /// Starts at a place where a value stands.
  init(_ stream: TextStream, at start: Start = Start()) throws {
    self.stream = stream
    buffer = Array(repeating: 0, count: 64 << 10)
    (passed, line, lineStart) = (start.place, start.line, start.lineStart)
    try self.stream.skip(start.place)
  }

  /// How many values are open.
  var depth: Int { open.count }

  /// The next event; behind the last value of the file, `end`.
  mutating func event() throws -> Event {
    try skipBlanks()
    switch state {
    case .value: return try value()
    case .firstValue:
      if try peek() == UInt8(ascii: "]") { return try close(.endArray) }
      return try value()
    case .firstKey:
      if try peek() == UInt8(ascii: "}") { return try close(.endObject) }
      return try key()
    case .key: return try key()
    case .behindValue: return try behindValue()
    }
  }

  /// Passes over the rest of the value whose first event was just taken.
  mutating func skipValue(_ first: Event) throws {
    guard first == .beginObject || first == .beginArray else { return }
    let outside = depth - 1
    while depth > outside { _ = try event() }
  }

  private mutating func behindValue() throws -> Event {
    guard let isObject = open.last else {
      guard try peek() == nil else { throw fault("something follows the last value") }
      return .end
    }
    let byte = try peek()
    if byte == UInt8(ascii: ",") {
      next += 1
      try skipBlanks()
      return try isObject ? key() : value()
    }
    if byte == UInt8(ascii: isObject ? "}" : "]") {
      return try close(isObject ? .endObject : .endArray)
    }
    guard byte != nil else { throw ended }
    throw fault("a comma or the end of the \(isObject ? "object" : "array") was expected")
  }

  private mutating func close(_ event: Event) throws -> Event {
    begin()
    next += 1
    open.removeLast()
    state = .behindValue
    return event
  }

  private mutating func key() throws -> Event {
    begin()
    guard let byte = try peek() else { throw ended }
    guard byte == UInt8(ascii: "\"") else { throw fault("a key in quotes was expected") }
    try readString()
    try skipBlanks()
    guard let colon = try peek() else { throw ended }
    guard colon == UInt8(ascii: ":") else { throw fault("a colon was expected behind a key") }
    next += 1
    state = .value
    return .key
  }

  private mutating func value() throws -> Event {
    begin()
    guard let byte = try peek() else { throw ended }
    state = .behindValue
    switch byte {
    case UInt8(ascii: "{"): return try openValue(isObject: true)
    case UInt8(ascii: "["): return try openValue(isObject: false)
    case UInt8(ascii: "\""):
      try readString()
      return .string
    case UInt8(ascii: "t"): return try word("true", .yes)
    case UInt8(ascii: "f"): return try word("false", .no)
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      try readNumber()
      return .number
    default: throw fault("a value was expected")
    }
  }

  private mutating func openValue(isObject: Bool) throws -> Event {
    guard open.count < Self.deepest else {
      throw ContainerError(
        .tooLarge, "Values of the JSON file lie more than \(Self.deepest) deep \(here).")
    }
    next += 1
    open.append(isObject)
    state = isObject ? .firstKey : .firstValue
    return isObject ? .beginObject : .beginArray
  }

  private mutating func word(_ word: String, _ event: Event) throws -> Event {
    for letter in word.utf8 {
      guard let byte = try peek() else { throw ended }
      guard byte == letter else { throw fault("a value was expected") }
      next += 1
    }
    return event
  }
}

// MARK: Bytes

extension JSONEvents {
  private mutating func begin() {
    start = Start(place: passed + next, line: line, lineStart: lineStart)
  }

  /// The next byte; nil at the end.
  @inline(__always)
  private mutating func peek() throws -> UInt8? {
    if next == count {
      passed += count
      next = 0
      count = try stream.fill(&buffer, in: 0..<buffer.count)
      if count == 0 { return nil }
    }
    return buffer[next]
  }

  private mutating func skipBlanks() throws {
    while let byte = try peek(), byte.isXMLSpace {
      next += 1
      if byte == UInt8(ascii: "\n") { (line, lineStart) = (line + 1, passed + next) }
    }
  }

  private mutating func append(_ byte: UInt8) throws {
    guard text.count < Self.longestText else {
      throw ContainerError(
        .tooLarge, "A single text has more than \(Self.longestText) bytes \(here).")
    }
    text.append(byte)
  }

  /// Reads a number as it is written.
  private mutating func readNumber() throws {
    text.removeAll(keepingCapacity: true)
    if try peek() == UInt8(ascii: "-") { try take() }
    if try peek() == UInt8(ascii: "0") { try take() } else { try readDigits() }
    if try peek() == UInt8(ascii: ".") {
      try take()
      try readDigits()
    }
    if let byte = try peek(), byte | 0x20 == UInt8(ascii: "e") {
      try take()
      if let sign = try peek(), sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
        try take()
      }
      try readDigits()
    }
    if let byte = try peek(), byte.isDigit { throw fault("a number starts with 0") }
  }

  private mutating func take() throws {
    try append(buffer[next])
    next += 1
  }

  private mutating func readDigits() throws {
    guard let first = try peek() else { throw ended }
    guard first.isDigit else { throw fault("a digit was expected") }
    while let byte = try peek(), byte.isDigit { try take() }
  }

  /// Reads a string with its escapes resolved.
  private mutating func readString() throws {
    text.removeAll(keepingCapacity: true)
    next += 1
    while true {
      guard let byte = try peek() else { throw ended }
      next += 1
      switch byte {
      case UInt8(ascii: "\""):
        do { _ = try UTF8Span(validating: text.span) } catch {
          throw fault("a text holds bytes that are not UTF-8")
        }
        return
      case UInt8(ascii: "\\"): try readEscape()
      case 0..<0x20: throw fault("a text holds a line end or another control character")
      default: try append(byte)
      }
    }
  }

  private mutating func readEscape() throws {
    guard let byte = try peek() else { throw ended }
    next += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): try append(byte)
    case UInt8(ascii: "b"): try append(0x08)
    case UInt8(ascii: "f"): try append(0x0C)
    case UInt8(ascii: "n"): try append(0x0A)
    case UInt8(ascii: "r"): try append(0x0D)
    case UInt8(ascii: "t"): try append(0x09)
    case UInt8(ascii: "u"): try readScalar()
    default: throw fault("a backslash begins no escape that is known")
    }
  }

  private mutating func readScalar() throws {
    var number = try readUnit()
    if 0xD800..<0xDC00 ~= number {
      for letter in "\\u".utf8 {
        guard let byte = try peek() else { throw ended }
        guard byte == letter else { throw fault("half of a character is escaped") }
        next += 1
      }
      let low = try readUnit()
      guard 0xDC00..<0xE000 ~= low else { throw fault("half of a character is escaped") }
      number = 0x10000 + (number & 0x3FF) << 10 + low & 0x3FF
    }
    guard let scalar = Unicode.Scalar(number) else { throw fault("half of a character is escaped") }
    for byte in String(scalar).utf8 { try append(byte) }
  }

  private mutating func readUnit() throws -> UInt32 {
    var number: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = try peek() else { throw ended }
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else {
        throw fault("an escape has not four digits")
      }
      number = number << 4 | UInt32(digit)
      next += 1
    }
    return number
  }

  private var here: String { "(line \(line), byte \(passed + next - lineStart + 1))" }

  private func fault(_ reason: String) -> ContainerError {
    .damaged("The JSON file cannot be read \(here): \(reason).")
  }

  private var ended: ContainerError { .truncated("The JSON file ends too early \(here).") }
}
