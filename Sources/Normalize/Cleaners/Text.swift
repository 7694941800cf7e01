package import Settings
package import Tables

/// Mends what typing, copying and spreadsheets do to Thai text, and changes nothing that is read.
///
/// The steps and their order are those of the project's notes on Thai text (§6.2): invisible characters,
/// spaces, accents, sara am and the other marks, dashes and quotes. Thai digits stay, for in a name they
/// are the form that is shown.
package struct Text: Cleaner {
  package static let name = "text"
  package static let summary =
    "Invisible characters go, spaces become one, Thai marks get their order, dashes and quotes one form; a dash alone is nothing."
  package static let remarks = ["ill-formed"]

  package init(_ settings: Settings, shelf: Shelf) throws { try settings.allow(only: []) }

  package func clean(_ cell: inout Cell) {
    if !Self.isClean(cell.text) { Self.mend(&cell) }
  }

  package func accepts(_ form: PackedIdentifier.Form, length: Int) -> Bool { true }

  /// Does the whole work, whatever the value; what is clean stays as it is.
  package static func mend(_ cell: inout Cell) {
    let text = String(decoding: cell.text, as: UTF8.self)
    var changes = Changes()
    var scalars = LatinMarks.joined(visible(text.unicodeScalars, &changes), &changes)
    scalars = plainSigns(ThaiMarks.ordered(scalars, &changes), &changes)
    // U+FFFD stands where bytes could not be read, here or by whoever made the file.
    if scalars.contains(0xFFFD) { cell.remark("ill-formed") }
    if scalars.allSatisfy({ $0 == 0x2D || $0 == 0x20 }) {
      cell.clear()
      return
    }
    var mended: [UInt8] = []
    for scalar in scalars {
      let encoded = Unicode.Scalar(scalar).flatMap { UTF8.encode($0) }
      mended.append(contentsOf: encoded ?? UTF8.encodedReplacementCharacter)
    }
    guard mended != cell.text else { return }
    // What no step has changed was no text before it was decoded.
    if changes.isEmpty { changes.insert(.encoding) }
    cell.write(mended, changes)
  }

  /// Whether a value is plain ASCII and Thai with nothing to mend; only ever accepts.
  ///
  /// Most of a name is consonants and vowels that stand on the line, so these are told from marks first.
  /// With that a row of 36 columns costs the room 2,250 instructions instead of 3,600 (callgrind, 100,000
  /// rows), together with not comparing values that no cleaner wrote anew.
  package static func isClean(_ value: [UInt8]) -> Bool {
    let text = value.span
    let count = text.count
    guard count > 0, text[0] != 0x20, text[count &- 1] != 0x20 else { return false }
    var previous: UInt32 = 0
    var index = 0
    while index < count {
      let byte = text[index]
      if byte < 0x80 {
        if byte < 0x20 || byte == 0x7F || byte == 0x20 && previous == 0x20 { return false }
        previous = UInt32(byte)
        index &+= 1
        continue
      }
      // U+0E00…U+0E7F are E0 B8 80…BF and E0 B9 80…BF.
      guard byte == 0xE0, index &+ 2 < count else { return false }
      let (second, third) = (text[index &+ 1], text[index &+ 2])
      guard second & 0xFE == 0xB8, third & 0xC0 == 0x80 else { return false }
      let scalar = 0x0E00 | UInt32(second & 1) << 6 | UInt32(third & 0x3F)
      if scalar > 0x0E30, scalar < 0x0E4F, !ThaiMarks.mayFollow(scalar, previous) { return false }
      previous = scalar
      index &+= 3
    }
    // Dashes alone are nothing; they are too rare to be looked for in the loop.
    return text[0] != 0x2D || value.contains { $0 != 0x2D && $0 != 0x20 }
  }

  /// The scalars that show: without invisible ones, each run of spaces one space, none at the ends.
  private static func visible(
    _ scalars: String.UnicodeScalarView, _ changes: inout Changes
  ) -> [UInt32] {
    var result: [UInt32] = []
    for scalar in scalars {
      if isSpace(scalar.value) {
        if scalar.value != 0x20 { changes.insert(.spaces) }
        if let last = result.last, last != 0x20 {
          result.append(0x20)
        } else {
          changes.insert(.spaces)
        }
      } else if isInvisible(scalar.value) {
        changes.insert(.zeroWidth)
      } else {
        result.append(scalar.value)
      }
    }
    if result.last == 0x20 {
      result.removeLast()
      changes.insert(.spaces)
    }
    return result
  }

  /// One hyphen for every dash and straight quotes for every quote, for nobody types them alike.
  private static func plainSigns(_ scalars: [UInt32], _ changes: inout Changes) -> [UInt32] {
    scalars.map { scalar in
      switch scalar {
      case 0x2010...0x2015, 0x2212:
        changes.insert(.dashes)
        return 0x2D
      case 0x2018...0x201B, 0x2032:
        changes.insert(.quotes)
        return 0x27
      case 0x201C...0x201F, 0x2033:
        changes.insert(.quotes)
        return 0x22
      default: return scalar
      }
    }
  }

  private static func isSpace(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000:
      true
    default: false
    }
  }

  /// Controls, soft hyphens, zero-width characters and marks of direction.
  private static func isInvisible(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0...0x1F, 0x7F...0x9F, 0xAD, 0x61C, 0x180E, 0x200B...0x200F, 0x202A...0x202E,
      0x2060...0x206F, 0xFEFF:
      true
    default: false
    }
  }
}

extension Text {
  package static let examples = [
    CleanerExample(stays: "เด็กหญิงน้ำฝน"),
    CleanerExample(stays: "ป.1/2 (บ้านหนองน้ำ)"),
    CleanerExample("  วัด\u{A0}\tตัวอย่าง ", becomes: "วัด ตัวอย่าง"),
    CleanerExample("สม\u{200B}ชาย\u{FEFF}\u{200E}", becomes: "สมชาย"),
    CleanerExample("นํา", becomes: "นำ"),
    CleanerExample("น\u{E4D}\u{E49}า", becomes: "น้ำ"),
    CleanerExample("น\u{E49}\u{E4D}า", becomes: "น้ำ"),
    CleanerExample("น\u{E33}\u{E49}", becomes: "น้ำ"),
    CleanerExample("เเก้ว", becomes: "แก้ว"),
    CleanerExample("ก\u{E49}\u{E49}อย", becomes: "ก้อย"),
    CleanerExample("สิทธ\u{E4C}\u{E34}", becomes: "สิทธิ์"),
    CleanerExample("ก\u{E49}\u{E38}ง", becomes: "กุ้ง"),
    CleanerExample("ก\u{E48}\u{E38}\u{E48}ม", becomes: "กุ่ม"),
    CleanerExample("ก\u{E4D}\u{E49}\u{E49}า", becomes: "ก้ำ"),
    CleanerExample(stays: "สุขํ"),
    CleanerExample("นำำ\u{E49}", becomes: "น้ำ"),
    CleanerExample("น\u{E4D}า\u{E4D}า", becomes: "นำ"),
    CleanerExample("Rene\u{301}e", becomes: "Ren\u{E9}e"),
    CleanerExample("บ้าน\u{2028}หนอง\u{3000}บัว", becomes: "บ้าน หนอง บัว"),
    CleanerExample("อนุบาล–ประถมศึกษา", becomes: "อนุบาล-ประถมศึกษา"),
    CleanerExample("วัด“ตัวอย่าง”", becomes: "วัด\"ตัวอย่าง\""),
    CleanerExample("\u{202B}สมหญิง\u{202C}\u{AD}", becomes: "สมหญิง"),
    CleanerExample(stays: "วัดตัวอย่าง ๑๒"),
    CleanerExample("-", becomes: ""),
    CleanerExample("–", becomes: ""),
    CleanerExample(" — ", becomes: ""),
    CleanerExample("--", becomes: ""),
    CleanerExample("\u{200B}", becomes: ""),
    CleanerExample(stays: "สมชาย-สมหญิง"),
    CleanerExample(
      bytes: [0xE0, 0xB8, 0x81, 0xE0, 0xB8], becomes: "ก\u{FFFD}", says: ["ill-formed"]),
    CleanerExample(bytes: [0x41, 0xFF, 0x42], becomes: "A\u{FFFD}B", says: ["ill-formed"]),
  ]
}
