/// A short name for a finding that stays the same from run to run, for a school to answer to.
///
/// Fifty bits of a keyed digest, so that nobody can make one up, written as ten digits and letters of
/// Crockford's base 32: none that is taken for another.
package struct FindingReference: Hashable, Sendable {
  private let bits: UInt64

  /// A finding that nobody answers to, as one of no school.
  package static let none = FindingReference(bits: 0)

  private init(bits: UInt64) { self.bits = bits }

  package init(digest: Int64) { bits = UInt64(bitPattern: digest) >> (64 - Self.width) }

  /// Reads what a person has typed or copied; nil for what is no reference.
  package init?(_ text: String) {
    var bits: UInt64 = 0
    var count = 0
    for byte in text.utf8 where byte != UInt8(ascii: "-") && byte != UInt8(ascii: " ") {
      guard count < Self.length, let value = Self.value(of: byte) else { return nil }
      bits = bits << 5 | value
      count += 1
    }
    guard count == Self.length else { return nil }
    self.bits = bits
  }

  /// `K7QM2-XNP4R`.
  package var text: String {
    let letters = (0..<Self.length).map { place in
      Self.letters[Int(bits >> UInt64(5 * (Self.length - 1 - place)) & 31)]
    }
    return String(decoding: letters[..<5] + [UInt8(ascii: "-")] + letters[5...], as: UTF8.self)
  }

  private static let length = 10
  private static let width = 50
  private static let letters = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

  /// Small letters are read like large ones, O as 0, I and L as 1.
  private static func value(of byte: UInt8) -> UInt64? {
    let large = UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte ? byte - 32 : byte
    let letter =
      switch large {
      case UInt8(ascii: "O"): UInt8(ascii: "0")
      case UInt8(ascii: "I"), UInt8(ascii: "L"): UInt8(ascii: "1")
      default: large
      }
    return letters.firstIndex(of: letter).map { UInt64($0) }
  }
}
