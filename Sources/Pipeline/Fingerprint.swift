package import Containers
internal import Crypto

/// The SHA-256 of files, by which a run names exactly what it read.
package enum Fingerprint {
  private static let blockSize = 1 << 20

  /// Of a source of bytes, read once from front to end in blocks.
  package static func sha256(_ source: ByteSource) throws -> String {
    var hash = SHA256()
    var position = 0
    // One block for all: fresh memory for each costs as much as the reading.
    var block = [UInt8](repeating: 0, count: min(blockSize, source.count))
    while position < source.count {
      let count = try source.read(position..<(position + blockSize), into: &block, at: 0)
      hash.update(data: block[..<count])
      position += count
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
