/// Settings written in Swift, for the examples in the rooms and for tests.
///
/// Every part has the place `example:1:1`, for there is no file that it could point to.
extension Settings: ExpressibleByStringLiteral, ExpressibleByArrayLiteral {
  private static let examplePlace = Place(file: "example")

  package init(stringLiteral word: String) {
    self.init(.word(word), at: Self.examplePlace)
  }

  package init(arrayLiteral items: Settings...) {
    self.init(.list(items), at: Self.examplePlace)
  }

  /// A map, as in `.map(["column": "sex", "codes": "codes/sex.csv"])`.
  package static func map(_ entries: KeyValuePairs<String, Settings>) -> Settings {
    let place = examplePlace
    return Settings(
      .map(entries.map { (key: $0.key, keyPlace: place, value: $0.value) }), at: place)
  }

  /// Nothing, as beside a name that stands alone.
  package static var nothing: Settings { Settings(.nothing, at: examplePlace) }
}

extension Shelf {
  /// A shelf that holds these texts and reads no YAML, for examples and tests.
  package init(texts: [String: String]) {
    self.init(
      text: { texts[$0] },
      parse: { _, path in throw SettingsError("is not read here", at: Place(file: path)) },
      paths: { texts.keys.sorted() })
  }
}
