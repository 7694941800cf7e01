/// Compares given names as people write them down: tone marks and silenced letters come and go.
enum GivenName {
  /// The same name, or one that a slip of the hand makes of it: at most one letter in three differs.
  ///
  /// An empty name is near to nothing.
  static func areNear(_ left: String, _ right: String) -> Bool {
    let (left, right) = (folded(left), folded(right))
    guard !left.isEmpty, !right.isEmpty else { return false }
    if left == right { return true }
    return distance(left, right) * 3 <= min(left.count, right.count)
  }

  /// Without tone marks (U+0E48–0E4B), thanthakhat (U+0E4C), spaces and dots.
  private static func folded(_ name: String) -> [UInt32] {
    name.unicodeScalars.map { $0.value }
      .filter { !(0x0E47...0x0E4E).contains($0) && $0 != 0x20 && $0 != 0x2E }
  }

  /// Levenshtein's distance, in letters.
  private static func distance(_ left: [UInt32], _ right: [UInt32]) -> Int {
    var above = Array(0...right.count)
    for (i, letter) in left.enumerated() {
      var row = [i + 1]
      for (j, other) in right.enumerated() {
        row.append(min(row[j] + 1, above[j + 1] + 1, above[j] + (letter == other ? 0 : 1)))
      }
      above = row
    }
    return above[right.count]
  }
}
