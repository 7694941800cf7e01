internal import Settings
internal import Tables

/// What two rows must have in common to be compared at all: the hash of one or more columns.
struct BlockingKey: Sendable {
  /// What of a column goes into the key.
  enum Part: Sendable {
    /// How a text sounds; any other value as it is.
    case value(Int)
    /// The last digits of a number, whatever stands or lacks before them.
    case lastDigits(Int, Int)
    /// The first digits of a number.
    case firstDigits(Int, Int)
    /// A number without one of its digits, counted from the end: equal for two that differ there.
    case withoutDigit(Int, Int)
    /// A number with two neighbours in order, counted from the end: equal for two that swap them.
    case swappedDigits(Int, Int)
    /// The year of a date.
    case year(Int)
    /// The words of several columns, in any order and shared out in any way.
    case words([Int])
  }

  let name: String
  let parts: [Part]

  /// The columns that it is made of, by their places among those used.
  var columns: [Int] {
    parts.flatMap { part in
      switch part {
      case .value(let column), .lastDigits(let column, _), .firstDigits(let column, _),
        .withoutDigit(let column, _), .swappedDigits(let column, _), .year(let column):
        [column]
      case .words(let columns): columns
      }
    }
  }

  /// A key as the model names it: one, or for `one_off` one for each digit.
  static func keys(
    named name: String, _ settings: Settings, _ uses: inout ColumnUses
  ) throws -> [BlockingKey] {
    var parts: [Part] = []
    var oneOff: [[Part]] = []
    for item in settings.items {
      guard case .word = item.value else {
        try item.allow(only: ["first", "last", "of", "words", "one_off", "year"])
        if let words = item["words"] {
          parts.append(.words(try words.items.map { try uses.place(of: $0, kinds: .text) }))
        } else if let column = item["year"] {
          parts.append(.year(try uses.place(of: column, kinds: .date)))
        } else if let column = item["one_off"] {
          let place = try uses.place(of: column, kinds: .identifier)
          oneOff.append(
            (0..<13).map { .withoutDigit(place, $0) } + (0..<12).map { .swappedDigits(place, $0) })
        } else {
          let count = try item["first"] ?? item.required("last")
          let digits = try count.number
          guard 1...16 ~= digits else { throw count.expected("a number of digits from 1 to 16") }
          let place = try uses.place(of: item.required("of"), kinds: .identifier)
          parts.append(
            item["first"] == nil ? .lastDigits(place, digits) : .firstDigits(place, digits))
        }
        continue
      }
      parts.append(.value(try uses.place(of: item)))
    }
    guard let choices = oneOff.first else { return [BlockingKey(name: name, parts: parts)] }
    return choices.map { BlockingKey(name: name, parts: parts + [$0]) }
  }

  // MARK: Hashes

  /// The hash of some rows of a table; 0 for a row that lacks a part.
  func hashes(
    of rows: Range<Int>, table: Int, _ columns: [ColumnValues], _ input: MatchInput,
    _ uses: [ColumnUse]
  ) -> [UInt64] {
    var hashes = [UInt64](repeating: 0x51_7C_C1_B7_27_22_0A_95, count: rows.count)
    let part = input.tables[table]
    if !part.isWhole {
      for (row, place) in zip(rows, 0...) where !part.table.accepted[row] { hashes[place] = 0 }
    }
    for piece in parts {
      switch piece {
      case .value(let column):
        add(column, of: rows, table: table, columns, part, uses, to: &hashes) { $0 }
      case .year(let column):
        add(column, of: rows, table: table, columns, part, uses, to: &hashes) {
          CivilWord(word: $0).yearWord
        }
      case .words(let places):
        addWords(places, of: rows, table: table, columns, part, uses, to: &hashes)
      case .lastDigits(let column, let digits):
        let modulus = Self.power(digits)
        addNumber(column, of: rows, part, uses, to: &hashes) { word in
          IdentifierComparator.isNumber(word) ? word.value % modulus &+ 1 : 0
        }
      case .firstDigits(let column, let digits):
        addNumber(column, of: rows, part, uses, to: &hashes) { word in
          guard IdentifierComparator.isNumber(word), word.length >= digits else { return 0 }
          return word.value / Self.power(word.length - digits) &+ 1
        }
      case .withoutDigit(let column, let digit):
        let power = Self.power(digit)
        addNumber(column, of: rows, part, uses, to: &hashes) { word in
          guard word.isDigits, IdentifierComparator.isNumber(word) else { return 0 }
          return word.value / (power &* 10) &* power &+ word.value % power &+ 1
        }
      case .swappedDigits(let column, let digit):
        let power = Self.power(digit)
        addNumber(column, of: rows, part, uses, to: &hashes) { word in
          guard word.isDigits, IdentifierComparator.isNumber(word) else { return 0 }
          let (low, high) = (word.value / power % 10, word.value / (power &* 10) % 10)
          let ordered = min(low, high) &* 10 &+ max(low, high)
          let rest = word.value &- (high &* 10 &+ low) &* power
          return rest &+ ordered &* power &+ 1
        }
      }
    }
    return hashes
  }

  private static func power(_ exponent: Int) -> UInt64 {
    (0..<exponent).reduce(1) { power, _ in power &* 10 }
  }

  private func add(
    _ column: Int, of rows: Range<Int>, table: Int, _ columns: [ColumnValues],
    _ part: MatchInput.Part, _ uses: [ColumnUse], to hashes: inout [UInt64],
    word: (UInt32) -> UInt32
  ) {
    let meaning: [UInt64]
    switch columns[column].content {
    case .text(let values): meaning = values.codes[table].map { values.sounds[Int($0)] }
    case .words(let words):
      meaning = words[table].map { $0 == 0 ? 0 : Hash.finished(UInt64(word($0))) | 1 }
    case .rowWords(let words):
      for (place, row) in rows.enumerated() {
        let word = words[table][row]
        hashes[place] =
          hashes[place] == 0 || word == 0 ? 0 : Hash.joined(hashes[place], UInt64(word))
      }
      return
    case .identifier:
      addNumber(column, of: rows, part, uses, to: &hashes) { word in
        IdentifierComparator.isNumber(word) ? word.word : 0
      }
      return
    }
    guard let codes = part.table[uses[column].name]?.codes else {
      for place in hashes.indices { hashes[place] = 0 }
      return
    }
    for (place, own) in codes.gather(rows, through: meaning).enumerated() {
      hashes[place] = hashes[place] == 0 || own == 0 ? 0 : Hash.joined(hashes[place], own)
    }
  }

  /// Two words at least, for a single one says too little.
  private func addWords(
    _ places: [Int], of rows: Range<Int>, table: Int, _ columns: [ColumnValues],
    _ part: MatchInput.Part, _ uses: [ColumnUse], to hashes: inout [UInt64]
  ) {
    var sums = [UInt64](repeating: 0, count: rows.count)
    var counts = [UInt64](repeating: 0, count: rows.count)
    for column in places {
      guard case .text(let values) = columns[column].content,
        let codes = part.table[uses[column].name]?.codes
      else { continue }
      let sum = values.codes[table].map { values.words[Int($0)] }
      let count = values.codes[table].map { UInt64(values.wordCounts[Int($0)]) }
      for (place, sum) in codes.gather(rows, through: sum).enumerated() { sums[place] &+= sum }
      for (place, count) in codes.gather(rows, through: count).enumerated() {
        counts[place] &+= count
      }
    }
    for place in hashes.indices {
      hashes[place] =
        hashes[place] == 0 || counts[place] < 2 ? 0 : Hash.joined(hashes[place], sums[place])
    }
  }

  @inline(__always)
  private func addNumber(
    _ column: Int, of rows: Range<Int>, _ part: MatchInput.Part, _ uses: [ColumnUse],
    to hashes: inout [UInt64], _ key: (PackedIdentifier) -> UInt64
  ) {
    guard let identifiers = part.table[uses[column].name]?.identifier else {
      for place in hashes.indices { hashes[place] = 0 }
      return
    }
    for (place, row) in rows.enumerated() {
      let own = key(identifiers[row])
      hashes[place] = hashes[place] == 0 || own == 0 ? 0 : Hash.joined(hashes[place], own)
    }
  }
}
