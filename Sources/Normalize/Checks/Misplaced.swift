package import Settings
package import Tables

/// Finds rows whose cells have moved: an identifier of a person or a whole date stands in a column that is
/// made for neither.
///
/// Such a row has as many cells as its header, so that the reader cannot tell it. A row is told once, at the
/// first of its columns. Raw values are judged, for a cleaner may have cut one short.
package struct Misplaced: Check {
  package static let name = "misplaced"
  package static let summary =
    "Thirteen digits, a G-code or a whole date with a year of four digits stand in 'column' (one or a list) that is made for neither, or an identifier without gaps in the free text of 'free'."
  package static let keys = ["column", "free"]

  private let columns: [Int]
  /// Where people write what they like, dates and telephone numbers too.
  private let free: Set<Int>

  package init(_ settings: Settings, in scope: CheckScope) throws {
    let free = try settings["free"].map { try scope.columns($0) } ?? []
    columns = Set(try scope.columns(settings.required("column")) + free).sorted()
    self.free = Set(free)
  }

  package func run(on table: CleanTable, inputs: [InputReport], hits: inout Hits) {
    var firsts: [Int: Int] = [:]
    for place in columns {
      guard case .text(let column) = table.raw.columns[place] else { continue }
      let values = column.dictionary
      var bad = Bitmap(count: values.count)
      for code in 0..<values.count {
        let value = values.arena[values.range(of: UInt32(code))]
        bad[code] =
          free.contains(place) ? Self.holdsPlainIdentifier(value) : Self.isMisplaced(value)
      }
      guard bad.population > 0 else { continue }
      column.codes.forEach { row, code in
        if bad[Int(code)], firsts[row] == nil { firsts[row] = place }
      }
    }
    for (row, place) in firsts.sorted(by: { $0.key < $1.key }) {
      hits.add(row: row, column: place)
    }
  }

  private static func isMisplaced(_ value: ArraySlice<UInt8>) -> Bool {
    guard value.count <= 200, hasDigits(value, atLeast: 3) else { return false }
    let text = Array(value)
    return Mask.holdsIdentifier(String(decoding: text, as: UTF8.self))
      || DateShape.holdsDate(text, isCertain: true)
  }

  /// Thirteen digits and no more, or G and twelve, with nothing between them.
  private static func holdsPlainIdentifier(_ value: ArraySlice<UInt8>) -> Bool {
    var length = 0
    for byte in value {
      if byte &- 0x30 <= 9 {
        length += 1
      } else {
        if length == 13 { return true }
        length = byte == UInt8(ascii: "G") ? 1 : 0
      }
    }
    return length == 13
  }

  /// Most values hold too few digits to be either, and need no closer look.
  private static func hasDigits(_ value: ArraySlice<UInt8>, atLeast count: Int) -> Bool {
    var digits = 0
    var before: UInt8 = 0
    for byte in value {
      // A Thai digit ends with B9 and a byte from 90 to 99.
      if byte &- 0x30 <= 9 || before == 0xB9 && 0x90...0x99 ~= byte { digits += 1 }
      before = byte
    }
    return digits >= count
  }
}

extension Misplaced {
  package static let examples = [
    CheckExample(
      with: .map(["column": ["grade", "room"]]),
      """
      id:identifier,grade,room:integer,born:date
      1100000000016,ป.1,1,05/11/2559
      ป.1,1100000000016,05/11/2559,1
      1,G642000000001,1,
      1,5 พ.ย. 2559,1,
      1,1/2569,1,
      1,๐๕/๑๑/๒๕๕๙,1,
      1,1–1000–00000–01–6,,
      1,2016-11-05,,
      """,
      finds: ["2:grade", "3:grade", "4:grade", "6:grade", "7:grade", "8:grade"]),
    CheckExample(
      with: .map(["column": "grade", "free": ["road", "job"]]),
      """
      grade,road,job
      ป.1,1100000000016,
      ป.1,ซอย 5,G642000000001
      ป.1,081-234-5678 081-234-5679,05/11/2559
      ป.1,08123456780812345679,1-1000-00000-01-6
      """,
      finds: ["1:road", "2:job"]),
    // A year of two digits may be anything, and so may one that no list holds.
    CheckExample(
      with: .map(["column": "grade"]),
      """
      grade
      12/3/45
      ม.5/2/63
      5 มีนา 60
      1/2/2300
      1/2/2660
      081-234-5678
      """,
      finds: []),
    CheckExample(
      with: .map(["column": "room"]),
      """
      grade,room
      05/11/2559,1
      ป.1,1-1000-00000-01-6
      """,
      finds: ["2:room"]),
  ]
}
