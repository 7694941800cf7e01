package import Settings
package import Tables

/// Finds G-codes that another province gave out.
///
/// Facts: the province of the code, that of the school. A G-code is G, two digits of the year, two of the province and eight of a serial; an 8-digit school
/// code opens with its province.
package struct GCodeProvince: Check {
  package static let name = "g-code-province"
  package static let summary =
    "The province in the G-code of 'column' is that of the code in 'school'."
  package static let keys = ["column", "school"]

  private let column: Int
  private let school: Int

  package init(_ settings: Settings, in scope: CheckScope) throws {
    column = try scope.column(settings.required("column"), .identifier)
    school = try scope.column(settings.required("school"), .text)
  }

  package func run(on table: CleanTable, inputs: [InputReport], hits: inout Hits) {
    guard let identifiers = table.columns[column].identifier,
      let schools = table.columns[school].text
    else { return }
    let provinces = (0..<UInt32(schools.dictionary.count)).map { code -> Int? in
      let text = schools.dictionary.bytes(of: code)
      guard text.isDigits, text.count == 8 else { return nil }
      return Int(text[0] - UInt8(ascii: "0")) * 10 + Int(text[1] - UInt8(ascii: "0"))
    }
    let shape = PackedIdentifier.shape(.gCode, length: 12)
    identifiers.forEach { row, word in
      guard word.shape == shape, let province = provinces[Int(schools.code(row))] else { return }
      let issuer = Int(word.value / 100_000_000 % 100)
      if issuer != province {
        hits.add(row: row, column: column, facts: .numbers(issuer, province))
      }
    }
  }
}

extension GCodeProvince {
  package static let examples = [
    CheckExample(
      with: .map(["column": "id", "school": "school"]),
      """
      school,id:identifier
      42010001,G644200000001
      20010029,G644200000001
      080005,G644200000001
      20010029,1100000000016
      20010029,G6442
      """,
      finds: ["2:id:42:20"])
  ]
}
