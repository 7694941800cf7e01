internal import Settings

/// What a flag of the command line says, as a file of settings would: mistakes are told with the flag.
extension Settings {
  static func word(_ flag: String, _ word: String) -> Settings {
    Settings(.word(word), at: Place(file: flag))
  }

  static func list(_ flag: String, _ words: [String]) -> Settings {
    Settings(.list(words.map { word(flag, $0) }), at: Place(file: flag))
  }

  static func map(_ flag: String, _ entries: [(String, Settings)]) -> Settings {
    let place = Place(file: flag)
    return Settings(
      .map(entries.map { (key: $0.0, keyPlace: place, value: $0.1) }), at: place)
  }
}
