/// One small number per row, kept in as few bytes as the largest of them needs.
///
/// A column of grades costs one byte a row, one of surnames four. The width grows when it must.
package struct Codes: Sendable {
  private enum Width { case one, two, four }

  private var width = Width.one
  private var ones: [UInt8] = []
  private var twos: [UInt16] = []
  private var fours: [UInt32] = []

  package init() {}

  package init(_ codes: some Sequence<UInt32>) {
    for code in codes { append(code) }
  }

  package var count: Int {
    switch width {
    case .one: ones.count
    case .two: twos.count
    case .four: fours.count
    }
  }

  package subscript(row: Int) -> UInt32 {
    switch width {
    case .one: UInt32(ones[row])
    case .two: UInt32(twos[row])
    case .four: fours[row]
    }
  }

  package mutating func append(_ code: UInt32) {
    widen(for: code)
    switch width {
    case .one: ones.append(UInt8(truncatingIfNeeded: code))
    case .two: twos.append(UInt16(truncatingIfNeeded: code))
    case .four: fours.append(code)
    }
  }

  package mutating func removeLast() {
    switch width {
    case .one: ones.removeLast()
    case .two: twos.removeLast()
    case .four: fours.removeLast()
    }
  }

  /// Appends many codes at once, none of them above `largest`.
  package mutating func append(contentsOf codes: [UInt32], largest: UInt32) {
    widen(for: largest)
    switch width {
    case .one: Self.append(codes, to: &ones)
    case .two: Self.append(codes, to: &twos)
    case .four: fours.append(contentsOf: codes)
    }
  }

  private static func append<Narrow: FixedWidthInteger>(_ codes: [UInt32], to all: inout [Narrow]) {
    all.append(addingCapacity: codes.count) { room in
      for code in codes { room.append(Narrow(truncatingIfNeeded: code)) }
    }
  }

  /// Appends another column's codes, each translated by a table.
  package mutating func append(_ other: Codes, through table: [UInt32]) {
    widen(for: table.max() ?? 0)
    other.forEach { _, code in append(table[Int(code)]) }
  }

  /// Calls the body with every row and its code; the width is looked up once, not per row.
  @inline(__always)
  package func forEach(_ body: (_ row: Int, _ code: UInt32) throws -> Void) rethrows {
    switch width {
    case .one: for row in ones.indices { try body(row, UInt32(ones[row])) }
    case .two: for row in twos.indices { try body(row, UInt32(twos[row])) }
    case .four: for row in fours.indices { try body(row, fours[row]) }
    }
  }

  /// What a table holds for the codes of some rows.
  package func gather(_ rows: Range<Int>, through table: [UInt64]) -> [UInt64] {
    switch width {
    case .one: ones[rows].map { table[Int($0)] }
    case .two: twos[rows].map { table[Int($0)] }
    case .four: fours[rows].map { table[Int($0)] }
    }
  }

  /// The codes of some rows, in any order.
  package func gather(_ rows: [Int32]) -> [UInt32] {
    switch width {
    case .one: rows.map { UInt32(ones[Int($0)]) }
    case .two: rows.map { UInt32(twos[Int($0)]) }
    case .four: rows.map { fours[Int($0)] }
    }
  }

  /// Makes each number a digit longer: `size` times itself and what a table holds for the code of its row.
  package func append(
    _ rows: Range<Int>, through table: [Int32], of size: Int32,
    to numbers: inout MutableSpan<Int32>
  ) {
    switch width {
    case .one: Self.append(ones.span.extracting(rows), table.span, size, &numbers)
    case .two: Self.append(twos.span.extracting(rows), table.span, size, &numbers)
    case .four: Self.append(fours.span.extracting(rows), table.span, size, &numbers)
    }
  }

  @inline(__always)
  private static func append<Narrow: FixedWidthInteger>(
    _ codes: Span<Narrow>, _ table: Span<Int32>, _ size: Int32, _ numbers: inout MutableSpan<Int32>
  ) {
    precondition(codes.count <= numbers.count, "a number for each row")
    for place in 0..<codes.count {
      numbers[place] = numbers[place] &* size &+ table[Int(codes[place])]
    }
  }

  /// The same for a list of rows, which are counted from `start`.
  package func gather(
    _ rows: ArraySlice<UInt32>, from start: Int, through table: [UInt32]
  ) -> [UInt32] {
    switch width {
    case .one: rows.map { table[Int(ones[Int($0) - start])] }
    case .two: rows.map { table[Int(twos[Int($0) - start])] }
    case .four: rows.map { table[Int(fours[Int($0) - start])] }
    }
  }

  /// How often each code below `count` occurs in the rows of a bitmap.
  package func tally(of count: Int, in rows: Bitmap) -> [UInt32] {
    var tally = [UInt32](repeating: 0, count: count)
    func add<Narrow: FixedWidthInteger>(_ codes: [Narrow]) {
      guard rows.population < rows.count else {
        for code in codes { tally[Int(code)] &+= 1 }
        return
      }
      for (row, code) in codes.enumerated() where rows[row] { tally[Int(code)] &+= 1 }
    }
    switch width {
    case .one: add(ones)
    case .two: add(twos)
    case .four: add(fours)
    }
    return tally
  }

  /// How often each class of codes occurs in some rows, `classes` giving the class of each code.
  package func tally(_ rows: Range<Int>, by classes: [Int], of count: Int) -> [Int] {
    var tally = [Int](repeating: 0, count: count)
    switch width {
    case .one: for code in ones[rows] { tally[classes[Int(code)]] += 1 }
    case .two: for code in twos[rows] { tally[classes[Int(code)]] += 1 }
    case .four: for code in fours[rows] { tally[classes[Int(code)]] += 1 }
    }
    return tally
  }

  /// All codes in four bytes each, for a loop that reads several columns at once.
  package var expanded: [UInt32] {
    switch width {
    case .one: ones.map { UInt32($0) }
    case .two: twos.map { UInt32($0) }
    case .four: fours
    }
  }

  private mutating func widen(for code: UInt32) {
    if width == .one, code > UInt32(UInt8.max) {
      width = .two
      twos = ones.map { UInt16($0) }
      ones = []
    }
    if width == .two, code > UInt32(UInt16.max) {
      width = .four
      fours = twos.map { UInt32($0) }
      twos = []
    }
  }
}
