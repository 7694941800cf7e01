internal import Tables

/// What is compared of some rows, a few words a row in one piece: a pair costs two reads of memory, not
/// two for every column.
struct RowMatrix: Sendable {
  let stride: Int
  let words: [UInt32]
  let rowCount: Int

  /// - Parameter rows: the rows that are wanted, ascending; the matrix holds them in this order.
  init(
    _ rows: [UInt32], _ columns: [ColumnValues], _ input: MatchInput, _ uses: [ColumnUse], jobs: Int
  )
    async
  {
    let stride = columns.reduce(0) { $0 + $1.width }
    self.stride = stride
    rowCount = rows.count
    let size = 8192
    let blocks = (0..<(rows.count + size - 1) / size).map {
      $0 * size..<min(rows.count, ($0 + 1) * size)
    }
    let parts = await blocks.inOrder(jobs: jobs) { block in
      Self.block(rows, block, stride, columns, input, uses)
    }
    var words: [UInt32] = []
    words.reserveCapacity(rows.count * stride)
    for part in parts { words += part }
    self.words = words
  }

  private static func block(
    _ rows: [UInt32], _ block: Range<Int>, _ stride: Int, _ columns: [ColumnValues],
    _ input: MatchInput, _ uses: [ColumnUse]
  ) -> [UInt32] {
    var words = [UInt32](repeating: 0, count: block.count * stride)
    var first = block.lowerBound
    while first < block.upperBound {
      let (table, _) = input.place(of: Int(rows[first]))
      let part = input.tables[table]
      var end = first
      while end < block.upperBound, Int(rows[end]) < part.start + part.table.count { end += 1 }
      for (column, use) in zip(columns, uses) {
        let base = (first - block.lowerBound) * stride + column.offset
        switch column.content {
        case .text(let values):
          Self.fill(
            &words, base, stride, rows[first..<end], part, use, values.codes[table])
        case .words(let meanings):
          Self.fill(&words, base, stride, rows[first..<end], part, use, meanings[table])
        case .rowWords(let own):
          for (place, row) in rows[first..<end].enumerated() {
            words[base + place * stride] = own[table][Int(row) - part.start]
          }
        case .identifier:
          guard let identifiers = part.table[use.name]?.identifier else { continue }
          for (place, row) in rows[first..<end].enumerated() {
            let word = IdentifierComparator.word(identifiers[Int(row) - part.start])
            words[base + place * stride] = UInt32(truncatingIfNeeded: word >> 32)
            words[base + place * stride + 1] = UInt32(truncatingIfNeeded: word)
          }
        }
      }
      first = end
    }
    return words
  }

  private static func fill(
    _ words: inout [UInt32], _ base: Int, _ stride: Int, _ rows: ArraySlice<UInt32>,
    _ part: MatchInput.Part, _ use: ColumnUse, _ meaning: [UInt32]
  ) {
    guard let codes = part.table[use.name]?.codes, !meaning.isEmpty else { return }
    for (place, word) in codes.gather(rows, from: part.start, through: meaning).enumerated() {
      words[base + place * stride] = word
    }
  }
}

extension Collection where Self: Sendable, Element: Sendable, Index == Int {
  /// `mapInOrder` for work that cannot fail.
  func inOrder<Result: Sendable>(
    jobs: Int, _ work: @escaping @Sendable (Element) -> Result
  ) async -> [Result] {
    guard jobs > 1, count > 1 else { return map(work) }
    return (try? await mapInOrder(jobs: jobs) { work($0) }) ?? []
  }
}
