package import Containers

/// A workbook of Excel 2002 and 2003 in one XML file (SpreadsheetML), as servers like to make them.
///
/// Read twice: once for the names of the sheets and the styles, which takes little, and then from the
/// place of the sheet that is asked for. The memory does not follow the size of the file.
package struct SpreadsheetMLWorkbook: CellBook {
  package static let container = "spreadsheetml"

  package let sheets: [CellSheet]
  /// For each sheet: where its tag starts in the text.
  private let places: [Int]
  private let value: SpreadsheetMLValue
  private let source: ByteSource
  private let textEncoding: TextEncoding

  package var encoding: String? { textEncoding.rawValue }

  /// Throws `ContainerError` when the file is damaged, or XML of another kind.
  package init(_ source: ByteSource) throws {
    self.source = source
    textEncoding = try XMLEncoding.of(source)
    var outline = SpreadsheetMLOutline()
    do {
      try outline.read(XMLWindow(TextStream(source, encoding: textEncoding)))
    } catch let fault as XMLFault {
      throw fault.error("The workbook cannot be read")
    }
    sheets = outline.sheets.map { $0.sheet }
    places = outline.sheets.map { $0.place }
    value = SpreadsheetMLValue(
      styles: outline.styles, dates: ExcelDate(countsFrom1904: outline.countsFrom1904))
  }

  package func read(sheet: Int, into sink: inout some CellSink) throws {
    var scanner = SpreadsheetMLScanner(value: value)
    do {
      var text = try TextStream(source, encoding: textEncoding)
      try text.skip(places[sheet])
      var window = try XMLWindow(rest: text)
      while true {
        let count = window.count
        guard try scanner.scan(window.bytes.span, count: count, into: &sink) == .more else {
          return
        }
        try window.refill(from: scanner.tokens.place)
        scanner.tokens.place = 0
      }
    } catch let fault as XMLFault {
      let place = scanner.row == 0 ? "" : " from row \(scanner.row) on"
      throw fault.error("The sheet '\(sheets[sheet].name)' cannot be read\(place)")
    }
  }
}
