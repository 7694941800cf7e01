package import Tables

/// One distinct value on its way through the cleaners of its column.
///
/// A column uses one cell for all its values, so that a value that is clean costs no allocation.
package struct Cell {
  /// UTF-8; empty when nothing is there.
  package private(set) var text: [UInt8]
  /// Whether a cleaner wrote something else than what was loaded.
  private(set) var isRewritten = false
  /// What the cleaners had to say about the value.
  package private(set) var remarks: [String] = []
  /// What the cleaners changed.
  package private(set) var changes = Changes()

  package init(_ text: [UInt8] = []) { self.text = text }

  /// Takes in the next value and forgets what was said of the one before.
  mutating func load(_ bytes: ArraySlice<UInt8>) {
    text.removeAll(keepingCapacity: true)
    text.append(contentsOf: bytes)
    isRewritten = false
    changes = Changes()
    if !remarks.isEmpty { remarks.removeAll(keepingCapacity: true) }
  }

  /// Writes the value anew, and says what was changed in it.
  package mutating func write(_ text: [UInt8], _ changes: Change...) {
    write(text, changes.reduce(into: Changes()) { $0.insert($1) })
  }

  /// A dash that is left alone says nothing, as in a cell that held `เลขที่ -`.
  package mutating func write(_ text: [UInt8], _ changes: Changes) {
    self.text = text
    isRewritten = true
    self.changes.formUnion(changes)
    if text.allSatisfy({ $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: " ") }) { clear() }
  }

  /// Says that nothing is there.
  package mutating func clear() {
    text.removeAll(keepingCapacity: true)
    isRewritten = true
    changes.insert(.nothing)
  }

  /// Says what else was changed in a value that was written anew.
  mutating func note(_ change: Change) { changes.insert(change) }

  package mutating func remark(_ name: String) {
    if !remarks.contains(name) { remarks.append(name) }
  }
}
