package import Settings
package import Tables

/// Finds numbers of thirteen digits whose last digit does not follow from the others.
package struct CheckDigit: Check {
  package static let name = "check-digit"
  package static let summary =
    "The check digit of 13 digits in 'column' (one or a list) is right, where 'first-digits' holds the first."
  package static let keys = ["column", "first-digits"]

  private let columns: [Int]
  private let isFirst: [Bool]

  package init(_ settings: Settings, in scope: CheckScope) throws {
    columns = try settings.required("column").items.map { try scope.column($0, .identifier) }
    var isFirst = [Bool](repeating: settings["first-digits"] == nil, count: 10)
    for item in settings["first-digits"]?.items ?? [] {
      guard 0...9 ~= (try item.number) else { throw item.expected("a digit") }
      isFirst[try item.number] = true
    }
    self.isFirst = isFirst
  }

  package func run(on table: CleanTable, inputs: [InputReport], hits: inout Hits) {
    for column in columns {
      if let identifiers = table.columns[column].identifier { run(on: identifiers, column, &hits) }
    }
  }

  private func run(on identifiers: CleanIdentifierColumn, _ column: Int, _ hits: inout Hits) {
    let shape = PackedIdentifier.shape(.digits, length: 13)
    identifiers.forEach { row, word in
      guard word.shape == shape else { return }
      let number = word.word & (1 << 54 - 1)
      if isFirst[Int(number / 1_000_000_000_000)], !PackedIdentifier.hasValidCheckDigit(number) {
        hits.add(row: row, column: column)
      }
    }
  }
}

extension CheckDigit {
  private static let table = """
    id:identifier
    1000000000009
    0000000000001
    1234567890121
    1100000000016
    1100000000017
    0100000000027
    110000000001
    G644200000001
    """

  package static let examples = [
    CheckExample(with: .map(["column": "id"]), table, finds: ["5:id", "6:id"]),
    CheckExample(with: .map(["column": "id", "first-digits": ["0"]]), table, finds: ["6:id"]),
    CheckExample(
      with: .map(["column": "id", "first-digits": ["1", "2"]]), table, finds: ["5:id"]),
  ]
}
