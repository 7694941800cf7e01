/// Where the cells of a record stand.
struct CellPlaces {
  /// From 0.
  let row: Int
  let columns: ClosedRange<Int>
}

// Methods of the cursor, for a cursor that is passed is copied, which costs more than the reading.
extension RecordCursor {
  /// Where the cells of this record stand, which must be one of cells.
  func cellPlaces() throws -> CellPlaces {
    let (start, size) = (body.lowerBound, body.count)
    guard size >= 6 else { throw RecordFault.short }
    let first = bytes.number16(at: start + 2)
    // Behind several cells their last column stands.
    let count =
      switch kind {
      case .packedNumbers: (size - 6) / 6
      case .blanks: (size - 6) / 2
      default: 1
      }
    guard count > 0 else { throw RecordFault.short }
    guard first + count <= SheetOutline.mostColumns else {
      throw RecordFault("a cell stands in column \(first + count), behind the last one (256)")
    }
    return CellPlaces(row: bytes.number16(at: start), columns: first...first + count - 1)
  }

  /// Where a field of the record stands in the window, at a distance from the body's start.
  func field(_ size: Int, at distance: Int) throws -> Int {
    guard body.count >= distance + size else { throw RecordFault.short }
    return body.lowerBound + distance
  }
}
