package import Settings
package import Tables

/// Finds cells in which nothing was entered.
package struct Required: Check {
  package static let name = "required"
  package static let summary = "Something must stand in 'column' (one or a list)."
  package static let keys = ["column"]

  private let columns: [Int]

  package init(_ settings: Settings, in scope: CheckScope) throws {
    columns = try scope.columns(settings.required("column"))
  }

  package func run(on table: CleanTable, inputs: [InputReport], hits: inout Hits) {
    for place in columns {
      let column = table.columns[place]
      if let codes = column.codes {
        hits.add(codes, where: column.nothing, column: place)
      } else if let identifiers = column.identifier {
        identifiers.forEach { row, word in
          if word == .empty { hits.add(row: row, column: place) }
        }
      }
    }
  }
}

extension Required {
  package static let examples = [
    CheckExample(
      with: .map(["column": ["name", "id"]]),
      """
      name:text:text,id:identifier
      ก,1
      -,2
      ค,
      """,
      finds: ["2:name", "3:id"]),
    // What cannot be read is not missing.
    CheckExample(
      with: .map(["column": "weight"]),
      """
      weight:decimal:number
      24.5
      หนัก
      -
      """,
      finds: []),
    CheckExample(
      with: .map(["column": "weight"]),
      """
      weight:decimal:text
      24.5

      """,
      finds: ["2:weight"]),
  ]
}
