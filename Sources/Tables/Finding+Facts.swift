extension Finding.Facts {
  /// What fills the place-holders, as officers may see it.
  package var texts: [String] {
    switch self {
    case .none: []
    case .number(let number): [String(number)]
    case .numbers(let first, let second): [String(first), String(second)]
    case .compared(let first, let second, let what): [String(first), String(second), what]
    case .hundredths(let first, let second):
      [FixedPoint.text(first, scale: 100), FixedPoint.text(second, scale: 100)]
    case .text(let text), .quoted(let text, _): [text]
    }
  }

  /// What fills the place-holders, as the audience may see it.
  ///
  /// What another column holds is masked like that column, a number like an open value, and with a rule that
  /// has a privacy of its own everything is masked at least as that says. `hidesValues` is for rows whose
  /// cells have moved: a number there may be a birthday.
  package func texts(
    of schema: Schema?, _ privacy: PrivacyClass?, for audience: Audience, hidesValues: Bool
  ) -> [String] {
    let own: PrivacyClass
    switch self {
    case .none: return []
    // The words of a check, and not those of the row.
    case .text(let text): return [privacy.map { Mask.masked(text, $0, for: audience) } ?? text]
    case .number, .numbers, .hundredths, .compared: own = .open
    case .quoted(_, let column): own = schema?.columns[column].privacy ?? .sensitive
    }
    let shown = hidesValues ? .sensitive : own.stronger(privacy)
    return texts.map { Mask.masked($0, shown, for: audience) }
  }
}
