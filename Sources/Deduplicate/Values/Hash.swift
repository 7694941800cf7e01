/// Hashes that are the same in every run and on every machine.
enum Hash {
  /// Spreads every bit of a word over all others (the finisher of MurmurHash3).
  @inline(__always)
  static func finished(_ word: UInt64) -> UInt64 {
    var word = (word ^ (word >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    word = (word ^ (word >> 33)) &* 0xC4CE_B9FE_1A85_EC53
    return word ^ (word >> 33)
  }

  /// Joins two parts whose order matters.
  @inline(__always)
  static func joined(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = (left ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(
      by: right ^ 0xE703_7ED1_A0B4_28DB)
    return product.high ^ product.low
  }
}

extension Hash {
  static func of(_ text: String) -> UInt64 {
    finished(text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 })
  }
}
