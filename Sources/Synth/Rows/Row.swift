/// The cells of one row as UTF-8, each ended by a comma; made once and filled again and again.
package struct Row: Sendable {
  package private(set) var bytes: [UInt8] = []
  /// Where each cell's comma stands.
  private var ends: [Int] = []
  /// False once a cell was changed: it may hold what must be quoted.
  package private(set) var isPlain = true

  package init() {}

  package init(_ cells: [String]) {
    for cell in cells {
      bytes.append(contentsOf: cell.utf8)
      endCell()
    }
    isPlain = false
  }

  package var count: Int { ends.count }

  package mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    isPlain = true
  }

  package mutating func append(_ text: [UInt8]) {
    bytes.append(contentsOf: text)
    endCell()
  }

  package mutating func append(_ number: Int) {
    Digits.append(number, to: &bytes)
    endCell()
  }

  /// Appends a cell that a body writes.
  @inline(__always)
  package mutating func append(_ write: (inout [UInt8]) -> Void) {
    write(&bytes)
    endCell()
  }

  package func cell(_ index: Int) -> ArraySlice<UInt8> {
    bytes[(index == 0 ? 0 : ends[index - 1] + 1)..<ends[index]]
  }

  package subscript(column: StudentColumn) -> String {
    get { String(decoding: cell(column.rawValue), as: UTF8.self) }
    set {
      let old = cell(column.rawValue).indices
      let text = Array(newValue.utf8)
      bytes.replaceSubrange(old, with: text)
      for index in column.rawValue..<ends.count { ends[index] += text.count - old.count }
      isPlain = false
    }
  }

  /// Adds a cell behind the last column.
  package mutating func add(_ text: String) {
    append(Array(text.utf8))
    isPlain = false
  }

  /// Drops the last cells.
  package mutating func cut(to cells: Int) {
    ends.removeLast(ends.count - cells)
    bytes.removeLast(bytes.count - ((ends.last ?? -1) + 1))
  }

  private mutating func endCell() {
    ends.append(bytes.count)
    bytes.append(UInt8(ascii: ","))
  }
}
