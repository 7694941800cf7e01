internal import Tables

/// Says what a row is by its first cells: data, blank, a total, or the header once more.
struct RowSorter: Sendable {
  enum Fate { case data, blank, total, header, note }

  let schema: Schema
  /// The bytes, in the file's encoding, that a row of totals opens with.
  private let totalWords: [[UInt8]]
  private let noteWords: [[UInt8]]
  /// The schema's columns that tell a total, too.
  let totalColumns: [Int]
  private let encoding: TextEncoding
  /// The header's first cell, as headers are compared.
  private let headerKey: String

  init(schema: Schema, headerCell: String, encoding: TextEncoding) {
    self.schema = schema
    totalWords = schema.totalWords.compactMap { encoding.encode($0) }
    totalColumns = schema.totalColumns.compactMap { schema.index(of: $0) }
    noteWords = schema.noteWords.compactMap { encoding.encode($0) }
    self.encoding = encoding
    headerKey = HeaderText.key(headerCell)
  }

  /// The fate of a row, told from its first cell that is not blank; nil when all are blank.
  ///
  /// A school may be called รวมไทย…, so a total must stand in the row's first filled cell, where
  /// a row of data has its school's code.
  func fate(firstCell cell: some Collection<UInt8>) -> Fate {
    // A row of data opens with its school's code.
    guard let first = cell.first, !(0x30...0x39).contains(first) else { return .data }
    if HeaderText.key(String(decoding: encoding.decode(Array(cell)), as: UTF8.self)) == headerKey {
      return .header
    }
    if isTotal(cell) { return .total }
    let word = cell.drop { $0 == UInt8(ascii: " ") }
    return noteWords.contains { word.starts(with: $0) } ? .note : .data
  }

  /// Whether a cell is a word for a total.
  func isTotal(_ cell: some Collection<UInt8>) -> Bool {
    let word = cell.drop { $0 == UInt8(ascii: " ") }
    return totalWords.contains { isTotal(word, opening: $0) }
  }

  /// The word alone, or before something that does not go on with it, as in `รวม 25 คน`.
  private func isTotal(_ cell: some Collection<UInt8>, opening word: [UInt8]) -> Bool {
    guard cell.starts(with: word) else { return false }
    return cell.dropFirst(word.count).first.map { $0 < 0x80 } ?? true
  }

  /// White space, or quotes around nothing.
  static func isBlank(_ cell: some Collection<UInt8>) -> Bool {
    cell.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x22 || $0 == 0x0D || $0 == 0x0A }
  }
}
