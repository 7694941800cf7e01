import Tables

extension CleanColumn {
  /// The raw codes of cells in which nothing was entered.
  ///
  /// A cell that holds something unreadable is not among them: that is another mistake.
  var nothing: Bitmap {
    var bits: Bitmap
    switch values {
    case .text(let column):
      bits = Bitmap(count: column.meaning.count)
      for (raw, code) in column.meaning.enumerated() where column.missing[Int(code)] {
        bits[raw] = true
      }
    case .number(let column): bits = column.missing
    case .date(let column): bits = column.missing
    case .flag(let column): bits = column.missing
    case .identifier: return Bitmap()
    }
    for remark in remarks.values {
      for code in remark.indices { bits[code] = false }
    }
    return bits
  }
}

extension CleanIdentifierColumn {
  /// Calls the body with every row and its clean word.
  @inline(__always)
  func forEach(_ body: (_ row: Int, _ word: PackedIdentifier) -> Void) {
    let other = PackedIdentifier.shape(.other, length: 0)
    for row in words.indices {
      let word = words[row]
      body(row, word.shape == other ? meaning[Int(word.value)] : word)
    }
  }
}
