/// A number of up to sixteen digits, or such a number behind a letter G, in eight bytes.
///
/// Leading zeros are kept, so the text can be written back exactly. Whatever has another form is
/// an exception, and the word holds its place in a dictionary.
package struct PackedIdentifier: Sendable, Hashable {
  package enum Form: UInt64, Sendable { case empty, digits, gCode, other }

  /// Form in bits 60…63, number of digits in bits 54…59, value below.
  package let word: UInt64

  package static let empty = PackedIdentifier(form: .empty, length: 0, value: 0)

  package init(form: Form, length: Int, value: UInt64) {
    word = form.rawValue << 60 | UInt64(length) << 54 | value
  }

  /// A word as another column holds it.
  @inlinable package init(word: UInt64) { self.word = word }

  package init?(_ text: String) { self.init(Array(text.utf8).span) }

  /// Packs digits, or G and digits; nil for anything else.
  package init?(_ text: Span<UInt8>) {
    var first = 0
    if !text.isEmpty, text[0] == UInt8(ascii: "G") { first = 1 }
    let length = text.count &- first
    guard length <= 16, length > 0 || first == 0 else { return nil }
    var value: UInt64 = 0
    for index in first..<text.count {
      let digit = text[index] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      value = value &* 10 &+ UInt64(digit)
    }
    self.init(
      form: first == 1 ? .gCode : length == 0 ? .empty : .digits, length: length, value: value)
  }

  package var form: Form { Form(rawValue: word >> 60) ?? .other }
  @inlinable package var length: Int { Int(truncatingIfNeeded: word >> 54 & 63) }
  @inlinable package var value: UInt64 { word & (1 << 54 - 1) }
  @inlinable package var isDigits: Bool { word >> 60 == 1 }
  @inlinable package var isGCode: Bool { word >> 60 == 2 }
  /// It is text, and the word holds its place in a dictionary.
  @inlinable package var isOther: Bool { word >> 60 == 3 }

  /// The digits, most significant first.
  package var digits: [UInt8] {
    var rest = value
    var result = [UInt8](repeating: 0, count: length)
    for index in result.indices.reversed() {
      result[index] = UInt8(rest % 10)
      rest /= 10
    }
    return result
  }

  /// The text it was packed from; nil for an exception, whose text stands in the column.
  package var text: String? {
    guard form != .other else { return nil }
    let digits = String(decoding: digits.map { $0 + UInt8(ascii: "0") }, as: UTF8.self)
    return form == .gCode ? "G" + digits : digits
  }
}

/// A column of identifiers: eight bytes a row, and the few that have another form as text.
package struct IdentifierColumn: Sendable {
  package private(set) var words: [PackedIdentifier] = []
  /// The cells that are not plain digits or a G-code, each distinct text once.
  package private(set) var exceptions = ByteDictionary()

  package init() {}

  package init(_ cells: some Sequence<String>) {
    for cell in cells { append(Array(cell.utf8).span) }
  }

  package var count: Int { words.count }

  package func string(_ row: Int) -> String {
    words[row].text ?? exceptions.string(of: UInt32(words[row].value))
  }

  package mutating func append(_ cell: Span<UInt8>) {
    words.append(PackedIdentifier(cell) ?? exception(exceptions.code(for: cell)))
  }

  /// The column with each empty cell replaced by the one above it.
  package func filledDown() -> IdentifierColumn {
    var filled = self
    for row in words.indices.dropFirst() where words[row].form == .empty {
      filled.words[row] = filled.words[row - 1]
    }
    return filled
  }

  package mutating func append(_ word: PackedIdentifier) { words.append(word) }

  package mutating func appendEmpty(_ rows: Int) {
    words.append(contentsOf: repeatElement(.empty, count: rows))
  }

  /// Takes the last row away; its text stays among the exceptions.
  package mutating func removeLast() { words.removeLast() }

  /// Appends one field of every chosen record of a block.
  package mutating func append(_ block: FieldBlock, field: Int) {
    let bytes = block.bytes.span
    for record in block.chosen {
      let range = block.range(record: Int(record), field: field)
      if block.isQuoted(range) {
        append(block.unquoted(range).span)
      } else {
        append(bytes.extracting(range))
      }
    }
  }

  /// Appends another column, whose exceptions are first put through `decode`.
  package mutating func append(_ other: IdentifierColumn, decode: (([UInt8]) -> [UInt8])? = nil) {
    if count == 0, decode == nil {
      self = other
      return
    }
    let table = (0..<UInt32(other.exceptions.count)).map { code in
      let bytes = other.exceptions.bytes(of: code)
      return exceptions.code(for: decode?(bytes) ?? bytes)
    }
    for word in other.words {
      words.append(word.form == .other ? exception(table[Int(word.value)]) : word)
    }
  }

  private func exception(_ code: UInt32) -> PackedIdentifier {
    PackedIdentifier(form: .other, length: 0, value: UInt64(code))
  }
}
