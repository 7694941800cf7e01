package import Settings
package import Tables

/// Makes a finding of what a cleaner remarked on a value.
package struct Remark: Check {
  package static let name = "remark"
  package static let summary =
    "A cleaner of 'column' (one, a list, or 'any') made the remark 'remark'."
  package static let keys = ["column", "remark"]

  private let columns: [Int]
  private let remark: String

  package init(_ settings: Settings, in scope: CheckScope) throws {
    let wanted = try settings.required("remark")
    let remark = try wanted.word
    self.remark = remark
    let names = try settings.required("column")
    if case .word("any") = names.value {
      columns = scope.remarks.indices.filter { scope.remarks[$0].contains(remark) }
      return
    }
    columns = try scope.columns(names)
    for column in columns where !scope.remarks[column].contains(remark) {
      throw wanted.unknown("remark", among: scope.remarks[column])
    }
  }

  func tells(_ remark: String, of column: Int) -> Bool {
    self.remark == remark && columns.contains(column)
  }

  package func run(on table: CleanTable, inputs: [InputReport], hits: inout Hits) {
    for place in columns {
      let column = table.columns[place]
      guard let bad = column.remarks[remark] else { continue }
      if let codes = column.codes {
        hits.add(codes, where: bad, column: place)
      } else if let identifiers = column.identifier, bad.population > 0 {
        for (row, word) in identifiers.words.enumerated() {
          if word.shape == PackedIdentifier.shape(.other, length: 0), bad[Int(word.value)] {
            hits.add(row: row, column: place)
          }
        }
      }
    }
  }
}

extension Remark {
  package static let examples = [
    CheckExample(
      with: .map(["column": "birth", "remark": "common-era"]),
      """
      birth:date:buddhist-date
      05/11/2559
      05/11/2016
      05/11/2016
      """,
      finds: ["2:birth", "3:birth"]),
    CheckExample(
      with: .map(["column": "any", "remark": "unreadable"]),
      """
      weight:decimal:number,name,year:integer:number
      24.5,กขค,2569
      หนัก,ยี่สิบ,25.5
      """,
      finds: ["2:weight", "2:year"]),
    CheckExample(
      with: .map(["column": "id", "remark": "zeros-restored"]),
      """
      id:identifier:identifier
      1100000000016
      100000000026
      110000000001
      """,
      finds: ["2:id"]),
    CheckExample(
      with: .map(["column": "id", "remark": "lossy-number"]),
      """
      id:identifier:identifier
      1.23457E+12
      11
      """,
      finds: ["1:id"]),
  ]
}
