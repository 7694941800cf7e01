package import Containers

/// A page with tables: a saved web page, or an export that is named `.xls` and is HTML.
///
/// Read by a tokenizer of our own over a window that moves, so that the memory does not follow the
/// size of the page. Each `<table>` is a sheet, in the order of their start tags; what stands in a table
/// inside of a cell is not that cell's text. Throws `ContainerError`.
package struct HTMLPage: CellBook {
  package static let container = "html"

  package let sheets: [CellSheet]
  private let source: HTMLSource
  private let index: HTMLIndex
  private let windowSize: Int

  package var encoding: String? { source.encoding.rawValue }

  /// `windowSize` is the least number of bytes that are held at a time.
  package init(_ source: ByteSource, windowSize: Int = 256 << 10) throws {
    self.source = try HTMLSource(source, encoding: HTMLEncoding.find(source))
    self.windowSize = windowSize
    index = try HTMLIndex(self.source, room: windowSize)
    sheets = index.tables.map { CellSheet(isLayout: $0.holdsTables) }
  }

  /// Its title, and the words it begins with.
  package var words: String? {
    [index.title, index.words].map { String(decoding: $0.bytes, as: UTF8.self) }
      .joined(separator: "\n")
  }

  package func read(sheet: Int, into sink: inout some CellSink) throws {
    let table = index.tables[sheet]
    let room = min(windowSize, table.end - table.start)
    var window = try HTMLWindow(source, at: table.start, room: room)
    var reader = HTMLTableReader(index, table: sheet, encoding: source.encoding)
    while true {
      (reader.tokens.count, reader.tokens.isLast) = (window.count, window.isLast)
      switch try reader.read(window.bytes.span, base: window.base, into: &sink) {
      case .finished, .stopped: return
      case .more:
        try window.refill(from: reader.tokens.place)
        reader.tokens.place = 0
      case .jump(let place) where place <= window.base + window.count:
        reader.tokens.place = place - window.base
      case .jump(let place):
        window = try HTMLWindow(source, at: place, room: windowSize)
        reader.tokens.place = 0
      }
    }
  }
}
