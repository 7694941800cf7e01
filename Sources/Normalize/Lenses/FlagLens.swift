import Tables

/// Yes and no, read from `true` and `false`.
struct FlagLens: Lens {
  private var flags = Bitmap()
  private var missing = Bitmap()

  private static let yes = Array("true".utf8)
  private static let no = Array("false".utf8)

  mutating func take(_ cell: Cell) -> Bool {
    let isYes = cell.text == Self.yes
    let isKnown = isYes || cell.text == Self.no
    flags.append(isYes)
    missing.append(!isKnown)
    return isKnown || cell.text.isEmpty
  }

  func values(rows: Codes) -> CleanColumn.Values {
    .flag(FlagColumn(rows: rows, flags: flags, missing: missing))
  }
}
