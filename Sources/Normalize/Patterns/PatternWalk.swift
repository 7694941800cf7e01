/// Asks texts whether they fit a pattern, and remembers the ways it went.
///
/// Where a walk can stand after some scalars is a set of steps. Each set that was met is a place of the map,
/// with the place that each ASCII or Thai scalar leads to, drawn when it is first asked for. So a column of a
/// million identifiers costs a look-up a digit: 0.11 s instead of 0.98 s without the map.
struct PatternWalk {
  /// A map with more places than this is drawn anew for the next text; few patterns need twenty.
  private static let mostPlaces = 400
  /// ASCII, and U+0E00…U+0E7F.
  private static let width = 256
  private static let unknown: Int32 = -1

  private let steps: [TextPattern.Step]
  /// The steps of each place, in order; the first place has none, the second is the start.
  private var places: [[Int]] = []
  private var isEnd: [Bool] = []
  private var numbers: [[Int]: Int] = [:]
  private var ways: [Int32] = []

  init(_ pattern: TextPattern) {
    steps = pattern.steps
    clear()
  }

  /// Whether all of a text, UTF-8, is what the pattern says.
  mutating func fits(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.count <= TextPattern.longestText else { return false }
    if places.count > Self.mostPlaces { clear() }
    var place = 1
    if text.allSatisfy({ $0 < 0x80 }) {
      for byte in text {
        place = next(place, UInt32(byte))
        if place == 0 { return false }
      }
    } else {
      for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
        place = next(place, scalar.value)
        if place == 0 { return false }
      }
    }
    return isEnd[place]
  }

  private mutating func clear() {
    (places, isEnd, numbers, ways) = ([], [], [:], [])
    _ = number(of: [])
    _ = number(of: reached(from: [0]))
  }

  private mutating func next(_ place: Int, _ scalar: UInt32) -> Int {
    let column =
      scalar < 0x80 ? Int(scalar) : 0x0E00...0x0E7F ~= scalar ? Int(scalar) - 0x0E00 + 0x80 : -1
    guard column >= 0 else { return walk(place, scalar) }
    let way = ways[place * Self.width + column]
    if way != Self.unknown { return Int(way) }
    let next = walk(place, scalar)
    ways[place * Self.width + column] = Int32(next)
    return next
  }

  private mutating func walk(_ place: Int, _ scalar: UInt32) -> Int {
    let taken = places[place].filter { step in
      if case .one(let allowed) = steps[step] { allowed.contains(scalar) } else { false }
    }
    return number(of: reached(from: taken.map { $0 + 1 }))
  }

  /// The place with these steps; a new one gets the next number.
  private mutating func number(of steps: [Int]) -> Int {
    if let known = numbers[steps] { return known }
    numbers[steps] = places.count
    places.append(steps)
    isEnd.append(steps.contains { if case .end = self.steps[$0] { true } else { false } })
    ways.append(contentsOf: repeatElement(Self.unknown, count: Self.width))
    return places.count - 1
  }

  /// The steps that take a scalar, or end, and that some steps lead to without taking one; in order.
  private func reached(from start: [Int]) -> [Int] {
    var open = start
    var seen = Set(start)
    var result: [Int] = []
    while let step = open.popLast() {
      var led: [Int] = []
      switch steps[step] {
      case .one, .end: result.append(step)
      case .jump(let next): led = [next]
      case .either(let first, let second): led = [first, second]
      }
      for next in led where seen.insert(next).inserted { open.append(next) }
    }
    return result.sorted()
  }
}
