/// What a pattern says, before it is written out as steps.
indirect enum PatternNode {
  case one(ScalarClass)
  case sequence([PatternNode])
  case choice([PatternNode])
  /// From so many times to so many; without an end, any number.
  case times(PatternNode, Int, Int?)
}

/// Why a text is no pattern, and at which of its characters, from 1.
struct PatternMistake: Error {
  let message: String
  let position: Int

  init(_ message: String, at position: Int) {
    self.message = message
    self.position = position
  }
}

/// Reads a pattern: characters, `.`, `\d`, `[ก-ฮa-z]`, `[^…]`, `(…|…)`, and `?`, `*`, `+`, `{2}`, `{2,5}`
/// and `{2,}` behind one of these.
///
/// A backslash makes a sign a character. `^` and `$` are refused, for the whole text is compared anyway.
struct PatternParser {
  private static let longestPattern = 500
  private static let deepestGroup = 10
  private static let mostTimes = 100
  private static let signs = Set("*+?{}])^$".unicodeScalars)

  private let scalars: [Unicode.Scalar]
  private var next = 0

  init(_ pattern: String) { scalars = Array(pattern.unicodeScalars) }

  mutating func parse() throws -> PatternNode {
    guard !scalars.isEmpty else { throw PatternMistake("is empty", at: 1) }
    guard scalars.count <= Self.longestPattern else {
      throw PatternMistake("has more than \(Self.longestPattern) characters", at: 1)
    }
    let node = try choice(depth: 0)
    guard next == scalars.count else { throw mistake("has a ')' without its '('") }
    return node
  }

  private func mistake(_ message: String) -> PatternMistake {
    PatternMistake(message, at: min(next, scalars.count - 1) + 1)
  }

  private var peek: Unicode.Scalar? { next < scalars.count ? scalars[next] : nil }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard peek == scalar else { return false }
    next += 1
    return true
  }

  // MARK: Groups

  private mutating func choice(depth: Int) throws -> PatternNode {
    guard depth <= Self.deepestGroup else { throw mistake("has too many groups in each other") }
    var options = [try sequence(depth: depth)]
    while take("|") { options.append(try sequence(depth: depth)) }
    return options.count == 1 ? options[0] : .choice(options)
  }

  private mutating func sequence(depth: Int) throws -> PatternNode {
    var parts: [PatternNode] = []
    while let scalar = peek, scalar != "|", scalar != ")" {
      let part = try atom(depth: depth)
      parts.append(try repeated(part))
    }
    return .sequence(parts)
  }

  private mutating func atom(depth: Int) throws -> PatternNode {
    if take("(") {
      let group = try choice(depth: depth + 1)
      guard take(")") else { throw mistake("has a '(' without its ')'") }
      return group
    }
    if take("[") { return .one(try bracket()) }
    if take(".") { return .one(.any) }
    if let scalar = peek, Self.signs.contains(scalar) {
      throw mistake("has a '\(scalar)' where a character was expected; write '\\\(scalar)' for it")
    }
    return .one(try character())
  }

  // MARK: Characters

  /// One character, or a class behind a backslash.
  private mutating func character() throws -> ScalarClass {
    guard let scalar = peek else { throw mistake("ends too early") }
    next += 1
    guard scalar == "\\" else { return ScalarClass(ranges: [scalar.value...scalar.value]) }
    guard let escaped = peek else { throw mistake("ends with a backslash") }
    if escaped == "d" {
      next += 1
      return .digits
    }
    guard !escaped.properties.isAlphabetic, !("0"..."9").contains(escaped) else {
      throw mistake("has an unknown '\\\(escaped)'; only \\d is known")
    }
    next += 1
    return ScalarClass(ranges: [escaped.value...escaped.value])
  }

  private mutating func bracket() throws -> ScalarClass {
    var allowed = ScalarClass(ranges: [], isNegated: take("^"))
    while !take("]") {
      guard peek != nil else { throw mistake("has a '[' without its ']'") }
      let first = try character()
      guard first.ranges.count == 1, first.ranges[0].count == 1, peek == "-",
        next + 1 < scalars.count, scalars[next + 1] != "]"
      else {
        allowed.ranges += first.ranges
        continue
      }
      next += 1
      let last = try character().ranges
      guard last.count == 1, last[0].count == 1,
        first.ranges[0].lowerBound <= last[0].lowerBound
      else {
        throw mistake("has a range whose end comes before its start")
      }
      allowed.ranges.append(first.ranges[0].lowerBound...last[0].lowerBound)
    }
    guard !allowed.ranges.isEmpty else { throw mistake("has empty brackets") }
    return allowed
  }

  // MARK: Counts

  private mutating func repeated(_ part: PatternNode) throws -> PatternNode {
    if take("?") { return .times(part, 0, 1) }
    if take("*") { return .times(part, 0, nil) }
    if take("+") { return .times(part, 1, nil) }
    guard take("{") else { return part }
    let least = try count()
    guard take(",") else {
      guard take("}") else { throw mistake("has a '{' without its '}'") }
      return .times(part, least, least)
    }
    if take("}") { return .times(part, least, nil) }
    let most = try count()
    guard take("}") else { throw mistake("has a '{' without its '}'") }
    guard least <= most else { throw mistake("has a count that ends before it starts") }
    return .times(part, least, most)
  }

  private mutating func count() throws -> Int {
    var count = 0
    let start = next
    while let scalar = peek, ("0"..."9").contains(scalar), count <= Self.mostTimes {
      count = count * 10 + Int(scalar.value - 0x30)
      next += 1
    }
    guard next > start else { throw mistake("lacks a number in its '{'") }
    guard count <= Self.mostTimes else {
      throw mistake("repeats more than \(Self.mostTimes) times")
    }
    return count
  }
}
