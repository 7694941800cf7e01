/// One distinct value on its way through the cleaners of its column.
///
/// A column uses one cell for all its values, so that no value costs an allocation.
package struct Cell {
  /// UTF-8, rewritten in place; empty when nothing is there.
  package var text: [UInt8]
  /// What the cleaners had to say about the value.
  package private(set) var remarks: [String] = []

  package init(_ text: [UInt8] = []) { self.text = text }

  /// Takes in the next value and forgets what was said of the one before.
  mutating func load(_ bytes: ArraySlice<UInt8>) {
    text.removeAll(keepingCapacity: true)
    text.append(contentsOf: bytes)
    if !remarks.isEmpty { remarks.removeAll(keepingCapacity: true) }
  }

  package mutating func remark(_ name: String) {
    if !remarks.contains(name) { remarks.append(name) }
  }
}
