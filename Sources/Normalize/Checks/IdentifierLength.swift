package import Settings
package import Tables

/// Finds numbers that have too few or too many digits.
///
/// Facts: the digits found, the digits expected.
package struct IdentifierLength: Check {
  package static let name = "identifier-length"
  package static let summary = "A number in 'column' has 'length' digits."
  package static let keys = ["column", "length"]

  private let column: Int
  private let length: Int

  package init(_ settings: Settings, in scope: CheckScope) throws {
    column = try scope.column(settings.required("column"), .identifier)
    let wanted = try settings.required("length")
    length = try wanted.number
    guard 1...16 ~= length else { throw wanted.expected("a number from 1 to 16") }
  }

  package func run(on table: CleanTable, inputs: [InputReport], hits: inout Hits) {
    guard let identifiers = table.columns[column].identifier else { return }
    let wrong = (0..<PackedIdentifier.shapeCount).map { shape in
      shape >> 6 == Int(PackedIdentifier.Form.digits.rawValue) && shape & 63 != length
    }
    // A number of more than sixteen digits was not packed.
    let longTexts = (0..<UInt32(identifiers.texts.count)).map { code -> Int? in
      let text = identifiers.texts.bytes(of: code)
      return text.isDigits ? text.count : nil
    }
    let other = PackedIdentifier.shape(.other, length: 0)
    identifiers.forEach { row, word in
      let found = word.shape == other ? longTexts[Int(word.value)] : nil
      if wrong[word.shape] || found != nil {
        hits.add(row: row, column: column, facts: .numbers(found ?? word.length, length))
      }
    }
  }
}

extension IdentifierLength {
  package static let examples = [
    CheckExample(
      with: .map(["column": "id", "length": "13"]),
      """
      id:identifier:identifier
      1100000000016
      110000000001
      11000000000161
      12345678901234567
      G644200000001
      อ่านไม่ออก

      """,
      finds: ["2:id:12:13", "3:id:14:13", "4:id:17:13"])
  ]
}
