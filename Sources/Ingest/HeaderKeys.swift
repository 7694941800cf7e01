/// What each physical column of a header is known as, and which of several equal ones it is.
struct HeaderKeys {
  /// Empty where the schema knows none of the header's spellings.
  let keys: [String]
  /// The place of a column among those with the same key, from 0.
  private let places: [Int]
  private let counts: [String: Int]

  init(_ header: HeaderCells, knownTo isKnown: (String) -> Bool) {
    keys = header.spellings.map { spellings in spellings.first(where: isKnown) ?? "" }
    var counts: [String: Int] = [:]
    places = keys.map { key in
      defer { counts[key, default: 0] += 1 }
      return counts[key, default: 0]
    }
    self.counts = counts
  }

  subscript(field: Int) -> String { keys[field] }

  var indices: Range<Int> { keys.indices }

  /// Whether a field is the one that is meant when equal headers are counted from 1.
  func isOccurrence(_ number: Int, _ field: Int) -> Bool { places[field] == number - 1 }

  func isRepeated(_ field: Int) -> Bool { counts[keys[field], default: 0] > 1 }
}
