internal import Tables

/// Says what a row is by its first cells: data, blank, a total, or the header once more.
struct RowSorter: Sendable {
  enum Fate { case data, blank, total, header }

  /// The bytes, in the file's encoding, that a row of totals opens with.
  private let totalWords: [[UInt8]]
  /// The bytes of the header's first cell.
  private let headerCell: [UInt8]

  init(schema: Schema, headerCell: String, encoding: TextEncoding) {
    totalWords = schema.totalWords.compactMap { encoding.encode($0) }
    self.headerCell = encoding.encode(headerCell) ?? Array(headerCell.utf8)
  }

  /// The fate of a row, told from its first cell that is not blank; nil when all are blank.
  ///
  /// A school may be called รวมไทย…, so a total must stand in the row's first filled cell, where
  /// a row of data has its school's code.
  func fate(firstCell cell: some Collection<UInt8>) -> Fate {
    if cell.count == headerCell.count, cell.elementsEqual(headerCell) { return .header }
    let word = cell.drop { $0 == UInt8(ascii: " ") }
    return totalWords.contains { word.starts(with: $0) } ? .total : .data
  }

  /// White space, or quotes around nothing.
  static func isBlank(_ cell: some Collection<UInt8>) -> Bool {
    cell.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x22 || $0 == 0x0D || $0 == 0x0A }
  }
}
