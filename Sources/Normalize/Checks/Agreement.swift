package import Settings
package import Tables

/// Finds rows in which one column's code tells another's value, and another stands there.
///
/// The title นาย tells that the sex is ช. Values that the code list does not name are no
/// disagreement; they are unknown, which is another rule. Fact: the value that was expected.
package struct Agreement: Check {
  package static let name = "agreement"
  package static let summary =
    "The value in 'with' is the one that the column 'expects' of the list 'codes' gives for 'column'."
  package static let keys = ["column", "codes", "expects", "with"]

  private let column: Int
  private let other: Int
  /// By code: the expected value's place in `values`.
  private let expected: [String: Int]
  private let values: [String]

  package init(_ settings: Settings, in scope: CheckScope) throws {
    column = try scope.column(settings.required("column"), .text)
    other = try scope.column(settings.required("with"), .text)
    let expects = try settings.required("expects")
    let pairs = try scope.values(
      of: expects.word, in: settings.required("codes"), at: expects.place
    ).filter { !$0.value.isEmpty }
    let values = Set(pairs.map { $0.value }).sorted()
    var expected: [String: Int] = [:]
    for pair in pairs { expected[pair.code] = values.firstIndex(of: pair.value) }
    (self.expected, self.values) = (expected, values)
  }

  package func run(on table: CleanTable, inputs: [InputReport], hits: inout Hits) {
    guard let telling = table.columns[column].text, let told = table.columns[other].text else {
      return
    }
    let wanted = Self.places(telling) { expected[$0] }
    let found = Self.places(told) { values.firstIndex(of: $0) }
    let others = told.rows.expanded
    for (row, code) in telling.rows.expanded.enumerated() {
      let (want, have) = (wanted[Int(code)], found[Int(others[row])])
      if want != have, want >= 0, have >= 0 {
        hits.add(row: row, column: column, facts: .text(values[want]))
      }
    }
  }

  /// For each raw code of a column, a place among the values, or -1.
  private static func places(
    _ column: CodedColumn, _ place: (String) -> Int?
  ) -> [Int] {
    let known = (0..<UInt32(column.dictionary.count)).map { code in
      place(column.dictionary.string(of: code)) ?? -1
    }
    return column.meaning.map { known[Int($0)] }
  }
}

extension Agreement {
  package static let examples = [
    CheckExample(
      with: .map(["column": "title", "codes": "title.csv", "expects": "sex", "with": "sex"]),
      """
      title,sex
      นาย,ช
      นาย,ญ
      ม.ล.,ญ
      คุณ,ญ
      นาย,
      นาย,?
      """,
      finds: ["2:title:ช"],
      files: ["title.csv": "code,sex\nนาย,ช\nนาง,ญ\nม.ล.,\n"])
  ]
}
