import Tables

/// Yes and no, read from `true` and `false`.
struct FlagLens: Lens {
  private var flags = Bitmap()
  private var missing = Bitmap()

  private static let yes = Array("true".utf8)
  private static let no = Array("false".utf8)

  mutating func take(_ text: [UInt8]) -> Bool {
    let isYes = text == Self.yes
    let isKnown = isYes || text == Self.no
    flags.append(isYes)
    missing.append(!isKnown)
    return isKnown || text.isEmpty
  }

  func values(rows: Codes) -> CleanColumn.Values {
    .flag(FlagColumn(rows: rows, flags: flags, missing: missing))
  }
}
