internal import Tables

/// What a registration is called from one export to the next: the values of a few columns, as DMC's own key
/// `student number:school code`.
///
/// Where several rows of a table share these values, or a row lacks one, eight digits of a hash of what
/// is compared stand behind them. A row number is no name, for it is another one in the next export.
/// A class, because it is handed on a million times and holds much.
final class RecordKeys: Sendable {
  private let table: CleanTable
  private let columns: [Int]
  private let compared: [Int]
  private let hashes: [UInt64]
  private let isShared: Bitmap

  /// - Parameters:
  ///   - columns: the columns of the key, in its order.
  ///   - compared: the columns that tell rows with one key apart; no identifiers.
  init(_ table: CleanTable, columns: [Int], compared: [Int]) {
    self.table = table
    self.columns = columns
    self.compared = compared
    var hashes = [UInt64](repeating: columns.isEmpty ? 0 : 1, count: table.count)
    for column in columns { Self.add(table.columns[column], to: &hashes) }
    for row in hashes.indices where !table.accepted[row] { hashes[row] = 0 }
    self.hashes = hashes
    var isShared = Bitmap(count: table.count)
    for row in Blocks(hashes, rowCount: table.count).rows { isShared[Int(row)] = true }
    self.isShared = isShared
  }

  func key(of row: Int) -> String {
    var isWhole = !columns.isEmpty
    var name = ""
    for (place, column) in columns.enumerated() {
      let part = table.columns[column].string(row)
      if place > 0 { name += ":" }
      name += part.isEmpty ? "-" : part
      if part.isEmpty { isWhole = false }
    }
    return isWhole && !isShared[row] ? name : name + "~" + mark(of: row)
  }

  /// So many rows can be one child's; a name that more share, as one without a pupil's number, is nobody's.
  private static let mostNamed = 8

  /// The rows that a key names: as a rule one, none when its pupil has left or too many share it.
  func rows(named keys: [String]) -> [String: [Int]] {
    let keys = Set(keys)
    var wanted: Set<UInt64> = []
    for key in keys {
      let parts = key.prefix { $0 != "~" }.split(separator: ":", omittingEmptySubsequences: false)
      guard parts.count == columns.count else { continue }
      wanted.insert(
        zip(parts, columns).reduce(1) { hash, part in
          let text = part.0 == "-" ? "" : String(part.0)
          return Hash.joined(hash, Self.hash(text, table.columns[part.1]))
        })
    }
    var rows: [String: [Int]] = [:]
    guard !wanted.isEmpty else { return rows }
    for (row, hash) in hashes.enumerated() where hash != 0 && wanted.contains(hash) {
      let own = key(of: row)
      // A key without a mark names a row even when another has taken the same number since.
      for name in Set([own, String(own.prefix { $0 != "~" })]) where keys.contains(name) {
        rows[name, default: []].append(row)
      }
    }
    return rows.filter { $0.value.count <= Self.mostNamed }
  }

  private func mark(of row: Int) -> String {
    var hash: UInt64 = 1
    for column in compared { hash = Hash.joined(hash, Hash.of(table.columns[column].string(row))) }
    let digits = String(hash >> 32, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }

  // MARK: Hashes

  private static func add(_ column: CleanColumn, to hashes: inout [UInt64]) {
    guard let codes = column.codes else {
      guard let identifiers = column.identifier else { return }
      for row in hashes.indices {
        let word = identifiers[row]
        let own = word.isOther ? Hash.of(identifiers.string(row)) : Hash.finished(word.word)
        hashes[row] = Hash.joined(hashes[row], own)
      }
      return
    }
    // One row of each code says what it means.
    var meaning: [UInt64] = []
    codes.forEach { row, raw in
      while meaning.count <= Int(raw) { meaning.append(0) }
      if meaning[Int(raw)] == 0 { meaning[Int(raw)] = Hash.of(column.string(row)) | 1 }
    }
    for (row, own) in codes.gather(0..<hashes.count, through: meaning).enumerated() {
      hashes[row] = Hash.joined(hashes[row], own)
    }
  }

  private static func hash(_ part: String, _ column: CleanColumn) -> UInt64 {
    guard column.identifier != nil else { return Hash.of(part) | 1 }
    guard let word = PackedIdentifier(part) else { return Hash.of(part) }
    return Hash.finished(word.word)
  }
}
