internal import Crypto

/// What offices share so that their tokens can be compared.
///
/// It is held in memory only, and printed nowhere.
package struct TokenSecret: Sendable {
  private static let fewestBytes = 16

  /// Bytes that are no secret, and why; the bytes themselves are not told.
  package struct Weakness: Error, CustomStringConvertible {
    package let description: String
  }

  private let key: SymmetricKey

  /// White space at the end is no part of it, for editors and `echo` add a line end.
  package init(_ bytes: [UInt8]) throws {
    let end = bytes.lastIndex { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
    let bytes = end.map { bytes[...$0] } ?? []
    guard bytes.count >= Self.fewestBytes else {
      throw Weakness(
        description: "holds a secret of \(bytes.count) bytes; expected \(Self.fewestBytes) or more")
    }
    guard Set(bytes).count >= 8 else {
      throw Weakness(
        description: "holds a secret of \(Set(bytes).count) different bytes, which can be guessed; "
          + "expected random ones, as `openssl rand -hex 32` makes them")
    }
    key = SymmetricKey(data: bytes)
  }

  /// A key for one purpose, of which no other can be computed (HKDF, RFC 5869).
  func hash(for purpose: String) -> KeyedHash {
    KeyedHash(
      HKDF<SHA256>.deriveKey(
        inputKeyMaterial: key, salt: Array("krong tokens 1".utf8), info: Array(purpose.utf8),
        outputByteCount: 32))
  }

  /// The same for all who have the secret, so that others are told that theirs is another one.
  var check: Token { hash(for: "check").token(of: []) }
}

extension TokenSecret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  package var description: String { "a secret" }
  package var debugDescription: String { description }
  package var customMirror: Mirror { Mirror(self, children: []) }
}

/// HMAC-SHA-256 (RFC 2104) with one key, begun once and copied for each text.
struct KeyedHash: Sendable {
  private let begun: HMAC<SHA256>

  init(_ key: SymmetricKey) { begun = HMAC(key: key) }

  func digest(of bytes: [UInt8]) -> [UInt8] {
    var hash = begun
    hash.update(data: bytes)
    return Array(hash.finalize())
  }

  /// The first 128 bits.
  func token(of bytes: [UInt8]) -> Token { Token(digest(of: bytes)) }

  func token(of word: UInt64) -> Token {
    token(of: (0..<8).map { UInt8(truncatingIfNeeded: word >> (56 - 8 * $0)) })
  }
}
