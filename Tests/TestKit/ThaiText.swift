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

  /// Pieces of what people write into cells, glued or apart, with a few characters between them.
  package mutating func cell(upTo pieces: Int) -> String {
    let words = [
      "เด็กชาย", "ด.ช.", "ดช", "นาย", "นางสาว", "น.ส.", "พระ", "ป.", "ม.", "อ.", "ปวช.", "อนุบาล",
      "ชั้น",
      "ปีที่", "ห้อง", "ประถมศึกษา", "พ.ศ.", "วันที่", "พ.ย.", "กุมภาพันธ์", "Mar", "T00:00:00", "2559",
      "2016",
      "05/11/", "29/02/", "42005", "240332", "1100000000016", "100000000026", "G6442", "00000001",
      "1.23457E+12", ".0", ".50", ",000", "กก.", "บาท", "เลขที่", "หมู่ที่", "ตำบล", "ต.", "อำเภอ", "จ.",
      "กทม.",
      "ถ.", "ซอย", "แขวง", "สปช.", "สปช", "105/29", "/2529", "ล", "พิเศษ", "แบบ", "(พิเศษ)", "ขนาด",
      "ใช่", "ไม่",
      "–", "—", "“", "’", "'", "=\"", "\u{E4D}า", "เเ", "\u{E48}\u{E48}", "e\u{301}", "-", " ",
      "  ", "/", ".", ",",
      "(", ")",
    ]
    var result = ""
    for _ in 0..<(1 + below(pieces)) {
      result += words[below(words.count)]
      switch below(6) {
      case 0: result += " "
      case 1: result += "\(below(1_000))"
      case 2: result += text(upTo: 3)
      default: break
      }
    }
    return result
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
