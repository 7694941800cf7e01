package import Containers

/// The rows of two token files that may be one person: those that share a token and whose filters are alike.
///
/// It needs no secret, and says of whom it speaks only by the references of the two offices.
package struct TokenMatch: Sendable {
  package struct KeyReport: Sendable {
    package let name: String
    package fileprivate(set) var pairs = 0
    /// The rows whose token too many share, so that they were not compared by it.
    package fileprivate(set) var leftOut = 0
  }

  package let rows: (Int, Int)
  package let candidates: Int
  package let keys: [KeyReport]
  /// How many pairs are at least as alike as was asked for.
  package var found: Int { pairs.count }

  private struct Pair {
    let left: Token
    let right: Token
    let keys: String
    let similarity: Double
  }

  private let pairs: [Pair]

  /// Throws a `FileError` where a file is damaged, or the two cannot be compared.
  package init(
    _ left: (source: ByteSource, path: String), _ right: (source: ByteSource, path: String),
    threshold: Double
  ) throws {
    let leftFile = try TokenFile(left.source, path: left.path)
    let rightFile = try TokenFile(right.source, path: right.path)
    if let difference = leftFile.header.difference(from: rightFile.header) {
      throw FileError(path: "\(left.path), \(right.path)", reason: difference)
    }
    let (candidates, reports) = Self.candidates(leftFile, rightFile)
    keys = reports
    rows = (leftFile.references.count, rightFile.references.count)
    var pairs: [Pair] = []
    var count = 0
    var first = 0
    while first < candidates.count {
      let pair = candidates[first]
      var end = first + 1
      while end < candidates.count, candidates[end].rows == pair.rows { end += 1 }
      count += 1
      let similarity = Self.dice(leftFile, pair.left, rightFile, pair.right)
      if similarity >= threshold {
        pairs.append(
          Pair(
            left: leftFile.references[pair.left], right: rightFile.references[pair.right],
            keys: candidates[first..<end].map { reports[$0.key].name }.joined(separator: "+"),
            similarity: similarity))
      }
      first = end
    }
    self.candidates = count
    // The likeliest first; then by the references, so that the order of the files' rows is of no account.
    self.pairs = pairs.sorted {
      ($1.similarity, $0.left, $0.right) < ($0.similarity, $1.left, $1.right)
    }
  }

  /// Of all bits that either filter has, twice the share that both have (Dice's coefficient).
  private static func dice(_ left: TokenFile, _ row: Int, _ right: TokenFile, _ other: Int)
    -> Double
  {
    let words = left.header.bits / 64
    var common = 0
    for word in 0..<words {
      common +=
        (left.filters[row * words + word] & right.filters[other * words + word])
        .nonzeroBitCount
    }
    let sum = Int(left.weights[row]) + Int(right.weights[other])
    return sum == 0 ? 0 : Double(2 * common) / Double(sum)
  }

  package var csv: [UInt8] {
    var csv = CSVText(header: "reference_a,reference_b,keys,similarity")
    for pair in pairs {
      csv.append([pair.left.text, pair.right.text, pair.keys, Self.decimals(pair.similarity)])
    }
    return csv.bytes
  }

  /// Four decimals, without a formatter; rounded down, for only what is equal is 1.
  private static func decimals(_ share: Double) -> String {
    let parts = Int(share * 10_000)
    return "\(parts / 10_000)." + String(String(10_000 + parts % 10_000).dropFirst())
  }
}

/// Two rows and the key by which they were found, in one word: 27 bits for each row, six for the key.
private struct Candidate: Comparable {
  let word: UInt64

  init(left: UInt32, right: UInt32, key: Int) {
    word = UInt64(left) << 34 | UInt64(right) << 6 | UInt64(key)
  }

  var left: Int { Int(word >> 34) }
  var right: Int { Int(word >> 6 & (1 << 28 - 1)) }
  var key: Int { Int(word & 63) }
  /// The same for all keys of a pair.
  var rows: UInt64 { word >> 6 }

  static func < (left: Candidate, right: Candidate) -> Bool { left.word < right.word }
}

extension TokenMatch {
  /// How many pairs a key may propose for each row, so that a file of equal tokens does not run away.
  private static let pairsPerRow = 4

  private struct Entry {
    let token: Token
    let row: UInt32
  }

  private static func candidates(
    _ left: TokenFile, _ right: TokenFile
  ) -> (all: [Candidate], reports: [KeyReport]) {
    var all: [Candidate] = []
    var reports = left.header.keys.map { KeyReport(name: $0) }
    let room = max(10_000, (left.references.count + right.references.count) * pairsPerRow)
    for key in reports.indices {
      let (own, others) = (entries(left, key), entries(right, key))
      let groups = groups(own, others)
      let limit = limit(groups, room)
      for (mine, theirs) in groups {
        guard mine.count * theirs.count <= limit else {
          reports[key].leftOut += mine.count + theirs.count
          continue
        }
        reports[key].pairs += mine.count * theirs.count
        for one in mine {
          for other in theirs {
            all.append(Candidate(left: own[one].row, right: others[other].row, key: key))
          }
        }
      }
    }
    all.sort()
    return (all, reports)
  }

  private static func entries(_ file: TokenFile, _ key: Int) -> [Entry] {
    let keys = file.header.keys.count
    var entries: [Entry] = []
    for row in file.references.indices where file.tokens[row * keys + key] != .none {
      entries.append(Entry(token: file.tokens[row * keys + key], row: UInt32(row)))
    }
    return entries.sorted { $0.token < $1.token }
  }

  /// The rows of each side that share a token.
  private static func groups(
    _ left: [Entry], _ right: [Entry]
  ) -> [(left: Range<Int>, right: Range<Int>)] {
    var groups: [(left: Range<Int>, right: Range<Int>)] = []
    var (own, other) = (0, 0)
    while own < left.count, other < right.count {
      let token = left[own].token
      if token < right[other].token {
        own += 1
      } else if right[other].token < token {
        other += 1
      } else {
        let (first, second) = (own, other)
        while own < left.count, left[own].token == token { own += 1 }
        while other < right.count, right[other].token == token { other += 1 }
        groups.append((first..<own, second..<other))
      }
    }
    return groups
  }

  /// The most pairs that a group may make, so that all groups up to it make no more than there is room for.
  private static func limit(_ groups: [(left: Range<Int>, right: Range<Int>)], _ room: Int) -> Int {
    var (sum, limit) = (0, 1)
    for pairs in groups.map({ $0.left.count * $0.right.count }).sorted() {
      sum += pairs
      guard sum <= room else { return limit == pairs ? pairs - 1 : limit }
      limit = pairs
    }
    return limit
  }
}
