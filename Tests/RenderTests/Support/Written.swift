import Settings
import Tables

/// Settings as a test writes them, in Swift's literals.
///
/// Instead of a file and its lines, a place names the way to a value, as in `page/blocks/0/table`; a
/// key stands at column 1, its value at column 2.
indirect enum Written: Sendable {
  case word(String)
  case list([Written])
  case map([(String, Written)])

  func settings(_ path: String = "page") -> Settings {
    let place = Place(file: path, column: 2)
    switch self {
    case .word(let word): return Settings(.word(word), at: place)
    case .list(let items):
      let read = items.enumerated().map { $1.settings("\(path)/\($0)") }
      return Settings(.list(read), at: place)
    case .map(let entries):
      let read = entries.map { key, value in
        (
          key: key, keyPlace: Place(file: path + "/" + key),
          value: value.settings(path + "/" + key)
        )
      }
      return Settings(.map(read), at: place)
    }
  }
}

extension Written: ExpressibleByStringLiteral {
  init(stringLiteral value: String) { self = .word(value) }
}

extension Written: ExpressibleByIntegerLiteral {
  init(integerLiteral value: Int) { self = .word(String(value)) }
}

extension Written: ExpressibleByArrayLiteral {
  init(arrayLiteral elements: Written...) { self = .list(elements) }
}

extension Written: ExpressibleByDictionaryLiteral {
  init(dictionaryLiteral elements: (String, Written)...) { self = .map(elements) }
}

extension FigureTable {
  /// A table of counts, written as text: a line for each row, its key and label, then its figures.
  ///
  /// A label of `total` makes a total row; `-` is no data, `…` not computed, `<` a suppressed figure, `1/3` a share,
  /// `12~10` a change to 12 from 10.
  init(_ id: String, columns: [String], _ text: String, notes: [String] = []) {
    self.init(
      id: id, title: LocalizedText("Table " + id), stubs: [LocalizedText("Name")],
      columns: columns.map { key in
        ColumnHead(
          key: key, headings: key.split(separator: "/").map { LocalizedText(String($0)) },
          unit: "count", role: key.hasSuffix("sum") ? .subtotal : .detail)
      }, notes: notes.map { LocalizedText($0) })
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ").map { String($0) }
      append(
        RowHead(
          key: words[0], labels: [LocalizedText(words[0])],
          role: words[0] == "total" ? .total : words[0].hasSuffix("sum") ? .subtotal : .detail),
        words.dropFirst().map { Figure(Self.value($0), rows: 0) })
    }
  }

  private static func value(_ word: String) -> Figure.Value {
    if word == "-" { return .noData }
    if word == "…" { return .notComputed }
    if word == "<" { return .suppressed }
    let change = word.split(separator: "~").compactMap { Int($0) }
    if change.count == 2 { return .change(change[0], from: change[1]) }
    let parts = word.split(separator: "/").compactMap { Int($0) }
    return parts.count == 2 ? .share(parts[0], of: parts[1]) : .count(parts[0])
  }
}

extension Figures {
  /// Figures with nothing behind them.
  init(_ tables: FigureTable...) {
    let clean = CleanTables(tables: [], inputs: [], ledger: Ledger())
    self.init(linked: LinkedTables(clean: clean, schools: [], links: []), tables: tables)
  }
}
