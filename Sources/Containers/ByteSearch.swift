internal import CKernels

/// Finds the bytes that give delimited text its structure.
package enum ByteSearch {
  /// The places of every byte that is one of three, in order.
  ///
  /// Gives how many there are; they stand at the front of `places`, whose storage is reused and
  /// grows to one place a byte. About 4 GB/s a core with SSE2.
  package static func find(
    _ first: UInt8, _ second: UInt8, _ third: UInt8, in bytes: [UInt8],
    places: inout [UInt32]
  ) -> Int {
    precondition(bytes.count <= Int(UInt32.max), "a block of more than 4 GB")
    if places.count < bytes.count {
      places.append(contentsOf: repeatElement(0, count: bytes.count - places.count))
    }
    // Safe: the kernel reads `bytes.count` bytes and writes at most as many places, for which there
    // is room.
    return unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe places.withUnsafeMutableBufferPointer { places in
        guard let from = bytes.baseAddress, let to = places.baseAddress else { return 0 }
        return unsafe krong_find(from, bytes.count, first, second, third, to)
      }
    }
  }

  /// The same in plain Swift, for tests to compare.
  package static func plainFind(
    _ first: UInt8, _ second: UInt8, _ third: UInt8, in bytes: [UInt8]
  ) -> [UInt32] {
    bytes.indices
      .filter { bytes[$0] == first || bytes[$0] == second || bytes[$0] == third }
      .map { UInt32($0) }
  }
}
