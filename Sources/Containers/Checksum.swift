internal import CZlib

/// The CRC-32 of bytes as they come (ISO 3309, the one that zip files hold).
struct Checksum {
  private(set) var value: UInt32 = 0

  /// Takes further bytes in.
  mutating func add(_ bytes: Span<UInt8>) {
    // Safe: zlib reads exactly the bytes of the buffer, which lives for the length of the call.
    value = unsafe bytes.withUnsafeBufferPointer { buffer in
      guard !buffer.isEmpty else { return value }
      return unsafe UInt32(crc32_z(uLong(value), buffer.baseAddress, buffer.count))
    }
  }
}
