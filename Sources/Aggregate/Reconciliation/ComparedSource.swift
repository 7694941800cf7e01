internal import Settings
internal import Tables

/// One of two sources that say the same: whose rows it counts, and how.
///
///     count: rows               as registered
///     distinct: [grade, room]   how many different combinations there are
///     sum: rooms                of a column of numbers
///     across: codes/….csv       of several: the list's `column`, and the values that it is of
///
/// `where` narrows the rows, `year` names the column of the academic year, which is to be the round's or
/// empty, and `missing: zero` says that an empty number is 0; else it is not known.
struct ComparedSource: Sendable {
  enum Amount: Sendable {
    case rows
    case distinct([Int])
    case numbers
  }

  /// A column of numbers, and the values that it is of.
  ///
  /// Rows have a single line without either.
  struct Line: Sendable {
    let column: Int?
    /// Of each listed axis; nil for all values.
    let values: [Int?]
  }

  let title: LocalizedText
  let dataset: String
  let amount: Amount
  let lines: [Line]
  /// The axes whose values the lines give, by their places.
  let listed: [Int]
  /// The axes whose values stand in the rows.
  let own: [(axis: Int, column: Int, keys: [String])]
  private let condition: RowCondition?
  private let year: Int?
  let missingIsZero: Bool

  private static let amounts = ["count", "distinct", "sum", "across"]

  init(
    _ settings: Settings, dataset: Settings, axes: [ComparedAxis], _ round: AggregateRound
  ) throws {
    try settings.allow(only: Self.amounts + ["title", "where", "year", "missing"])
    let (name, schema) = try round.dataset(dataset)
    self.dataset = name
    title = try settings.required("title").localizedText
    let given = Self.amounts.filter { settings[$0] != nil }
    guard given.count == 1, let value = settings[given[0]] else {
      throw SettingsError(
        "expected one of \(Self.amounts.joined(separator: ", "))", at: settings.place)
    }
    var lines = [Line(column: nil, values: [])]
    var listed: [Int] = []
    switch given[0] {
    case "count":
      guard try value.word == "rows" else { throw value.expected("'rows'") }
      amount = .rows
    case "distinct":
      let columns = try value.items.map { try Self.open($0, schema, .text, .integer) }
      guard 1...2 ~= columns.count else { throw value.expected("one or two columns") }
      amount = .distinct(columns)
    case "sum":
      lines = [Line(column: try Self.open(value, schema, .integer), values: [])]
      amount = .numbers
    default:
      (lines, listed) = try Self.lines(value, schema, axes, round.shelf)
      amount = .numbers
    }
    self.lines = lines
    self.listed = listed
    own = try axes.indices.filter { !listed.contains($0) }.map { axis in
      let column = Settings(.word(axes[axis].column), at: settings.place)
      return (axis, try Self.open(column, schema, .text), axes[axis].keys)
    }
    condition = try settings["where"].map { try RowCondition($0, schema: schema) }
    if let condition, let hidden = condition.columns.first(where: { !schema.columns[$0].isOpen }) {
      throw Self.refusal(schema.columns[hidden].name, at: settings["where"]?.place ?? dataset.place)
    }
    year = try settings["year"].map { try Self.open($0, schema, .integer) }
    if let missing = settings["missing"], try missing.word != "zero" {
      throw missing.expected("'zero'")
    }
    missingIsZero = settings["missing"] != nil
  }

  /// A column that everybody may see.
  private static func open(
    _ name: Settings, _ schema: Schema, _ kinds: SchemaColumn.Kind...
  ) throws -> Int {
    let column = try schema.index(of: name)
    guard schema.columns[column].isOpen else { throw refusal(try name.word, at: name.place) }
    guard kinds.contains(schema.columns[column].kind) else {
      let expected = kinds.map { $0.rawValue }.joined(separator: " or ")
      throw SettingsError(
        "column '\(try name.word)' holds \(schema.columns[column].kind.rawValue) values; "
          + "expected a column of kind \(expected)", at: name.place)
    }
    return column
  }

  private static func refusal(_ column: String, at place: Place) -> SettingsError {
    SettingsError(
      "column '\(column)' tells of single persons; sources are compared by what everybody may see",
      at: place)
  }

  private static func lines(
    _ name: Settings, _ schema: Schema, _ axes: [ComparedAxis], _ shelf: Shelf
  ) throws -> (lines: [Line], listed: [Int]) {
    let list = try shelf.codeList(named: name)
    guard let columns = list.column("column") else {
      throw name.expected("a list with a column 'column'")
    }
    let listed = axes.indices.filter { list.columns.contains(axes[$0].column) }
    let lines = try columns.indices.map { line in
      let place = Place(file: try name.word, line: list.lines[line])
      return Line(
        column: try open(Settings(.word(columns[line]), at: place), schema, .integer),
        values: try listed.map { axis in
          let text = list.column(axes[axis].column)?[line] ?? ""
          if text.isEmpty { return nil }
          guard let value = axes[axis].keys.firstIndex(of: text) else {
            throw Settings(.word(text), at: place)
              .unknown(axes[axis].column, among: axes[axis].keys)
          }
          return value
        })
    }
    return (lines, listed)
  }

  // MARK: Cells

  /// How many cells a school has: those of each line.
  var width: Int { lines.count * ownWidth }

  var ownWidth: Int { own.reduce(1) { $0 * ($1.keys.count + 1) } }

  /// The cells of a school that hold a choice of values, nil for all of an axis; nil when no line gives them.
  func cells(of choice: [Int?]) -> [Int]? {
    let wanted = listed.map { choice[$0] }
    guard let line = lines.firstIndex(where: { $0.values == wanted }) else { return nil }
    var cells = [line]
    for axis in own {
      let size = axis.keys.count + 1
      cells = cells.flatMap { cell in
        (choice[axis.axis].map { [$0] } ?? Array(0..<size)).map { cell * size + $0 }
      }
    }
    return cells
  }

  /// Whether a line is of all values of an axis.
  func sums(over axis: Int) -> Bool {
    listed.firstIndex(of: axis).map { place in lines.contains { $0.values[place] == nil } } ?? false
  }

  // MARK: Rows

  /// The rows that the source consists of, and those of them that it counts.
  func rows(of table: CleanTable, in round: Round) -> (all: Bitmap, counted: Bitmap) {
    var all = table.accepted
    if let year, let numbers = table.columns[year].number {
      for row in 0..<table.count where numbers[row].map({ $0 != round.year }) ?? false {
        all[row] = false
      }
    }
    return (all, condition.map { all.intersection($0.rows(of: table)) } ?? all)
  }
}

extension SchemaColumn {
  fileprivate var isOpen: Bool { privacy == .open }
}
