package import Settings
package import Tables

/// Finds values that are not written as a pattern says; cells without a value are no finding.
///
/// The pattern is compiled once and asked once per distinct value. Its grammar is that of `TextPattern`.
package struct Pattern: Check {
  package static let name = "pattern"
  package static let summary =
    "All of the value in 'column' (one or a list) fits 'pattern'; with 'raw: true' the value as it was read."
  package static let keys = ["column", "pattern", "raw"]

  private let columns: [Int]
  private let pattern: TextPattern
  private let isRaw: Bool

  package init(_ settings: Settings, in scope: CheckScope) throws {
    columns = try scope.columns(settings.required("column"))
    isRaw = try settings["raw"]?.flag ?? false
    let written = try settings.required("pattern")
    do {
      pattern = try TextPattern(written.word)
    } catch let mistake as PatternMistake {
      throw SettingsError(
        "the pattern \(mistake.message) (character \(mistake.position))", at: written.place)
    }
  }

  package func run(on table: CleanTable, inputs: [InputReport], hits: inout Hits) {
    var walk = PatternWalk(pattern)
    for column in columns {
      if isRaw {
        hits.add(table.raw.columns[column], at: column) { walk.fits($0) }
      } else {
        hits.add(table.columns[column], at: column) { walk.fits($0) }
      }
    }
  }
}

extension Pattern {
  package static let examples = [
    CheckExample(
      with: .map(["column": "postcode", "pattern": "[1-9]\\d{4}"]),
      """
      postcode
      42000
      4200
      420000
      00000

      42๐00
      """,
      finds: ["2:postcode", "3:postcode", "4:postcode", "6:postcode"]),
    CheckExample(
      with: .map(["column": "model", "pattern": "(สปช\\.)?\\d{3}/\\d{2}( .+)?|ป\\.1[กขฉ]"]),
      """
      model
      สปช.105/29
      105/29
      สปช.102/26 ขนาด 4 ห้องเรียน
      ป.1ฉ
      สปช105/29
      ป.1ฮ
      """,
      finds: ["5:model", "6:model"]),
    // Thai digits are what was read, and Arabic ones what was made of them.
    CheckExample(
      with: .map(["column": "room", "pattern": "\\d+"]),
      """
      room:integer:number
      ๑
      หนึ่ง
      """,
      finds: []),
    CheckExample(
      with: .map(["column": ["room", "id"], "pattern": "\\d+", "raw": "true"]),
      """
      room:integer:number,id:identifier
      ๑,1
      1,G1
      ,
      """,
      finds: ["1:room", "2:id"]),
    // What drives other engines to and fro without an end.
    CheckExample(
      with: .map(["column": "name", "pattern": "(a*)*b"]),
      """
      name
      aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
      aab
      """,
      finds: ["1:name"]),
  ]
}
