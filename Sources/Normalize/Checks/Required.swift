package import Settings
package import Tables

/// Finds cells in which nothing was entered.
///
/// A file that lacks the column is told once, by its reader, and its rows are not told one by one.
package struct Required: Check {
  package static let name = "required"
  package static let summary =
    "Something must stand in 'column' (one or a list); with 'dash: true' a dash will do."
  package static let keys = ["column", "dash"]

  private let columns: [Int]
  /// A dash says "there is none", and is an answer.
  private let acceptsDash: Bool

  package init(_ settings: Settings, in scope: CheckScope) throws {
    columns = try scope.columns(settings.required("column"))
    acceptsDash = try settings["dash"]?.flag ?? false
  }

  package func run(on table: CleanTable, inputs: [InputReport], hits: inout Hits) {
    for place in columns {
      let column = table.columns[place]
      let silent = silentRows(of: table, inputs, lacking: place)
      if let codes = column.codes {
        let blank = blank(column, table.raw.columns[place])
        if let silent {
          codes.forEach { row, code in
            if blank[Int(code)], !silent[row] { hits.add(row: row, column: place) }
          }
        } else {
          hits.add(codes, where: blank, column: place)
        }
      } else if let identifiers = column.identifier {
        identifiers.forEach { row, word in
          if word == .empty, !(silent?[row] ?? false) { hits.add(row: row, column: place) }
        }
      }
    }
  }

  /// The rows of files that lack the column; nil when all have it.
  private func silentRows(
    of table: CleanTable, _ inputs: [InputReport], lacking column: Int
  ) -> Bitmap? {
    let lacking = table.raw.origins.inputs.filter {
      inputs.indices.contains($0.input) && inputs[$0.input].lacking.contains(column)
    }
    guard !lacking.isEmpty else { return nil }
    var silent = Bitmap(count: table.count)
    for (_, rows) in lacking {
      for row in rows { silent[row] = true }
    }
    return silent
  }

  /// The raw codes of the cells that lack an answer.
  private func blank(_ column: CleanColumn, _ raw: RawColumn) -> Bitmap {
    var blank = column.nothing
    guard acceptsDash, case .text(let text) = raw else { return blank }
    for code in blank.indices {
      let value = text.dictionary.string(of: UInt32(code))
      if value.contains(where: { $0.isPunctuation }) { blank[code] = false }
    }
    return blank
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
    CheckExample(
      with: .map(["column": "name", "dash": "true"]),
      """
      name:text:text
      ก
      -

      """,
      finds: ["3:name"]),
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
