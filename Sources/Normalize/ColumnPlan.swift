import Settings
import Tables

/// How one column is cleaned: its cleaners, and what its values mean afterwards.
struct ColumnPlan: Sendable {
  let kind: SchemaColumn.Kind
  let chain: CleaningChain

  /// A value that no cleaner could bring into the form of the column's kind.
  static let unreadable = "unreadable"

  /// A choice that no list knows is said to be that, and not unreadable as well.
  private static let unknown = "unknown"

  /// All remarks that can be made of the column's values.
  var remarks: [String] {
    let isTold = kind == .text || kind == .identifier || chain.remarks.contains(Self.unknown)
    let ownRemarks = isTold ? [] : [Self.unreadable]
    return chain.remarks + ownRemarks.filter { !chain.remarks.contains($0) }
  }

  func clean(_ column: RawColumn) -> CleanColumn {
    switch column {
    case .identifier(let column):
      var lens = IdentifierLens(chain)
      return lens.clean(column)
    case .text(let column):
      switch kind {
      case .text, .identifier: return clean(column, through: TextLens(column.dictionary))
      case .integer: return clean(column, through: NumberLens(scale: 1))
      case .decimal: return clean(column, through: NumberLens(scale: 100))
      case .date: return clean(column, through: DateLens())
      case .flag: return clean(column, through: FlagLens())
      }
    }
  }

  /// Whether a value can be read as one of this column's; nil when nothing is left of it.
  func reads(_ value: [UInt8], without signs: Set<String>) -> Bool? {
    var cell = Cell(value)
    chain.clean(&cell)
    if cell.text.isEmpty { return nil }
    guard signs.isDisjoint(with: cell.remarks) else { return false }
    switch kind {
    case .text, .identifier: return true
    case .integer: return NumberLens.number(cell.text, scale: 1) != nil
    case .decimal: return NumberLens.number(cell.text, scale: 100) != nil
    case .date: return DateLens.day(cell.text) != nil
    case .flag:
      var lens = FlagLens()
      return lens.take(cell)
    }
  }

  private func clean(_ column: TextColumn, through lens: some Lens) -> CleanColumn {
    var lens = lens
    var cell = Cell()
    var remarks: [String: Bitmap] = [:]
    var changes: [Changes] = []
    let arena = column.dictionary.arena
    for code in 0..<column.dictionary.count {
      cell.load(arena[column.dictionary.range(of: UInt32(code))])
      chain.clean(&cell)
      if !lens.take(cell), !cell.remarks.contains(Self.unknown) { cell.remark(Self.unreadable) }
      for remark in cell.remarks {
        remarks[remark, default: Bitmap(count: column.dictionary.count)][code] = true
      }
      if !cell.changes.isEmpty {
        if changes.isEmpty {
          changes = Array(repeating: Changes(), count: column.dictionary.count)
        }
        changes[code] = cell.changes
      }
    }
    return CleanColumn(lens.values(rows: column.codes), remarks: remarks, changes: changes)
  }
}
