package import Containers
internal import Crypto

/// The SHA-256 of files, by which a run names exactly what it read.
package enum Fingerprint {
  private static let blockSize = 1 << 20

  /// Of a source of bytes, read once from front to end in blocks.
  package static func sha256(_ source: ByteSource) throws -> String {
    var hash = SHA256()
    var position = 0
    while position < source.count {
      let block = try source.read(position..<(position + blockSize))
      hash.update(data: block)
      position += block.count
    }
    return hexadecimal(hash.finalize())
  }

  package static func sha256(_ bytes: [UInt8]) -> String {
    hexadecimal(SHA256.hash(data: bytes))
  }

  private static func hexadecimal(_ digest: SHA256.Digest) -> String {
    let digits = Array("0123456789abcdef")
    return String(digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }
}
