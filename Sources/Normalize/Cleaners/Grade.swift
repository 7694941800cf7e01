package import Settings

/// Writes a grade as DMC does, from any of its spellings, and leaves a room behind the grade away.
package struct Grade: Cleaner {
  package static let name = "grade"
  package static let summary =
    "The grade of the list 'codes': Thai digits, a missing dot, grade/room as in ม.1/2."
  package static let remarks = ["unknown"]

  private let spellings: Spellings

  package init(_ settings: Settings, shelf: Shelf) throws {
    try settings.allow(only: ["codes"])
    spellings = try Spellings(settings.required("codes"), shelf: shelf)
  }

  package func clean(_ cell: inout Cell) {
    if let code = spellings[cell.text] ?? spellings[Self.withoutRoom(cell.text)] {
      cell.write(code)
    } else {
      cell.remark("unknown")
    }
  }

  private static let gradeWord = Array("ชั้น".utf8)

  /// Without the word ชั้น before the grade and the room number behind a slash.
  private static func withoutRoom(_ text: [UInt8]) -> [UInt8] {
    var text = text
    text.foldThaiDigits()
    if let slash = text.lastIndex(of: UInt8(ascii: "/")) {
      let room = Array(text[(slash + 1)...]).filter { $0 != UInt8(ascii: " ") }
      if room.isDigits { text.removeLast(text.count - slash) }
    }
    if text.starts(with: gradeWord) { text.removeFirst(gradeWord.count) }
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
    CleanerExample(stays: "ป.7", says: ["unknown"], with: settings, files: files),
    CleanerExample(stays: "1", says: ["unknown"], with: settings, files: files),
    CleanerExample(stays: "ม.1/ก", says: ["unknown"], with: settings, files: files),
  ]
}
