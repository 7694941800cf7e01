/// Random text for laws, the same for the same seed.
package struct ThaiText {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  /// SplitMix64, which needs no more than a multiplication and gives the same numbers everywhere.
  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
    return word ^ word >> 31
  }

  package mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }

  /// Consonants, vowels, tones and what else stands in cells, in no order that a person would write.
  package mutating func text(upTo length: Int) -> String {
    let marks: [ClosedRange<UInt32>] = [
      0x0E01...0x0E2E, 0x0E30...0x0E3A, 0x0E40...0x0E4E, 0x0E47...0x0E4D, 0x0E50...0x0E59,
    ]
    let others: [UInt32] = [
      0x20, 0x2D, 0x2E, 0x2F, 0x30, 0x31, 0x35, 0x47, 0x65, 0xA0, 0xAD, 0x200B, 0x2013, 0xFEFF,
      0x0E33, 0x0E32, 0x0E4D, 0x0E40,
    ]
    var result = String.UnicodeScalarView()
    for _ in 0..<below(length + 1) {
      let range = marks[below(marks.count)]
      let scalar =
        below(3) == 0
        ? others[below(others.count)] : range.lowerBound + UInt32(below(range.count))
      result.append(Unicode.Scalar(scalar) ?? "ก")
    }
    return String(result)
  }

  /// Any bytes, more often such as Thai text and numbers are made of.
  package mutating func bytes(upTo length: Int) -> [UInt8] {
    let usual: [UInt8] = [0xE0, 0xB8, 0xB9, 0x81, 0xB2, 0x8D, 0x88, 0x20, 0x2D, 0x2E, 0x2F]
    return (0..<below(length + 1)).map { _ in
      switch below(4) {
      case 0: UInt8(below(256))
      case 1: UInt8(0x30 + below(10))
      default: usual[below(usual.count)]
      }
    }
  }
}
