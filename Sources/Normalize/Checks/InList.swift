package import Settings
package import Tables

/// Finds values that a list does not hold, where no cleaner looks them up; an empty cell is no finding.
package struct InList: Check {
  package static let name = "in-list"
  package static let summary =
    "The value in 'column' (one or a list) is in the column 'by' (code, unless said) of 'codes', or among 'values'."
  package static let keys = ["column", "codes", "by", "values"]

  private let columns: [Int]
  private let known: ByteDictionary

  package init(_ settings: Settings, in scope: CheckScope) throws {
    columns = try scope.columns(settings.required("column"))
    if let values = settings["values"] {
      guard settings["codes"] == nil else {
        throw SettingsError("expected either 'codes' or 'values', found both", at: values.place)
      }
      known = ByteDictionary(try values.words)
    } else {
      let codes = try settings.required("codes")
      let by = settings["by"] ?? Settings(.word("code"), at: codes.place)
      known = ByteDictionary(
        try scope.values(of: by.word, in: codes, at: by.place).map { $0.value })
    }
  }

  package func run(on table: CleanTable, inputs: [InputReport], hits: inout Hits) {
    for column in columns {
      hits.add(table.columns[column], at: column) { value in
        known.find(String(decoding: value, as: UTF8.self)) != nil
      }
    }
  }
}

extension InList {
  package static let examples = [
    CheckExample(
      with: .map(["column": "levels", "codes": "levels.csv", "by": "label"]),
      """
      levels:text:text
      ประถมศึกษา
      ประถมศึกษา\u{20}
      ประถม

      """,
      finds: ["3:levels"],
      files: ["levels.csv": "code,label\nprimary,ประถมศึกษา\n"]),
    CheckExample(
      with: .map(["column": "state", "values": ["ใช้งานได้", "ใช้งานไม่ได้"]]),
      """
      state
      ใช้งานได้
      เสีย
      เสีย
      """,
      finds: ["2:state", "3:state"]),
    CheckExample(
      with: .map(["column": "age", "values": ["6", "7"]]),
      """
      age:integer:number
      6.0
      8
      เจ็ด
      """,
      finds: ["2:age"]),
  ]
}
