/// Whether two given names can in no way be one name spelled twice.
package enum ClearDifference {
  /// Another first letter, and at most one letter in common.
  package static func isThere(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    let (left, right) = (scalars(one), scalars(other))
    return left.first != right.first && Set(left).intersection(right).count <= 1
  }

  private static func scalars(_ bytes: [UInt8]) -> [Unicode.Scalar] {
    Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
  }
}
