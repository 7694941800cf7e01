internal import Settings
internal import Tables

/// What is paid for a pupil: a table of the user's, by level or by other dimensions of the catalogue.
package struct RateTable: Sendable {
  struct Line: Sendable {
    /// What the line says in each dimension.
    let members: [Settings]
    /// Nil for every year, or every term.
    let year: Int?
    let term: Int?
    let satang: Int
    let source: String
    let place: Place
  }

  /// The names of the columns that are dimensions.
  let dimensions: [Settings]
  let lines: [Line]

  /// A table of rates has a few lines for each year.
  private static let mostBytes = 2 << 20
  /// In satang: more than this a pupil is a mistake, and sums of it stay far from what a number holds.
  private static let mostSatang = 1_000_000_000
  private static let years = 2500...2700
  private static let terms = 1...9
  private static let others = ["year", "term", "baht", "source"]

  /// Reads a column or more that are dimensions, such as `level`; perhaps `year` and `term`; `baht`; `source`.
  ///
  /// Throws a `SettingsError` with the place of the first mistake.
  package init(csv: String, file: String) throws {
    guard csv.utf8.count <= Self.mostBytes else {
      throw SettingsError(
        "is too large for a table of rates: more than 2 MB", at: Place(file: file))
    }
    let list = try CodeList(csv: csv, file: file)
    let header = Place(file: file, line: list.headerLine)
    var columns: [String: Int] = [:]
    for index in list.columns.indices {
      let name = list.field(index)
      guard columns.updateValue(index, forKey: try name.word) == nil else {
        throw SettingsError("the column '\(try name.word)' stands twice", at: name.place)
      }
    }
    let column = { (name: String) throws in
      guard let index = columns[name] else {
        throw SettingsError("the header lacks the column '\(name)'", at: header)
      }
      return index
    }
    let (baht, source) = (try column("baht"), try column("source"))
    let dimensions = list.columns.indices.filter { !Self.others.contains(list.columns[$0]) }
    guard !dimensions.isEmpty else {
      throw SettingsError(
        "the header lacks a column that says whom a rate is for, such as 'level' or 'grade'",
        at: header)
    }
    guard !list.rows.isEmpty else {
      throw SettingsError("expected a line for each rate below the header", at: header)
    }
    self.dimensions = dimensions.map { list.field($0) }
    lines = try list.rows.indices.map { row in
      let field = { (column: Int) in list.field(column, ofRow: row) }
      return Line(
        members: try dimensions.map { try Self.filled(field($0), list.columns[$0]) },
        year: try columns["year"].map {
          try Self.number(field($0), Self.years, "a year of the Buddhist era, such as 2569")
        },
        term: try columns["term"].map {
          try Self.number(field($0), Self.terms, "a term, such as 1")
        },
        satang: try Self.satang(field(baht)), source: try Self.source(field(source)),
        place: field(dimensions[0]).place)
    }
  }

  private static func filled(_ field: Settings, _ column: String) throws -> Settings {
    let word = trimmed(try field.word)
    guard !word.isEmpty else {
      throw SettingsError(
        "'\(column)' is empty; write whom the rate is for, on a line of its own for each",
        at: field.place)
    }
    return Settings(.word(word), at: field.place)
  }

  private static func number(
    _ field: Settings, _ range: ClosedRange<Int>, _ what: String
  ) throws -> Int {
    guard let number = Int(trimmed(try field.word)), range ~= number else {
      throw field.expected(what)
    }
    return number
  }

  private static func satang(_ field: Settings) throws -> Int {
    guard let satang = FixedPoint.hundredths(trimmed(try field.word)), 0...mostSatang ~= satang
    else {
      throw field.expected(
        "baht from 0 to 10000000, with two decimals at most and without commas, as in 1900.00")
    }
    return satang
  }

  private static func source(_ field: Settings) throws -> String {
    let word = trimmed(try field.word)
    guard !word.isEmpty else {
      throw SettingsError(
        "'source' is empty; name the letter or announcement that sets the rate",
        at: field.place)
    }
    return word
  }

  private static func trimmed(_ word: String) -> String {
    guard let last = word.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(word[...last].drop { $0.isWhitespace })
  }
}
