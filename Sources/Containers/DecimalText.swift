internal import CSystem

/// Numbers as C's `%g` writes them.
package enum DecimalText {
  /// The number with at most so many significant digits, without needless zeros.
  ///
  /// Very large and very small ones have an exponent of at least two digits: `1.5e+16`. At most 17
  /// digits.
  package static func general(_ value: Double, digits: Int) -> String {
    var buffer = [CChar](repeating: 0, count: 40)
    let digits = Int32(min(max(digits, 1), 17))
    // Safe: the function writes at most the given number of bytes and ends them with zero.
    let count = unsafe buffer.withUnsafeMutableBufferPointer { buffer in
      unsafe krong_general(value, digits, buffer.baseAddress, buffer.count)
    }
    return String(decoding: buffer.prefix(Int(count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
