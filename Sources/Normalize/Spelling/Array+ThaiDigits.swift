extension [UInt8] {
  /// Writes the Thai digits ๐–๙ of UTF-8 text as 0–9.
  mutating func foldThaiDigits() {
    guard contains(0xE0) else { return }
    var kept = 0
    var index = 0
    while index < count {
      // U+0E50…U+0E59 are E0 B9 90…99.
      if self[index] == 0xE0, index + 2 < count, self[index + 1] == 0xB9,
        0x90...0x99 ~= self[index + 2]
      {
        self[kept] = self[index + 2] - 0x90 + UInt8(ascii: "0")
        index += 3
      } else {
        self[kept] = self[index]
        index += 1
      }
      kept += 1
    }
    removeLast(count - kept)
  }

  /// Whether the text is digits 0–9 and nothing else.
  var isDigits: Bool {
    for byte in self where byte &- UInt8(ascii: "0") > 9 { return false }
    return !isEmpty
  }
}
