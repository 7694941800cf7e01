internal import Tables

/// What is found out about a sheet by one walk over its records, before any cell is handed over.
///
/// Records of rows and of cells may stand in any order, though nearly all programs write them in the
/// order of the sheet; Excel reads them all the same.
struct SheetOutline: Sendable {
  /// The rows of a sheet, from 0; a row without cells may be told all the same.
  private(set) var rows = Bitmap()
  private var hidden = Bitmap()
  /// Whether each cell stands behind the one before it, in the sheet as in the file.
  private(set) var isInOrder = true
  /// Where the records of merged cells begin in the stream.
  private(set) var merges: [Int] = []
  /// The place of the last cell: its row, and its column in the lower 16 bits.
  private var last = -1

  static let mostColumns = 256

  /// `rowsRead` is how far the walk came, for the message of a fault.
  init(_ records: inout RecordCursor, rowsRead: inout Int) throws {
    guard try records.next(), records.kind == .start, try records.number16() == 0x0600 else {
      throw RecordFault("it does not begin as a sheet does")
    }
    while try records.nextOfSheet() {
      guard let kind = records.kind else { continue }
      if kind.isCell {
        let cells = try records.cellPlaces()
        noteRow(cells.row)
        let first = cells.row << 16 | cells.columns.lowerBound
        isInOrder = isInOrder && first > last
        last = cells.row << 16 | cells.columns.upperBound
        rowsRead = cells.row + 1
      } else if kind == .row {
        try noteRow(&records)
      } else if kind == .mergedCells {
        merges.append(records.offset)
      }
    }
  }

  func isHidden(_ row: Int) -> Bool { row < hidden.count && hidden[row] }

  private mutating func noteRow(_ row: Int) {
    while rows.count <= row { rows.append(false) }
    rows[row] = true
  }

  private mutating func noteRow(_ records: inout RecordCursor) throws {
    guard records.body.count >= 14 else { throw RecordFault.short }
    let row = try records.number16()
    noteRow(row)
    if records.bytes[records.body.lowerBound + 12] & 0x20 != 0 {
      while hidden.count <= row { hidden.append(false) }
      hidden[row] = true
    }
  }
}
