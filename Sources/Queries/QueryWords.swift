internal import Settings

/// The words of a query's text, which tell what SQLite does not.
///
/// SQLite reports the columns that a query names or that a `*` stands for, but not those of a USING.
/// A column that is named for another reason is loaded without need, which costs time and changes nothing.
struct QueryWords {
  private let text: String
  private let words: Set<String>

  init(_ sql: String) {
    text = sql.lowercased()
    words = Set(text.unicodeScalars.split { !Self.isOfWord($0) }.map { String($0) })
  }

  /// The text names a table or a column.
  func name(_ name: String) -> Bool {
    let name = name.lowercased()
    if name.unicodeScalars.allSatisfy({ Self.isOfWord($0) }) { return words.contains(name) }
    return text.contains(name) || text.contains(name.replacing("\"", with: "\"\""))
  }

  func refuseTimeZonesAndNaturalJoins(at place: Place) throws {
    // The zone of the machine is no input: the same files must give the same figures elsewhere.
    guard !words.contains("localtime"), !text.contains("'utc'") else {
      throw SettingsError("the time zone of the machine may not be used", at: place)
    }
    // Its columns stand nowhere, and a column that is not loaded would silently not be joined.
    guard !words.contains("natural") else {
      throw SettingsError(
        "a NATURAL JOIN may not be used; name the columns with USING or ON", at: place)
    }
  }

  private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "0"..."9", "_": true
    default: !scalar.isASCII
    }
  }
}
