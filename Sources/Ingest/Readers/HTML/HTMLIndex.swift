internal import Containers

/// Where the tables of a page stand, and what the page says of itself; the first look at a page.
struct HTMLIndex: Sendable {
  struct Table: Sendable {
    /// Where its start tag begins.
    let start: Int
    /// Where the page goes on behind it.
    var end: Int
    var holdsTables = false
  }

  /// In the order of their start tags.
  private(set) var tables: [Table] = []
  /// The page's title.
  private(set) var title: HTMLCellText
  /// The first words of the page.
  private(set) var words: HTMLCellText
  private var tokens = HTMLTokenizer()
  private var open: [(table: Int, mode: HTMLTableMode)] = []

  private static let mostTables = 20_000
  private static let mostWords = 16 << 10

  init(_ source: HTMLSource, room: Int) throws {
    title = HTMLCellText(source.encoding)
    words = title
    var window = try HTMLWindow(source, room: room)
    while true {
      (tokens.count, tokens.isLast) = (window.count, window.isLast)
      guard try !scan(window.bytes.span, base: window.base) else { break }
      try window.refill(from: tokens.place)
      tokens.place = 0
    }
    while let last = open.popLast() { tables[last.table].end = window.base + window.count }
  }

  /// The place behind the table that starts at a place.
  func end(ofTableAt start: Int) -> Int? {
    var low = 0
    var high = tables.count
    while low < high {
      let middle = (low + high) / 2
      if tables[middle].start < start { low = middle + 1 } else { high = middle }
    }
    return low < tables.count && tables[low].start == start ? tables[low].end : nil
  }

  /// Looks at the tags of a window; true at the end of the page.
  private mutating func scan(_ bytes: Span<UInt8>, base: Int) throws -> Bool {
    while true {
      switch tokens.next(bytes) {
      case .more: return false
      case .finished: return true
      case .text: read(bytes)
      case .start where tokens.element == .table: try begin(base + tokens.start)
      case .start:
        if let last = open.indices.last { open[last].mode = open[last].mode.opened(tokens.element) }
        if words.bytes.count < Self.mostWords { words.take(tokens.element, isEnd: false) }
      case .end where tokens.element == .table:
        if let last = open.popLast() { tables[last.table].end = base + tokens.place }
      case .end:
        if let last = open.indices.last { open[last].mode = open[last].mode.closed(tokens.element) }
        if words.bytes.count < Self.mostWords { words.take(tokens.element, isEnd: true) }
      }
    }
  }

  private mutating func read(_ bytes: Span<UInt8>) {
    if tokens.rawText == .title {
      if title.bytes.count < Self.mostWords { title.append(bytes, tokens.content) }
    } else if words.bytes.count < Self.mostWords {
      words.append(bytes, tokens.content.prefix(Self.mostWords))
    }
  }

  /// Notes a table; one that stands in another, but not in a cell of it, ends that one.
  private mutating func begin(_ start: Int) throws {
    guard tables.count < Self.mostTables else {
      throw ContainerError(
        .tooLarge, "The page has more than \(Self.mostTables) tables, as no export has.")
    }
    if let last = open.last, !last.mode.holdsText {
      open.removeLast()
      tables[last.table].end = start
    }
    if let last = open.last { tables[last.table].holdsTables = true }
    open.append((tables.count, .table))
    tables.append(Table(start: start, end: start))
  }
}
