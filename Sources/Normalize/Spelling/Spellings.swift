import Settings

/// Which code of a code list a spelling stands for.
///
/// A spelling is compared without spaces and dots, in lower case and with digits 0–9, so that the list
/// need not hold every way to write `ด.ช.`.
struct Spellings: Sendable {
  private var codes: [[UInt8]: [UInt8]] = [:]
  let list: CodeList

  /// Reads the columns `code` and `variants` (separated by `|`) of the code list that a word names.
  init(_ name: Settings, shelf: Shelf) throws {
    list = try shelf.codeList(named: name)
    guard let column = list.column("code") else {
      throw SettingsError("the code list \(try name.word) has no column 'code'", at: name.place)
    }
    let variants = list.column("variants") ?? []
    for (row, code) in column.enumerated() {
      try add(code, for: code, at: name)
      guard row < variants.count else { continue }
      for variant in variants[row].split(separator: "|") {
        try add(String(variant), for: code, at: name)
      }
    }
  }

  subscript(text: [UInt8]) -> [UInt8]? { codes[Self.folded(text)] }

  /// The spellings as they are compared, with their codes.
  var all: [[UInt8]: [UInt8]] { codes }

  private mutating func add(_ spelling: String, for code: String, at name: Settings) throws {
    let (folded, code) = (Self.folded(Array(spelling.utf8)), Array(code.utf8))
    if let other = codes[folded], other != code {
      let codes = [other, code].map { "'\(String(decoding: $0, as: UTF8.self))'" }
      throw SettingsError(
        "'\(spelling)' stands for both \(codes[0]) and \(codes[1]) in \(try name.word)",
        at: name.place)
    }
    codes[folded] = code
  }

  static func folded(_ text: [UInt8]) -> [UInt8] {
    var result = text
    result.foldThaiDigits()
    result.removeAll { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: ".") }
    for index in result.indices where UInt8(ascii: "A")...UInt8(ascii: "Z") ~= result[index] {
      result[index] += 32
    }
    return result
  }
}
