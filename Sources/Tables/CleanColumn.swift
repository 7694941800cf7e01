/// A column after cleaning.
///
/// Each kind keeps the raw column's codes and adds what every distinct value means, with a bitmap of
/// the values that mean nothing. A row's meaning is two look-ups away, and a column of a million rows
/// with fifty values is cleaned fifty times.
package struct CleanColumn: Sendable {
  package enum Values: Sendable {
    case text(CodedColumn)
    case number(NumberColumn)
    case date(DateColumn)
    case flag(FlagColumn)
    case identifier(CleanIdentifierColumn)
  }

  package let values: Values
  /// What the cleaners remarked, and of which distinct raw values (for identifiers: of which exceptions).
  package let remarks: [String: Bitmap]
  /// What the cleaners changed in each distinct raw value (for identifiers: in each exception).
  ///
  /// Empty when they changed nothing.
  package let changes: [Changes]

  package init(
    _ values: Values, remarks: [String: Bitmap] = [:], changes: [Changes] = []
  ) {
    self.values = values
    self.remarks = remarks
    self.changes = changes
  }

  package func isMissing(_ row: Int) -> Bool {
    switch values {
    case .text(let column): column.isMissing(row)
    case .number(let column): column[row] == nil
    case .date(let column): column[row] == nil
    case .flag(let column): column[row] == nil
    case .identifier(let column): column[row].form == .empty
    }
  }

  /// The clean value in its canonical form; empty when missing.
  package func string(_ row: Int) -> String {
    switch values {
    case .text(let column): column.string(row)
    case .number(let column): column.string(row)
    case .date(let column): column[row]?.iso ?? ""
    case .flag(let column): column[row].map { $0 ? "true" : "false" } ?? ""
    case .identifier(let column): column.string(row)
    }
  }

  /// The raw code of every row; nil for identifiers, which have none.
  package var codes: Codes? {
    switch values {
    case .text(let column): column.rows
    case .number(let column): column.rows
    case .date(let column): column.rows
    case .flag(let column): column.rows
    case .identifier: nil
    }
  }

  package var text: CodedColumn? {
    if case .text(let column) = values { column } else { nil }
  }
  package var number: NumberColumn? {
    if case .number(let column) = values { column } else { nil }
  }
  package var date: DateColumn? {
    if case .date(let column) = values { column } else { nil }
  }
  package var flag: FlagColumn? {
    if case .flag(let column) = values { column } else { nil }
  }
  package var identifier: CleanIdentifierColumn? {
    if case .identifier(let column) = values { column } else { nil }
  }
}

/// Clean text: a code per row into the distinct clean values.
package struct CodedColumn: Sendable {
  /// The raw column's codes.
  package let rows: Codes
  /// The clean code of each raw code.
  package let meaning: [UInt32]
  package let dictionary: ByteDictionary
  /// The clean codes that stand for "nothing there".
  package let missing: Bitmap

  package init(rows: Codes, meaning: [UInt32], dictionary: ByteDictionary) {
    self.rows = rows
    self.meaning = meaning
    self.dictionary = dictionary
    var missing = Bitmap(count: dictionary.count)
    for code in 0..<dictionary.count where dictionary.isEmpty(UInt32(code)) { missing[code] = true }
    self.missing = missing
  }

  package var count: Int { rows.count }
  package func code(_ row: Int) -> UInt32 { meaning[Int(rows[row])] }
  package func isMissing(_ row: Int) -> Bool { missing[Int(code(row))] }
  package func string(_ row: Int) -> String { dictionary.string(of: code(row)) }
}

/// Whole numbers, or decimals counted in hundredths.
package struct NumberColumn: Sendable {
  package let rows: Codes
  package let values: [Int]
  package let missing: Bitmap
  /// 1 for whole numbers, 100 for decimals.
  package let scale: Int

  package init(rows: Codes, values: [Int], missing: Bitmap, scale: Int) {
    self.rows = rows
    self.values = values
    self.missing = missing
    self.scale = scale
  }

  package var count: Int { rows.count }

  /// The number times `scale`.
  package subscript(row: Int) -> Int? {
    let code = Int(rows[row])
    return missing[code] ? nil : values[code]
  }

  package func string(_ row: Int) -> String {
    self[row].map { FixedPoint.text($0, scale: scale) } ?? ""
  }
}

/// Calendar days.
package struct DateColumn: Sendable {
  package let rows: Codes
  package let days: [Day]
  package let missing: Bitmap

  package init(rows: Codes, days: [Day], missing: Bitmap) {
    self.rows = rows
    self.days = days
    self.missing = missing
  }

  package var count: Int { rows.count }

  package subscript(row: Int) -> Day? {
    let code = Int(rows[row])
    return missing[code] ? nil : days[code]
  }
}

/// Yes or no.
package struct FlagColumn: Sendable {
  package let rows: Codes
  package let flags: Bitmap
  package let missing: Bitmap

  package init(rows: Codes, flags: Bitmap, missing: Bitmap) {
    self.rows = rows
    self.flags = flags
    self.missing = missing
  }

  package var count: Int { rows.count }

  package subscript(row: Int) -> Bool? {
    let code = Int(rows[row])
    return missing[code] ? nil : flags[code]
  }
}

/// Identifiers; an exception's clean form stands in a table beside the words.
package struct CleanIdentifierColumn: Sendable {
  package let words: [PackedIdentifier]
  /// The clean word of each exception; `.other` when it stayed text.
  package let meaning: [PackedIdentifier]
  /// The clean text of the exceptions that stayed text.
  package let texts: ByteDictionary

  package init(
    words: [PackedIdentifier], meaning: [PackedIdentifier], texts: ByteDictionary
  ) {
    self.words = words
    self.meaning = meaning
    self.texts = texts
  }

  package var count: Int { words.count }

  @inlinable package subscript(row: Int) -> PackedIdentifier {
    let word = words[row]
    return word.isOther ? meaning[Int(word.value)] : word
  }

  /// The place among the exceptions, when the raw cell is not plain digits or a G-code.
  package func exception(_ row: Int) -> Int? {
    words[row].form == .other ? Int(words[row].value) : nil
  }

  package func string(_ row: Int) -> String {
    let word = self[row]
    return word.text ?? texts.string(of: UInt32(word.value))
  }
}
