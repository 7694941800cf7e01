import Tables

/// Clean text: the raw dictionary itself for as long as no value differs from its raw form.
struct TextLens: Lens {
  private let raw: ByteDictionary
  /// The clean values, from the first that differs on.
  private var clean: ByteDictionary?
  private var meaning: [UInt32] = []

  init(_ raw: ByteDictionary) {
    self.raw = raw
    meaning.reserveCapacity(raw.count)
  }

  mutating func take(_ cell: Cell) -> Bool {
    let code = UInt32(meaning.count)
    if clean == nil {
      if !cell.isRewritten || isRaw(cell.text, code) {
        meaning.append(code)
        return true
      }
      clean = copy(of: code)
    }
    meaning.append(clean?.code(for: cell.text) ?? code)
    return true
  }

  func values(rows: Codes) -> CleanColumn.Values {
    .text(CodedColumn(rows: rows, meaning: meaning, dictionary: clean ?? raw))
  }

  private func isRaw(_ text: [UInt8], _ code: UInt32) -> Bool {
    let range = raw.range(of: code)
    guard range.count == text.count else { return false }
    return raw.arena[range].elementsEqual(text)
  }

  /// The values before the first that differs; they are all different, so they keep their codes.
  private func copy(of count: UInt32) -> ByteDictionary {
    var copy = ByteDictionary()
    for code in 0..<count { _ = copy.code(for: raw.bytes(of: code)) }
    return copy
  }
}
