internal import Containers

/// The filled cells of one row, gathered until it is known how often the row stands there.
struct ODSRow {
  private struct Cell {
    let column: Int
    let repeated: Int
    let kind: CellKind
    let range: Range<Int>
    let columnsSpanned: Int
    let rowsSpanned: Int
  }

  var repeated = 1
  var isHidden = false
  var texts: [UInt8] = []
  private var cells: [Cell] = []
  private var nextColumn = 0
  /// How many cells repeats have made in the whole sheet.
  private var made = 0

  /// A file of a few bytes must not become cells without end.
  private static let mostMade = 16_000_000
  private static let mostText = 64 << 20

  var isEmpty: Bool { cells.isEmpty }
  var textCount: Int { texts.count }

  mutating func begin() {
    repeated = 1
    isHidden = false
    texts.removeAll(keepingCapacity: true)
    cells.removeAll(keepingCapacity: true)
    nextColumn = 0
  }

  mutating func skip(_ columns: Int) { nextColumn = min(nextColumn + columns, ODSHead.most) }

  /// Adds a cell whose displayed text stands in `texts` from a place on.
  mutating func add(_ head: ODSHead, from start: Int, at row: Int) throws {
    let column = nextColumn
    skip(head.repeated)
    let shown = texts.count
    var kind = head.append(to: &texts)
    if kind == nil {
      kind = head.kind == .error ? .error : .text
    } else {
      texts.removeSubrange(start..<shown)
    }
    guard texts.count > start, let kind else { return }
    guard nextColumn <= CellHead.mostColumns else {
      throw ContainerError(
        .tooLarge,
        "A cell is repeated beyond column \(CellHead.mostColumns), where every sheet ends.")
    }
    guard texts.count <= Self.mostText else {
      throw ContainerError(.tooLarge, "A row holds more than \(Self.mostText) bytes of text.")
    }
    guard column + head.columnsSpanned <= CellHead.mostColumns,
      row + head.rowsSpanned - 1 <= CellHead.mostRows
    else { throw XMLFault("a range of merged cells leaves the sheet") }
    try XMLText.validate(texts.span.extracting(start..<texts.count))
    cells.append(
      Cell(
        column: column, repeated: head.repeated, kind: kind, range: start..<texts.count,
        columnsSpanned: head.columnsSpanned, rowsSpanned: head.rowsSpanned))
  }

  /// Hands the row over under a number; false when the sink wants no more.
  mutating func deliver(_ row: Int, into sink: inout some CellSink) throws -> Bool {
    if repeated > 1 || cells.contains(where: { $0.repeated > 1 }) {
      made += cells.reduce(0) { $0 + $1.repeated }
      guard made <= Self.mostMade else {
        throw ContainerError(
          .tooLarge, "Repeats make more than \(Self.mostMade) cells, as in no export.")
      }
    }
    try sink.beginRow(row, isHidden: isHidden)
    let texts = texts.span
    for cell in cells {
      if cell.columnsSpanned > 1 || cell.rowsSpanned > 1 {
        try sink.merge(
          CellRange(
            rows: row...min(row + cell.rowsSpanned - 1, CellHead.mostRows),
            columns: cell.column...cell.column + cell.columnsSpanned - 1))
      }
      for column in cell.column..<cell.column + cell.repeated {
        try sink.cell(column: column, kind: cell.kind, text: texts.extracting(cell.range))
      }
    }
    return try sink.endRow()
  }
}
