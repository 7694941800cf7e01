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

  package init(_ text: [UInt8] = []) { self.text = text }

  /// Takes in the next value and forgets what was said of the one before.
  mutating func load(_ bytes: ArraySlice<UInt8>) {
    text.removeAll(keepingCapacity: true)
    text.append(contentsOf: bytes)
    isRewritten = false
    if !remarks.isEmpty { remarks.removeAll(keepingCapacity: true) }
  }

  /// Writes the value anew.
  package mutating func write(_ text: [UInt8]) {
    self.text = text
    isRewritten = true
  }

  /// Says that nothing is there.
  package mutating func clear() {
    text.removeAll(keepingCapacity: true)
    isRewritten = true
  }

  package mutating func remark(_ name: String) {
    if !remarks.contains(name) { remarks.append(name) }
  }
}
