/// The 128 upper characters of windows-874, the Thai code page of Excel.
///
/// Source: the code page's table as published by Microsoft; TIS-620 with seven signs and a
/// no-break space added. Bytes it leaves undefined, and zero, become U+FFFD.
package enum Windows874 {
  /// The scalar of every byte from 0x80 on; 0 where the byte is undefined.
  private static let upper: [UInt16] = (0x80...0xFF).map { byte in
    switch byte {
    case 0x80: 0x20AC
    case 0x85: 0x2026
    case 0x91: 0x2018
    case 0x92: 0x2019
    case 0x93: 0x201C
    case 0x94: 0x201D
    case 0x95: 0x2022
    case 0x96: 0x2013
    case 0x97: 0x2014
    case 0xA0: 0x00A0
    case 0xA1...0xDA, 0xDF...0xFB: UInt16(byte - 0xA0 + 0x0E00)
    default: 0
    }
  }

  package static func isDefined(_ byte: UInt8) -> Bool {
    byte < 0x80 ? byte != 0 : upper[Int(byte) - 0x80] != 0
  }

  /// The three bytes of UTF-8 of every byte from 0x80 on but the no-break space.
  private static let sequences: [UInt32] = upper.map { scalar in
    let scalar = UInt32(scalar)
    return (0xE0 | scalar >> 12) << 16 | (0x80 | scalar >> 6 & 0x3F) << 8 | (0x80 | scalar & 0x3F)
  }

  /// Appends text in UTF-8; an undefined byte becomes one that no UTF-8 has, for its finder to tell.
  package static func append(
    _ bytes: Span<UInt8>, _ range: Range<Int>, to text: inout [UInt8]
  ) {
    let (sequences, upper) = (sequences.span, upper.span)
    text.append(addingCapacity: range.count * 3) { output in
      for index in range {
        let byte = bytes[index]
        if byte < 0x80 {
          output.append(byte)
        } else if upper[Int(byte) - 0x80] >= 0x800 {
          let sequence = sequences[Int(byte) - 0x80]
          output.append(UInt8(truncatingIfNeeded: sequence >> 16))
          output.append(UInt8(truncatingIfNeeded: sequence >> 8))
          output.append(UInt8(truncatingIfNeeded: sequence))
        } else if byte == 0xA0 {
          output.append(0xC2)
          output.append(0xA0)
        } else {
          output.append(0xFF)
        }
      }
    }
  }

  /// The text in UTF-8; an undefined byte becomes U+FFFD.
  package static func decode(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 3)
    for byte in bytes {
      if byte < 0x80, byte != 0 {
        text.append(byte)
        continue
      }
      let scalar = isDefined(byte) ? upper[Int(byte) - 0x80] : 0xFFFD
      if scalar >= 0x800 {
        text.append(UInt8(0xE0 | scalar >> 12))
        text.append(UInt8(0x80 | scalar >> 6 & 0x3F))
      } else {
        text.append(UInt8(0xC0 | scalar >> 6))
      }
      text.append(UInt8(0x80 | scalar & 0x3F))
    }
    return text
  }

  /// The text in windows-874; nil when it holds a character that the code page lacks.
  package static func encode(_ text: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        bytes.append(UInt8(scalar.value))
      } else if let index = upper.firstIndex(where: { $0 != 0 && UInt32($0) == scalar.value }) {
        bytes.append(UInt8(index + 0x80))
      } else {
        return nil
      }
    }
    return bytes
  }
}
