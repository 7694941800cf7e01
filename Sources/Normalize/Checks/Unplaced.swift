package import Settings
package import Tables

/// Finds rows that do not say whose they are: no identifier, and no school or no name beside it.
package struct Unplaced: Check {
  package static let name = "unplaced"
  package static let summary =
    "A row has its identifier in 'column', or its school in 'school' and a name in 'names'."
  package static let keys = ["column", "school", "names"]

  private let column: Int
  private let school: Int
  private let names: [Int]

  package init(_ settings: Settings, in scope: CheckScope) throws {
    column = try scope.column(settings.required("column"), .identifier)
    school = try scope.column(settings.required("school"))
    names = try scope.columns(settings.required("names"))
  }

  package func run(on table: CleanTable, inputs: [InputReport], hits: inout Hits) {
    guard let identifiers = table.columns[column].identifier else { return }
    identifiers.forEach { row, word in
      guard word == .empty else { return }
      let isNameless = names.allSatisfy { table.columns[$0].isMissing(row) }
      if isNameless || table.columns[school].isMissing(row) {
        hits.add(row: row)
      }
    }
  }
}

extension Unplaced {
  package static let examples = [
    CheckExample(
      with: .map(["column": "id", "school": "school", "names": ["first", "last"]]),
      """
      school,id:identifier,first,last
      20010029,1100000000016,ตัวอย่าง,ทดสอบ
      20010029,,ตัวอย่าง,
      20010029,,,
      ,,ตัวอย่าง,ทดสอบ
      ,1100000000016,,
      """,
      finds: ["3", "4"])
  ]
}
