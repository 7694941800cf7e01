internal import Tables

/// Rows and persons counted by up to three dimensions, in dense arrays.
struct Cube {
  private let sizes: [Int]
  private var registered: [Int]
  private var further: [Int]

  /// Counts the accepted rows of a table; a few instructions a row.
  init(_ dimensions: [Dimension], accepted: Bitmap, further rows: Bitmap) {
    sizes = dimensions.map { $0.members.count }
    let size = sizes.reduce(1, *)
    registered = Array(repeating: 0, count: size)
    further = Array(repeating: 0, count: size)
    // The cell of each row first, one dimension after the other: each loop reads one plain array.
    var cells = [Int](repeating: 0, count: accepted.count)
    for (dimension, size) in zip(dimensions, sizes) {
      let places = dimension.places
      for row in cells.indices { cells[row] = cells[row] &* size &+ Int(places[row]) }
    }
    for (row, cell) in cells.enumerated() where accepted[row] {
      registered[cell] += 1
      if rows[row] { further[cell] += 1 }
    }
  }

  /// The rows and persons in the cells that a choice of members spans; nil takes all members.
  func count(_ choice: [[Int]?]) -> (registered: Int, persons: Int) {
    var cells = [0]
    for (members, size) in zip(choice, sizes) {
      cells = cells.flatMap { cell in (members ?? Array(0..<size)).map { cell * size + $0 } }
    }
    let rows = cells.reduce(0) { $0 + registered[$1] }
    return (rows, rows - cells.reduce(0) { $0 + further[$1] })
  }
}
