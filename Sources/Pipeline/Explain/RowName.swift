/// A row as a person names it: `file:row`, or `file#sheet:row` where a file has several sheets.
package struct RowName: Sendable, Equatable {
  package let text: String
  /// What stands before the row; a `#` may be part of the file's name.
  let place: String
  let row: Int

  /// Nil for what names no row.
  package init?(_ text: String) {
    guard let colon = text.lastIndex(of: ":"), colon != text.startIndex,
      let row = Int(text[text.index(after: colon)...]), row > 0
    else { return nil }
    self.text = text
    place = String(text[..<colon])
    self.row = row
  }

  /// The file, by its path among those of the run, and the sheet if one is named.
  func file(among paths: Set<String>) -> (path: String, sheet: String?)? {
    if paths.contains(place) { return (place, nil) }
    for mark in place.indices where place[mark] == "#" && paths.contains(String(place[..<mark])) {
      return (String(place[..<mark]), String(place[place.index(after: mark)...]))
    }
    return nil
  }
}
