package import Tables

/// What tokens are made of, before any secret comes in: hashes of keys, and pieces of names and dates.
///
/// It never leaves the program: without a secret these hashes say who is meant.
package struct TokenMaterial: Sendable {
  /// A part of a field, cut into pieces.
  package struct Column: Sendable {
    /// By raw code: the numbers of its pieces.
    let pieces: [[UInt32]]
    let codes: Codes

    /// The numbers of the pieces of a row.
    package func pieces(_ row: Int) -> [UInt32] { pieces[Int(codes[row])] }
  }

  package struct Field: Sendable {
    package let name: String
    package let bitsPerPiece: Int
    /// Every distinct piece once, by its number.
    package let pieces: ByteDictionary
    package let columns: [Column]
  }

  /// The rows that are exported.
  package let rows: [Int]
  /// For every key and every row of the table a hash; 0 where the row lacks a part of the key.
  package let keys: [[UInt64]]
  package let fields: [Field]
  /// Every distinct salt once, and the number of each row's.
  package let salts: ByteDictionary
  package let salt: [UInt32]

  package init(_ model: TokenModel, _ table: CleanTable) {
    let input = MatchInput(table)
    let uses = model.uses
    let columns = uses.map { ColumnValues($0, input, offset: 0, counted: false) }
    rows = table.accepted.indices
    keys = model.keys.map {
      KeyHasher($0, table: 0, columns, input, uses).hashes(of: 0..<table.count)
    }
    fields = model.fields.map { field in
      var pieces = ByteDictionary()
      let parts = field.columns.compactMap { place in
        Self.column(columns[place], table[uses[place].name], model.pieceLength, &pieces)
      }
      return Field(
        name: field.name, bitsPerPiece: field.bitsPerPiece, pieces: pieces, columns: parts)
    }
    var salts = ByteDictionary()
    salt = (0..<table.count).map { row in
      salts.code(
        for: model.salt.flatMap { place -> [UInt8] in
          guard let column = table[uses[place].name] else { return [0x1F] }
          let text = column.date?[row].map { String($0.civil.year) } ?? column.string(row)
          return Array(text.utf8) + [0x1F]
        })
    }
    self.salts = salts
  }

  private static func column(
    _ values: ColumnValues, _ column: CleanColumn?, _ length: Int, _ known: inout ByteDictionary
  ) -> Column? {
    if let numbers = column?.identifier { return Self.column(numbers, &known) }
    guard let codes = column?.codes else { return nil }
    switch values.content {
    case .text(let texts):
      let letters = texts.letters
      return Column(
        pieces: texts.codes[0].map { value in
          guard value > 0 else { return [] }
          return cut(letters[texts.entries[Int(value)].letters], length).map { known.code(for: $0) }
        }, codes: codes)
    case .words(let words):
      return Column(
        pieces: words[0].map { word in
          word == 0 ? [] : cut(CivilWord(word: word)).map { known.code(for: $0) }
        }, codes: codes)
    case .rowWords, .identifier: return nil
    }
  }

  /// A number is one piece, and its last nine digits another, for of single digits too much could be counted.
  private static func column(
    _ numbers: CleanIdentifierColumn, _ known: inout ByteDictionary
  ) -> Column {
    var pieces: [[UInt32]] = [[]]
    var codes: [UInt64: UInt32] = [:]
    let rows = (0..<numbers.count).map { row -> UInt32 in
      let word = numbers[row]
      guard IdentifierComparator.isNumber(word) else { return 0 }
      if let code = codes[word.word] { return code }
      let texts = ["n\(word.word)", "e\(word.value % 1_000_000_000)"]
      pieces.append(texts.map { known.code(for: Array($0.utf8)) })
      codes[word.word] = UInt32(pieces.count - 1)
      return UInt32(pieces.count - 1)
    }
    return Column(pieces: pieces, codes: Codes(rows))
  }

  /// Overlapping pieces of a name, its ends marked, so that a slip of the pen changes few of them.
  ///
  /// The same piece again is another one, or a long name of few letters would leave no more than a short one.
  private static func cut(_ letters: ArraySlice<UInt8>, _ length: Int) -> [[UInt8]] {
    let marks = [UInt8](repeating: 0, count: length - 1)
    let marked = marks + letters.prefix(64) + marks
    var times: [[UInt8]: UInt8] = [:]
    return (0...marked.count - length).map { start in
      let piece = Array(marked[start..<start + length])
      times[piece, default: 0] += 1
      return piece + [times[piece] ?? 0]
    }
  }

  /// Day, month and year, and each two of them, so that one wrong part leaves a half of them.
  private static func cut(_ date: CivilWord) -> [[UInt8]] {
    let day = Array("d\(date.day)".utf8)
    let month = Array("m\(date.month)".utf8)
    let year = Array("y\(date.year)".utf8)
    return [day, month, year, day + month, month + year, day + year]
  }
}

extension MatchInput {
  /// One table alone, whose schools are of no account.
  fileprivate init(_ table: CleanTable) {
    self.init()
    append(table, schools: [])
  }
}
