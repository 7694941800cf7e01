package import Settings
internal import Tables

/// Writes a grade as DMC does, from any of its spellings, and leaves a room behind the grade away.
package struct Grade: Cleaner {
  package static let name = "grade"
  package static let summary =
    "The grade of the list 'codes': Thai digits, a missing dot, ชั้น before it, a room behind it."
  package static let remarks = ["unknown"]

  private let spellings: Spellings

  package init(_ settings: Settings, shelf: Shelf) throws {
    try settings.allow(only: ["codes"])
    spellings = try Spellings(settings.required("codes"), shelf: shelf)
  }

  package func clean(_ cell: inout Cell) {
    let bare = Self.withoutGradeWord(cell.text)
    if let code = spellings[cell.text] ?? spellings[bare] {
      if code != cell.text { cell.write(code, .variant) }
    } else if let code = Self.withoutRoom(bare).flatMap({ spellings[$0] }) {
      cell.write(code, .room)
    } else {
      cell.remark("unknown")
    }
  }

  private static let gradeWord = Array("ชั้น".utf8)
  private static let roomWord = Array("ห้อง".utf8)

  /// Without the word ชั้น, which may stand before the grade or within it.
  private static func withoutGradeWord(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    while index < text.count {
      if text[index...].starts(with: gradeWord) {
        index += gradeWord.count
      } else {
        result.append(text[index])
        index += 1
      }
    }
    return result
  }

  /// Without the room, a number behind a slash, a hyphen, in parentheses or behind the word ห้อง.
  ///
  /// Nil when there is none.
  private static func withoutRoom(_ text: [UInt8]) -> [UInt8]? {
    var text = text.filter { $0 != UInt8(ascii: " ") }
    text.foldThaiDigits()
    let isInParentheses = text.last == UInt8(ascii: ")")
    if isInParentheses { text.removeLast() }
    let digits = text.reversed().prefix { $0 &- UInt8(ascii: "0") <= 9 }.count
    guard digits > 0, let sign = text.dropLast(digits).last else { return nil }
    text.removeLast(digits)
    if text.suffix(roomWord.count) == roomWord[...] {
      text.removeLast(roomWord.count)
      while let last = text.last, Array("/-(".utf8).contains(last) { text.removeLast() }
      return text
    }
    let signs = isInParentheses ? "(" : "/-"
    guard Array(signs.utf8).contains(sign) else { return nil }
    text.removeLast()
    return text
  }
}

extension Grade {
  private static let settings = Settings.map(["codes": "codes/grade.csv"])
  private static let files = [
    "codes/grade.csv": """
    code,variants
    อ.1,อบ.1|อนุบาล 1|อนุบาลปีที่ 1
    ป.1,ประถมศึกษาปีที่ 1
    ม.1,มัธยมศึกษาปีที่ 1
    ปวช.1,
    """
  ]

  package static let examples = [
    CleanerExample(stays: "ป.1", with: settings, files: files),
    CleanerExample("ป1", becomes: "ป.1", with: settings, files: files),
    CleanerExample("ป. ๑", becomes: "ป.1", with: settings, files: files),
    CleanerExample("ม.1/2", becomes: "ม.1", with: settings, files: files),
    CleanerExample("ม.๑ / ๑๒", becomes: "ม.1", with: settings, files: files),
    CleanerExample("ชั้นประถมศึกษาปีที่ 1", becomes: "ป.1", with: settings, files: files),
    CleanerExample("อนุบาล1", becomes: "อ.1", with: settings, files: files),
    CleanerExample("ปวช 1", becomes: "ปวช.1", with: settings, files: files),
    CleanerExample("ชั้น ป.1", becomes: "ป.1", with: settings, files: files),
    CleanerExample("ปวช. ชั้น 1", becomes: "ปวช.1", with: settings, files: files),
    CleanerExample("ป.1 ห้อง 2", becomes: "ป.1", with: settings, files: files),
    CleanerExample("ป.1 (2)", becomes: "ป.1", with: settings, files: files),
    CleanerExample("ป.1 (ห้อง 2)", becomes: "ป.1", with: settings, files: files),
    CleanerExample("ม.1-12", becomes: "ม.1", with: settings, files: files),
    CleanerExample("ประถมศึกษาปีที่ ๑/๒", becomes: "ป.1", with: settings, files: files),
    CleanerExample(stays: "ห้อง 2", says: ["unknown"], with: settings, files: files),
    CleanerExample(stays: "ป.7", says: ["unknown"], with: settings, files: files),
    CleanerExample(stays: "1", says: ["unknown"], with: settings, files: files),
    CleanerExample(stays: "ม.1/ก", says: ["unknown"], with: settings, files: files),
  ]
}
