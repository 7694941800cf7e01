internal import Tables

/// A column of all tables that are compared, as comparators and blocking keys want it.
struct ColumnValues: Sendable {
  enum Content: Sendable {
    case text(TextValues)
    /// For every table a word for each raw code; 0 for none.
    case words([[UInt32]])
    /// For every table a word for each row; 0 for none.
    case rowWords([[UInt32]])
    /// Two words a row.
    case identifier
  }

  let content: Content
  /// Where the column begins in a row of the matrix.
  let offset: Int
  /// The chance that two rows, taken at random, have the same value.
  let chanceOfEqual: Double

  /// How many words of a row it takes.
  var width: Int { if case .identifier = content { 2 } else { 1 } }

  /// - Parameter counted: whether it matters how often each value stands there.
  init(_ use: ColumnUse, _ input: MatchInput, offset: Int, counted: Bool) {
    self.offset = offset
    if use.reading == .school {
      content = .rowWords(
        input.tables.map { table in table.schools.map { $0.map { UInt32($0) + 1 } ?? 0 } })
      chanceOfEqual = 0
      return
    }
    let columns = input.tables.map { $0.table[use.name] }
    let accepted = input.tables.map { $0.table.accepted }
    switch (use.kind, use.reading) {
    case (.text, .value):
      let values = TextValues(columns.map { $0?.text }, accepted: accepted, counted: counted)
      content = .text(values)
      chanceOfEqual = Self.chance(values.entries.map { $0.frequency })
    case (.text, .rank(let ranks)):
      content = .words(
        columns.map { column in
          guard let text = column?.text else { return [] }
          let meaning = (0..<text.dictionary.count).map {
            ranks[text.dictionary.string(of: UInt32($0))] ?? 0
          }
          return text.meaning.map { meaning[Int($0)] }
        })
      chanceOfEqual = 0
    case (.identifier, _):
      content = .identifier
      chanceOfEqual = 0
    default:
      let words = columns.map { $0.map { Self.words(of: $0) } ?? [] }
      content = .words(words)
      chanceOfEqual = counted ? Self.chance(columns, words, accepted) : 0
    }
  }

  /// A word for each raw code of a column of numbers, days or flags.
  private static func words(of column: CleanColumn) -> [UInt32] {
    switch column.values {
    case .date(let dates):
      dates.days.enumerated().map { code, day in dates.missing[code] ? 0 : CivilWord(day).word }
    case .number(let numbers):
      numbers.values.enumerated().map { code, value in
        numbers.missing[code]
          ? 0 : UInt32(clamping: min(max(value, -1 << 30), 1 << 30) + 1 << 30 + 1)
      }
    case .flag(let flags):
      (0..<flags.flags.count).map { flags.missing[$0] ? 0 : flags.flags[$0] ? 2 : 1 }
    case .text, .identifier: []
    }
  }

  private static func chance(_ frequencies: [UInt32]) -> Double {
    let rows = frequencies.reduce(0.0) { $0 + Double($1) }
    guard rows > 0 else { return 0 }
    return frequencies.reduce(0.0) { $0 + Double($1) * Double($1) } / (rows * rows)
  }

  private static func chance(
    _ columns: [CleanColumn?], _ words: [[UInt32]], _ accepted: [Bitmap]
  ) -> Double {
    var tally: [UInt32: UInt32] = [:]
    for (table, column) in columns.enumerated() {
      guard let column, let codes = column.codes else { continue }
      let counts = codes.tally(of: words[table].count, in: accepted[table])
      for (raw, word) in words[table].enumerated() where word != 0 && counts[raw] > 0 {
        tally[word, default: 0] &+= counts[raw]
      }
    }
    return chance(tally.values.sorted())
  }
}

/// A day as year, month and day in one word, so that its parts are compared without a calendar.
struct CivilWord {
  let word: UInt32

  init(word: UInt32) { self.word = word }

  init(_ day: Day) {
    let civil = day.civil
    word = UInt32(clamping: max(civil.year, 0)) << 9 | UInt32(civil.month) << 5 | UInt32(civil.day)
  }

  /// The same word for all days of a year.
  var yearWord: UInt32 { word >> 9 }

  var year: Int { Int(word >> 9) }
  var month: Int { Int(word >> 5 & 15) }
  var day: Int { Int(word & 31) }
}
