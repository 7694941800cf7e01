package import Containers

/// A workbook of Excel 97–2003 (`.xls`, BIFF8 in a compound file): its sheets and their cells.
///
/// Sheets are read in a window that moves over them, so that the memory holds the shared texts and no
/// sheet; only one whose cells stand in no order is held while it is read. Throws `ContainerError`.
package struct XLSWorkbook: CellBook {
  package static let container = "xls"

  /// In the order of the tabs; charts and macros are left out.
  package let sheets: [CellSheet]
  package let sharedStrings: SharedStrings
  private let stream: CompoundStream
  private let stretches: [Range<Int>]
  private let outlines: [SheetOutline]
  private let value: CellValue

  package init(_ source: ByteSource) throws {
    let file = try CompoundFile(source)
    guard let stream = try file.stream(named: "Workbook") ?? file.stream(named: "Book") else {
      throw file.refusal
    }
    self.stream = stream
    let globals: WorkbookGlobals
    do {
      globals = try WorkbookGlobals(stream)
    } catch let fault as RecordFault {
      throw ContainerError.damaged("The workbook cannot be read: \(fault.reason).")
    }
    sheets = globals.sheets.map { $0.sheet }
    stretches = globals.sheets.map { $0.stretch }
    sharedStrings = globals.sharedStrings
    value = CellValue(
      formats: globals.formats, dates: ExcelDate(countsFrom1904: globals.countsFrom1904))
    outlines = try globals.sheets.map { try Self.outline($0, stream) }
  }

  package func read(sheet: Int, into sink: inout some CellSink) throws {
    var rows = RowWalk(outlines[sheet])
    do {
      if outlines[sheet].isInOrder {
        try readInOrder(sheet, &rows, &sink)
      } else {
        try readShuffled(sheet, &rows, &sink)
      }
    } catch let fault as RecordFault {
      throw Self.damaged(sheets[sheet].name, rows: rows.row + 1, fault)
    }
  }

  private func readInOrder(
    _ sheet: Int, _ rows: inout RowWalk, _ sink: inout some CellSink
  ) throws {
    var records = RecordCursor(stream, stretches[sheet])
    var cell = CellRecord(value: value, sharedStrings: sharedStrings.count)
    _ = try records.next()
    while try records.nextOfSheet() {
      guard let kind = records.kind, kind.isCell else { continue }
      let places = try records.cellPlaces()
      guard try rows.go(to: places.row, &sink) else { return }
      for column in places.columns { try cell.deliver(&records, places, column, into: &sink) }
    }
    guard try rows.finish(&sink) else { return }
    try tellMerges(sheet, &records, &sink)
  }

  private func readShuffled(
    _ sheet: Int, _ rows: inout RowWalk, _ sink: inout some CellSink
  ) throws {
    let stretch = stretches[sheet]
    var records = RecordCursor(stream, stretch, keepsAll: true)
    let cells = try ShuffledCells(&records, stretch)
    var cell = CellRecord(value: value, sharedStrings: sharedStrings.count)
    let isWhole = try cells.forEach { row, column, offset in
      guard try rows.go(to: row, &sink) else { return false }
      records.move(to: stretch.lowerBound + offset)
      _ = try records.next()
      let places = try records.cellPlaces()
      try cell.deliver(&records, places, column, into: &sink)
      return true
    }
    guard isWhole, try rows.finish(&sink) else { return }
    try tellMerges(sheet, &records, &sink)
  }

  /// Merged cells stand behind the rows in most files, and are told there in all.
  private func tellMerges(
    _ sheet: Int, _ records: inout RecordCursor, _ sink: inout some CellSink
  ) throws {
    for offset in outlines[sheet].merges {
      records.move(to: offset)
      _ = try records.next()
      for _ in 0..<(try records.number16()) {
        let (top, bottom) = (try records.number16(), try records.number16())
        let (left, right) = (try records.number16(), try records.number16())
        guard top <= bottom, left <= right, right < SheetOutline.mostColumns else {
          throw RecordFault("a range of merged cells is none")
        }
        try sink.merge(CellRange(rows: top + 1...bottom + 1, columns: left...right))
      }
    }
  }

  private static func outline(
    _ sheet: WorkbookGlobals.Sheet, _ stream: CompoundStream
  ) throws -> SheetOutline {
    var records = RecordCursor(stream, sheet.stretch)
    var rows = 0
    do {
      return try SheetOutline(&records, rowsRead: &rows)
    } catch let fault as RecordFault {
      throw damaged(sheet.sheet.name, rows: rows, fault)
    }
  }

  private static func damaged(_ name: String, rows: Int, _ fault: RecordFault) -> ContainerError {
    let place = rows == 0 ? "" : " from row \(rows) on"
    return .damaged("The sheet '\(name)' cannot be read\(place): \(fault.reason).")
  }
}
