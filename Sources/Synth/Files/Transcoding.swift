/// UTF-8 in the other encodings in which student lists are seen.
package enum Transcoding {
  /// Thai as windows-874 has it: U+0E01–U+0E5B at A1–FB, the no-break space at A0.
  package static func windows874(_ utf8: [UInt8]) -> [UInt8] {
    String(decoding: utf8, as: UTF8.self).unicodeScalars.map { scalar in
      switch scalar.value {
      case 0..<0x80, 0xA0: UInt8(scalar.value)
      case 0x0E01...0x0E3A, 0x0E3F...0x0E5B: UInt8(scalar.value - 0x0E00 + 0xA0)
      default: preconditionFailure("a file in windows-874 is given only what it can hold")
      }
    }
  }

  /// With the mark FF FE, as Excel saves "Unicode text".
  package static func utf16LittleEndian(_ utf8: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = [0xFF, 0xFE]
    for unit in String(decoding: utf8, as: UTF8.self).utf16 {
      bytes.append(UInt8(unit & 0xFF))
      bytes.append(UInt8(unit >> 8))
    }
    return bytes
  }
}
