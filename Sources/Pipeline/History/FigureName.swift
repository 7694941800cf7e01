package import Settings

/// A figure as figures.csv names it: `table:row`, or `table:row:column`.
package struct FigureName: Sendable {
  package let text: String
  let table: String
  private let rest: String

  package init(_ settings: Settings) throws {
    text = try settings.word
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }) else {
      throw settings.expected("a figure as 'table:row' or 'table:row:column'")
    }
    table = String(parts[0])
    rest = String(parts[1])
  }

  /// As row and column, for a row's own name may hold colons.
  ///
  /// A column of nil is the first one.
  var readings: [(row: String, column: String?)] {
    let whole: (row: String, column: String?) = (rest, nil)
    guard let colon = rest.lastIndex(of: ":") else { return [whole] }
    return [whole, (String(rest[..<colon]), String(rest[rest.index(after: colon)...]))]
  }
}
