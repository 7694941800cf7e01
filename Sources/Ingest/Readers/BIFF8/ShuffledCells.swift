internal import Containers

/// The cells of a sheet that do not stand in its order, sorted; of two in one place the last counts.
///
/// Eight bytes a cell, and the records of the sheet.
struct ShuffledCells {
  /// The most cells a sheet has room for, 65,536 rows of 256.
  private static let mostCells = 1 << 24
  private static let mostBytes = 256 << 20

  /// For each cell: its row and column (24 bits), and where its record begins in the sheet.
  private var cells: [UInt64] = []

  /// The cursor must hold the whole stretch.
  init(_ records: inout RecordCursor, _ stretch: Range<Int>) throws {
    guard stretch.count <= Self.mostBytes else {
      throw ContainerError(
        .tooLarge,
        "A sheet whose cells stand in no order has \(stretch.count) bytes; at most "
          + "\(Self.mostBytes) are read.")
    }
    _ = try records.next()
    while try records.nextOfSheet() {
      guard let kind = records.kind, kind.isCell else { continue }
      let places = try records.cellPlaces()
      guard cells.count + places.columns.count <= Self.mostCells else {
        throw ContainerError(
          .tooLarge, "A sheet tells more cells than it has room for (\(Self.mostCells)).")
      }
      for column in places.columns {
        let place = UInt64(places.row << 8 | column)
        cells.append(place << 32 | UInt64(records.offset - stretch.lowerBound))
      }
    }
    cells.sort()
  }

  /// Each cell that counts, in the order of the sheet, with where its record begins.
  func forEach(_ body: (_ row: Int, _ column: Int, _ offset: Int) throws -> Bool) rethrows -> Bool {
    for (index, cell) in cells.enumerated() {
      if index + 1 < cells.count, cells[index + 1] >> 32 == cell >> 32 { continue }
      let goesOn = try body(
        Int(cell >> 40), Int(cell >> 32 & 0xFF), Int(cell & 0xFFFF_FFFF))
      guard goesOn else { return false }
    }
    return true
  }
}
