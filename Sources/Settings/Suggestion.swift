/// The word that a misspelt one was probably meant to be.
package enum Suggestion {
  /// `; did you mean 'word'?`, or `; expected a, b or c` when nothing is near and the list is short.
  package static func clause(for word: String, among known: [String]) -> String {
    if let near = nearest(to: word, among: known) { return "; did you mean '\(near)'?" }
    guard !known.isEmpty, known.count <= 12 else { return "" }
    let list = known.dropLast().joined(separator: ", ")
    return "; expected \(list.isEmpty ? "" : "\(list) or ")\(known[known.count - 1])"
  }

  /// The known word with the fewest edits, when these are at most a third of its length.
  package static func nearest(to word: String, among known: [String]) -> String? {
    known
      .map { (word: $0, distance: distance(word, $0)) }
      .filter { $0.distance <= max(1, max(word.count, $0.word.count) / 3) }
      .min { $0.distance < $1.distance }?.word
  }

  /// The number of letters to insert, drop, replace or swap with a neighbour.
  static func distance(_ left: String, _ right: String) -> Int {
    let (left, right) = (Array(left.unicodeScalars), Array(right.unicodeScalars))
    var before: [Int] = []
    var above = Array(0...right.count)
    for i in 0..<left.count {
      var row = [i + 1]
      for j in 0..<right.count {
        var best = min(row[j], above[j + 1]) + 1
        best = min(best, above[j] + (left[i] == right[j] ? 0 : 1))
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
          best = min(best, before[j - 1] + 1)
        }
        row.append(best)
      }
      before = above
      above = row
    }
    return above[right.count]
  }
}
