import Tables

/// Cleans a column of identifiers: most are left alone by their shape, the others go through the chain.
///
/// A packed word that the chain remarks on or changes becomes an exception of the clean column, for remarks
/// and changes are kept per exception.
struct IdentifierLens {
  private let chain: CleaningChain
  private var cell = Cell()
  private var meaning: [PackedIdentifier] = []
  private var texts = ByteDictionary()
  /// What was changed in each exception.
  private var changes: [Changes] = []
  /// The exceptions by remark.
  private var remarked: [String: [Int]] = [:]
  /// What became of packed words that the chain has seen, for the same one often comes again.
  private var seen: [PackedIdentifier: PackedIdentifier] = [:]

  init(_ chain: CleaningChain) { self.chain = chain }

  mutating func clean(_ column: IdentifierColumn) -> CleanColumn {
    let arena = column.exceptions.arena
    for code in 0..<UInt32(column.exceptions.count) {
      cell.load(arena[column.exceptions.range(of: code)])
      chain.clean(&cell)
      keepException()
    }
    let words = cleanWords(column.words)
    let remarks = remarked.mapValues { exceptions in
      var bits = Bitmap(count: meaning.count)
      for exception in exceptions { bits[exception] = true }
      return bits
    }
    return CleanColumn(
      .identifier(CleanIdentifierColumn(words: words, meaning: meaning, texts: texts)),
      remarks: remarks, changes: changes.allSatisfy { $0.isEmpty } ? [] : changes)
  }

  /// The words with those replaced whose shape the chain does not accept; the same array when none is.
  private mutating func cleanWords(_ words: [PackedIdentifier]) -> [PackedIdentifier] {
    let accepted = acceptedShapes()
    var result = words
    for row in words.indices where !accepted[words[row].shape] {
      result[row] = cleanWord(words[row])
    }
    return result
  }

  private mutating func cleanWord(_ word: PackedIdentifier) -> PackedIdentifier {
    if let known = seen[word] { return known }
    cell.load(ArraySlice((word.text ?? "").utf8))
    chain.clean(&cell)
    var clean = PackedIdentifier(cell.text.span)
    if !cell.remarks.isEmpty || !cell.changes.isEmpty || clean == nil {
      clean = PackedIdentifier(form: .other, length: 0, value: UInt64(meaning.count))
      keepException()
    }
    let result = clean ?? word
    seen[word] = result
    return result
  }

  /// Keeps the cell as the next exception, with its remarks.
  private mutating func keepException() {
    for remark in cell.remarks { remarked[remark, default: []].append(meaning.count) }
    changes.append(cell.changes)
    meaning.append(
      PackedIdentifier(cell.text.span)
        ?? PackedIdentifier(
          form: .other, length: 0, value: UInt64(texts.code(for: cell.text))))
  }

  /// For every shape of a word, whether it can stay; exceptions were cleaned one by one already.
  private func acceptedShapes() -> [Bool] {
    var accepted = [Bool](repeating: true, count: PackedIdentifier.shapeCount)
    for form in [PackedIdentifier.Form.digits, .gCode] {
      for length in 0...16 {
        accepted[PackedIdentifier.shape(form, length: length)] =
          chain.accepts(form, length: length)
      }
    }
    return accepted
  }
}
