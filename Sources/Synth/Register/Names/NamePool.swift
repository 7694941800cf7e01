/// Given names put together from two elements each, beside usual names of one piece.
struct NamePool: Sendable {
  let words: [[UInt8]]
  private let first: [Int]
  private let second: [Int]
  /// The place of each pair of elements; nil where the same name came from another pair.
  private let places: [Int?]
  /// For each second element those that differ from it by a letter or two.
  private let nearSeconds: [[Int]]
  private let secondCount: Int
  private let firstCount: Int
  private let ranks: Ranks

  /// Takes every second of the most usual ranks for the whole names.
  init(whole: WordList, firsts: WordList, seconds: WordList, step: Int) {
    let pairs = firsts.count * seconds.count
    var words: [[UInt8]] = []
    var elements: [(Int, Int)] = []
    var places: [Int?] = Array(repeating: nil, count: pairs)
    var known: Set<[UInt8]> = []
    for rank in 0..<pairs {
      if rank < whole.count, known.insert(whole[rank]).inserted {
        words.append(whole[rank])
        elements.append((-1, -1))
      }
      let pair = rank * step % pairs
      let (one, other) = (pair / seconds.count, pair % seconds.count)
      let word = firsts[one] + seconds[other]
      guard firsts[one] != seconds[other], known.insert(word).inserted else { continue }
      places[pair] = words.count
      words.append(word)
      elements.append((one, other))
    }
    self.words = words
    first = elements.map { $0.0 }
    second = elements.map { $0.1 }
    self.places = places
    secondCount = seconds.count
    firstCount = firsts.count
    nearSeconds = seconds.words.indices.map { one in
      seconds.words.indices.filter {
        $0 != one && EditDistance.between(seconds[one], seconds[$0], atMost: 2) != nil
      }
    }
    ranks = Ranks(words.count, head: 20)
  }

  func pick(using generator: inout SeededGenerator) -> Int { ranks.pick(using: &generator) }

  /// Another name that rhymes with one or begins as it does, as parents name twins.
  func near(_ name: Int, using generator: inout SeededGenerator) -> Int {
    for _ in 0..<20 where first[name] >= 0 {
      var (one, other) = (first[name], second[name])
      switch generator.below(3) {
      case 0 where !nearSeconds[other].isEmpty: other = generator.pick(nearSeconds[other])
      case 1: one = generator.below(firstCount)
      default: other = generator.below(secondCount)
      }
      if let place = places[one * secondCount + other], place != name { return place }
    }
    return another(than: name, using: &generator)
  }

  /// Any other name.
  func another(than name: Int, using generator: inout SeededGenerator) -> Int {
    for _ in 0..<20 {
      let picked = pick(using: &generator)
      if picked != name { return picked }
    }
    return (name + 1) % words.count
  }
}

/// How many letters must be put in, left out or changed to make one word another.
enum EditDistance {
  /// Nil above the limit.
  static func between(_ one: [UInt8], _ other: [UInt8], atMost limit: Int) -> Int? {
    let left = Array(String(decoding: one, as: UTF8.self).unicodeScalars)
    let right = Array(String(decoding: other, as: UTF8.self).unicodeScalars)
    var line = Array(0...right.count)
    for (row, letter) in left.enumerated() {
      var corner = line[0]
      line[0] = row + 1
      for column in right.indices {
        let changed = corner + (letter == right[column] ? 0 : 1)
        corner = line[column + 1]
        line[column + 1] = min(changed, line[column] + 1, corner + 1)
      }
    }
    return line[right.count] <= limit ? line[right.count] : nil
  }
}
