/// Reads the number of a cell before any cleaner has seen it.
enum CellNumber {
  /// In hundredths, of at most two decimals, such as `1,024` or `24.5`.
  static func hundredths(_ text: String) -> Int? {
    let parts = text.filter { $0 != "," }.split(separator: ".", omittingEmptySubsequences: false)
    guard 1...2 ~= parts.count, parts.allSatisfy({ $0.utf8.allSatisfy { 0x30...0x39 ~= $0 } }),
      1...15 ~= parts[0].count, let whole = Int(parts[0])
    else { return nil }
    guard parts.count == 2 else { return whole * 100 }
    guard 1...2 ~= parts[1].count, let part = Int(parts[1]) else { return nil }
    return whole * 100 + (parts[1].count == 1 ? part * 10 : part)
  }

  /// Small enough for any number of rows to be added up.
  static func addend(_ text: String) -> Int? {
    hundredths(text).flatMap { $0 < 100_000_000_000 ? $0 : nil }
  }

  /// The text of a cell without the white space around it.
  static func text(_ bytes: [UInt8], _ encoding: TextEncoding) -> String {
    let text = String(decoding: encoding.decode(bytes), as: UTF8.self)
    return String(text.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}
