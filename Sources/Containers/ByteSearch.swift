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
      places = Array(repeating: 0, count: bytes.count)
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

  /// The first place of a byte in part of some bytes.
  package static func first(
    _ byte: UInt8, in bytes: Span<UInt8>, from start: Int, to end: Int
  ) -> Int? {
    guard start < end else { return nil }
    // Safe: the kernel reads only the bytes of the part, which lies inside the span.
    let found = unsafe bytes.extracting(start..<end).withUnsafeBufferPointer { part in
      unsafe part.baseAddress.map { unsafe krong_first($0, part.count, byte) } ?? part.count
    }
    return found < end - start ? start + found : nil
  }

  /// Where text ends that can be taken as it is: before a mark (`<`, `&`, a control character, the
  /// first byte of a no-break space) or the second of two blanks.
  package static func plainText(
    in bytes: Span<UInt8>, from start: Int, to end: Int, noBreakSpace: UInt8
  ) -> Int {
    guard start < end else { return start }
    // Safe: the kernel reads only the bytes of the part, which lies inside the span.
    let length = unsafe bytes.extracting(start..<end).withUnsafeBufferPointer { part in
      unsafe part.baseAddress.map { unsafe krong_plain($0, part.count, noBreakSpace) } ?? 0
    }
    return start + length
  }

  /// The same in plain Swift, for tests to compare.
  package static func slowPlainText(_ bytes: [UInt8], noBreakSpace: UInt8) -> Int {
    bytes.indices.first { place in
      let byte = bytes[place]
      return byte < 0x20 || byte == UInt8(ascii: "<") || byte == UInt8(ascii: "&")
        || byte == noBreakSpace || (place > 0 && byte == 0x20 && bytes[place - 1] == 0x20)
    } ?? bytes.count
  }
}
