import Tables

extension Hits {
  /// Adds a finding for every row whose clean value is there and does not pass.
  ///
  /// Each distinct value is asked once; identifiers, which are nearly all different, are asked by row.
  mutating func add(
    _ column: CleanColumn, at place: Int, failing passes: (ArraySlice<UInt8>) -> Bool
  ) {
    if let identifiers = column.identifier {
      var text: [UInt8] = []
      identifiers.forEach { row, word in
        guard word != .empty else { return }
        if word.form == .other {
          text = identifiers.texts.bytes(of: UInt32(word.value))
        } else {
          word.write(to: &text)
        }
        if !passes(text[...]) { add(row: row, column: place) }
      }
    } else if let codes = column.codes {
      add(codes, where: column.codes(failing: passes), column: place)
    }
  }

  /// Adds a finding for every row whose raw value is there and does not pass.
  mutating func add(
    _ column: RawColumn, at place: Int, failing passes: (ArraySlice<UInt8>) -> Bool
  ) {
    switch column {
    case .text(let column):
      let values = column.dictionary
      var bad = Bitmap(count: values.count)
      for code in 0..<values.count {
        let text = values.arena[values.range(of: UInt32(code))]
        bad[code] = !text.isEmpty && !passes(text)
      }
      add(column.codes, where: bad, column: place)
    case .identifier(let identifiers):
      for row in 0..<identifiers.count {
        let text = Array(identifiers.string(row).utf8)
        if !text.isEmpty, !passes(text[...]) { add(row: row, column: place) }
      }
    }
  }
}

extension CleanColumn {
  /// The raw codes whose clean value is there and does not pass.
  fileprivate func codes(failing passes: (ArraySlice<UInt8>) -> Bool) -> Bitmap {
    switch values {
    case .text(let column):
      let clean = column.dictionary
      let isBad = (0..<clean.count).map { code in
        let text = clean.arena[clean.range(of: UInt32(code))]
        return !text.isEmpty && !passes(text)
      }
      return Bitmap(column.meaning.map { isBad[Int($0)] })
    case .number(let column):
      return Bitmap(
        column.values.indices.map { code in
          !column.missing[code]
            && !passes(Array(FixedPoint.text(column.values[code], scale: column.scale).utf8)[...])
        })
    case .date(let column):
      return Bitmap(
        column.days.indices.map { code in
          !column.missing[code] && !passes(Array(column.days[code].iso.utf8)[...])
        })
    case .flag(let column):
      return Bitmap(
        (0..<column.flags.count).map { code in
          !column.missing[code] && !passes(Array((column.flags[code] ? "true" : "false").utf8)[...])
        })
    case .identifier: return Bitmap()
    }
  }
}

extension PackedIdentifier {
  /// Writes the identifier's text over another, so that a column of them allocates once.
  fileprivate func write(to text: inout [UInt8]) {
    text.removeAll(keepingCapacity: true)
    if form == .gCode { text.append(UInt8(ascii: "G")) }
    let head = text.count
    text.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: length))
    var rest = value
    var index = text.count - 1
    while rest > 0, index >= head {
      text[index] += UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
      index -= 1
    }
  }
}

extension Bitmap {
  fileprivate init(_ bits: [Bool]) {
    self.init(count: bits.count)
    for (index, bit) in bits.enumerated() where bit { self[index] = true }
  }
}
