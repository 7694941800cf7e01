package import Settings

/// A `--set key=value` of the command line; the key is a path of keys joined by dots.
package struct Override: Sendable {
  package let keys: [String]
  package let value: Settings

  /// Reads `key.key=value`; the value is YAML, so a list can be given too.
  package init(_ argument: String) throws {
    let place = Place(file: "--set \(argument)")
    guard let equals = argument.firstIndex(of: "="), equals > argument.startIndex else {
      throw SettingsError("expected key=value", at: place)
    }
    keys = argument[..<equals].split(separator: ".", omittingEmptySubsequences: false)
      .map { String($0) }
    guard !keys.contains("") else { throw SettingsError("expected key=value", at: place) }
    let text = String(argument[argument.index(after: equals)...])
    value = try YAMLFile.settings(text, file: place.file)
  }

  init(keys: [String], value: Settings) {
    self.keys = keys
    self.value = value
  }

  init(keys: [String], value: String, from flag: String) {
    self.keys = keys
    self.value = Settings(.word(value), at: Place(file: flag))
  }

  /// The settings with the value put in its place; keys on the way that are missing are made.
  package func applied(to settings: Settings) throws -> Settings {
    try applied(to: settings, keys[...])
  }

  private func applied(to settings: Settings, _ keys: ArraySlice<String>) throws -> Settings {
    guard let key = keys.first else { return value }
    let inner = settings[key] ?? Settings(.nothing, at: value.place)
    let replaced = try applied(to: inner, keys.dropFirst())
    var entries = try settings.entries
    if let index = entries.lastIndex(where: { $0.key == key }) {
      entries[index].value = replaced
    } else {
      entries.append((key, value.place, replaced))
    }
    return Settings(.map(entries), at: settings.place)
  }
}

extension Override {
  static func mistake(_ message: String, in flag: String) -> SettingsError {
    SettingsError(message, at: Place(file: flag))
  }
}
