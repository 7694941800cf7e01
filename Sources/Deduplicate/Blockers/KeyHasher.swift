internal import Tables

/// Hashes the rows of a table by a blocking key.
///
/// What each distinct value means to the key is found once, beforehand. Rows are taken a few thousand at a
/// time, so that all that is made on the way stays in the nearest cache.
struct KeyHasher: Sendable {
  private enum Piece: Sendable {
    /// A hash for each raw code; 0 for none.
    case coded(Codes, [UInt64])
    /// A word for each row; 0 for none.
    case rows([UInt32])
    /// For each raw code of several columns the sum of its words' hashes.
    case words([(codes: Codes, sums: [UInt64])])
    case number(CleanIdentifierColumn, BlockingKey.Part)
    /// The table lacks the column.
    case none
  }

  private let pieces: [Piece]
  /// The rows that are compared; nil when all are.
  private let accepted: Bitmap?

  private static let rowsAtOnce = 8192

  init(
    _ key: BlockingKey, table: Int, _ columns: [ColumnValues], _ input: MatchInput,
    _ uses: [ColumnUse]
  ) {
    let part = input.tables[table]
    accepted = part.isWhole ? nil : part.table.accepted
    pieces = key.parts.map { piece in
      switch piece {
      case .value(let column):
        Self.piece(of: columns[column], uses[column], part, table, piece) { $0 }
      case .year(let column):
        Self.piece(of: columns[column], uses[column], part, table, piece) {
          CivilWord(word: $0).yearWord
        }
      case .words(let places):
        .words(
          places.compactMap { Self.words(of: columns[$0], uses[$0], part, table) })
      case .lastDigits(let column, _), .firstDigits(let column, _), .withoutDigit(let column, _),
        .swappedDigits(let column, _):
        part.table[uses[column].name]?.identifier.map { .number($0, piece) } ?? .none
      }
    }
  }

  private static func piece(
    of values: ColumnValues, _ use: ColumnUse, _ part: MatchInput.Part, _ table: Int,
    _ piece: BlockingKey.Part, word: (UInt32) -> UInt32
  ) -> Piece {
    let column = part.table[use.name]
    switch values.content {
    case .text(let values):
      guard let codes = column?.codes else { return .none }
      return .coded(codes, values.codes[table].map { values.sounds[Int($0)] })
    case .words(let words):
      guard let codes = column?.codes else { return .none }
      return .coded(
        codes, words[table].map { $0 == 0 ? 0 : Hash.finished(UInt64(word($0))) | 1 })
    case .rowWords(let words): return .rows(words[table])
    case .identifier: return column?.identifier.map { .number($0, piece) } ?? .none
    }
  }

  private static func words(
    of values: ColumnValues, _ use: ColumnUse, _ part: MatchInput.Part, _ table: Int
  ) -> (codes: Codes, sums: [UInt64])? {
    guard case .text(let values) = values.content, let codes = part.table[use.name]?.codes else {
      return nil
    }
    return (codes, values.codes[table].map { values.words[Int($0)] })
  }

  // MARK: Hashes

  /// The hash of some rows; 0 for a row that lacks a part.
  func hashes(of rows: Range<Int>) -> [UInt64] {
    var all: [UInt64] = []
    all.reserveCapacity(rows.count)
    var first = rows.lowerBound
    while first < rows.upperBound {
      let block = first..<min(rows.upperBound, first + Self.rowsAtOnce)
      all += blockHashes(of: block)
      first = block.upperBound
    }
    return all
  }

  private func blockHashes(of rows: Range<Int>) -> [UInt64] {
    var hashes = [UInt64](repeating: 0x51_7C_C1_B7_27_22_0A_95, count: rows.count)
    if let accepted {
      for (row, place) in zip(rows, 0...) where !accepted[row] { hashes[place] = 0 }
    }
    for piece in pieces {
      switch piece {
      case .coded(let codes, let meaning):
        for (place, own) in codes.gather(rows, through: meaning).enumerated() {
          Self.join(own, to: &hashes[place])
        }
      case .rows(let words):
        for (place, row) in rows.enumerated() { Self.join(UInt64(words[row]), to: &hashes[place]) }
      case .words(let columns): Self.addWords(columns, of: rows, to: &hashes)
      case .number(let identifiers, let part): Self.add(part, identifiers, of: rows, to: &hashes)
      case .none: return [UInt64](repeating: 0, count: rows.count)
      }
    }
    return hashes
  }

  @inline(__always)
  private static func join(_ own: UInt64, to hash: inout UInt64) {
    hash = hash == 0 || own == 0 ? 0 : Hash.joined(hash, own)
  }

  /// Two words at least, for a single one says too little.
  private static func addWords(
    _ columns: [(codes: Codes, sums: [UInt64])], of rows: Range<Int>, to hashes: inout [UInt64]
  ) {
    var sums = [UInt64](repeating: 0, count: rows.count)
    for column in columns {
      for (place, sum) in column.codes.gather(rows, through: column.sums).enumerated() {
        sums[place] &+= sum
      }
    }
    for (place, sum) in sums.enumerated() {
      join(Sound.wordCount(of: sum) < 2 ? 0 : sum, to: &hashes[place])
    }
  }

  private static func add(
    _ part: BlockingKey.Part, _ identifiers: CleanIdentifierColumn, of rows: Range<Int>,
    to hashes: inout [UInt64]
  ) {
    switch part {
    case .lastDigits(_, let digits):
      let modulus = power(digits)
      add(identifiers, of: rows, to: &hashes) { word in
        IdentifierComparator.isNumber(word) ? word.value % modulus &+ 1 : 0
      }
    case .firstDigits(_, let digits):
      add(identifiers, of: rows, to: &hashes) { word in
        guard IdentifierComparator.isNumber(word), word.length >= digits else { return 0 }
        return word.value / power(word.length - digits) &+ 1
      }
    case .withoutDigit(_, let digit):
      let power = power(digit)
      add(identifiers, of: rows, to: &hashes) { word in
        guard word.isDigits, IdentifierComparator.isNumber(word) else { return 0 }
        return word.value / (power &* 10) &* power &+ word.value % power &+ 1
      }
    case .swappedDigits(_, let digit):
      let power = power(digit)
      add(identifiers, of: rows, to: &hashes) { word in
        guard word.isDigits, IdentifierComparator.isNumber(word) else { return 0 }
        let (low, high) = (word.value / power % 10, word.value / (power &* 10) % 10)
        let ordered = min(low, high) &* 10 &+ max(low, high)
        let rest = word.value &- (high &* 10 &+ low) &* power
        return rest &+ ordered &* power &+ 1
      }
    case .value, .year, .words:
      add(identifiers, of: rows, to: &hashes) { word in
        IdentifierComparator.isNumber(word) ? word.word : 0
      }
    }
  }

  @inline(__always)
  private static func add(
    _ identifiers: CleanIdentifierColumn, of rows: Range<Int>, to hashes: inout [UInt64],
    _ key: (PackedIdentifier) -> UInt64
  ) {
    for (place, row) in rows.enumerated() { join(key(identifiers[row]), to: &hashes[place]) }
  }

  private static func power(_ exponent: Int) -> UInt64 {
    (0..<exponent).reduce(1) { power, _ in power &* 10 }
  }
}
