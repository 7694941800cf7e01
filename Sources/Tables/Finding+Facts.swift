extension Finding.Facts {
  /// What fills the place-holders, as officers may see it.
  package var texts: [String] {
    switch self {
    case .none: []
    case .number(let number): [String(number)]
    case .numbers(let first, let second): [String(first), String(second)]
    case .hundredths(let first, let second):
      [FixedPoint.text(first, scale: 100), FixedPoint.text(second, scale: 100)]
    case .text(let text), .quoted(let text, _): [text]
    }
  }

  /// What fills the place-holders, as the audience may see it.
  ///
  /// What another column holds is masked like that column, and with a rule that has a privacy of its own
  /// everything is masked at least as that says. `hidesQuotes` is for rows whose cells have moved.
  package func texts(
    of schema: Schema?, _ privacy: PrivacyClass?, for audience: Audience, hidesQuotes: Bool
  ) -> [String] {
    var shown = privacy
    if case .quoted(_, let column) = self {
      let own = schema?.columns[column].privacy ?? .sensitive
      shown = hidesQuotes ? .sensitive : own.stronger(privacy)
    }
    guard let shown else { return texts }
    return texts.map { Mask.masked($0, shown, for: audience) }
  }
}
