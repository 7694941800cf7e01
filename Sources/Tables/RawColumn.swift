/// A column as it was read: every cell's text can be had back, byte for byte.
package enum RawColumn: Sendable {
  case text(TextColumn)
  case identifier(IdentifierColumn)

  package init(_ kind: SchemaColumn.Kind) {
    self = kind == .identifier ? .identifier(IdentifierColumn()) : .text(TextColumn())
  }

  package var count: Int {
    switch self {
    case .text(let column): column.count
    case .identifier(let column): column.count
    }
  }

  /// The column holds more distinct text than can be told apart; its cells are of no use.
  package var isOverfull: Bool {
    switch self {
    case .text(let column): column.dictionary.isOverfull
    case .identifier(let column): column.exceptions.isOverfull
    }
  }

  package func string(_ row: Int) -> String {
    switch self {
    case .text(let column): column.string(row)
    case .identifier(let column): column.string(row)
    }
  }

  /// The bytes of a cell, in whatever encoding they were read.
  package func bytes(_ row: Int) -> [UInt8] {
    switch self {
    case .text(let column): return column.dictionary.bytes(of: column.codes[row])
    case .identifier(let column):
      let word = column.words[row]
      return word.text.map { Array($0.utf8) }
        ?? column.exceptions.bytes(of: UInt32(word.value))
    }
  }

  package mutating func append(_ cell: Span<UInt8>) {
    switch consume self {
    case .text(var column):
      column.append(cell)
      self = .text(column)
    case .identifier(var column):
      column.append(cell)
      self = .identifier(column)
    }
  }

  package mutating func append(_ block: FieldBlock, field: Int) {
    switch consume self {
    case .text(var column):
      column.append(block, field: field)
      self = .text(column)
    case .identifier(var column):
      column.append(block, field: field)
      self = .identifier(column)
    }
  }

  /// Appends another column of the same kind; `decode` turns its distinct values into UTF-8.
  package mutating func append(_ other: RawColumn, decode: (([UInt8]) -> [UInt8])? = nil) {
    switch (consume self, other) {
    case (.text(var column), .text(let more)):
      column.append(more, decode: decode)
      self = .text(column)
    case (.identifier(var column), .identifier(let more)):
      column.append(more, decode: decode)
      self = .identifier(column)
    default: preconditionFailure("two columns of one name are of different kinds")
    }
  }

  /// The column with each blank cell replaced by the one above it.
  package func filledDown() -> RawColumn {
    switch self {
    case .text(let column): .text(column.filledDown())
    case .identifier(let column): .identifier(column.filledDown())
    }
  }

  package mutating func removeLast() {
    switch consume self {
    case .text(var column):
      column.removeLast()
      self = .text(column)
    case .identifier(var column):
      column.removeLast()
      self = .identifier(column)
    }
  }

  /// Appends empty cells, for a column that a file does not have.
  package mutating func appendEmpty(_ rows: Int) {
    switch consume self {
    case .text(var column):
      column.appendEmpty(rows)
      self = .text(column)
    case .identifier(var column):
      column.appendEmpty(rows)
      self = .identifier(column)
    }
  }
}
