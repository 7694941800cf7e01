/// Finds the code of a building's plan in a text and spells it in one way.
struct ModelCodes: Sendable {
  private typealias Scalars = ArraySlice<UInt32>

  /// The families as they are written, and as they are compared: without dots, in lower case.
  private let families: [(written: [UInt32], letters: [UInt32])]
  private let bare: [UInt32]?

  init(families: [String], bare: String?) {
    self.families = families.map { family in
      let scalars = Self.scalars(of: family)
      return (scalars, scalars.filter { $0 != Self.dot }.map { Self.lowercased($0) })
    }.sorted { $0.letters.count > $1.letters.count }
    self.bare = bare.map { Self.scalars(of: $0) }
  }

  private static let space: UInt32 = 0x20
  private static let dot: UInt32 = 0x2E
  private static let slash: UInt32 = 0x2F
  private static let special = scalars(of: "พิเศษ")
  private static let pattern = scalars(of: "แบบ")

  func spelled(_ text: [UInt8]) -> [UInt8] {
    let scalars = Self.withoutFrames(
      String(decoding: text, as: UTF8.self).unicodeScalars.map { $0.value })
    var result: [UInt32] = []
    var index = 0
    while index < scalars.count {
      let isStart = result.last.map { $0 == Self.space || $0 == 0x28 || $0 == 0x2C } ?? true
      if isStart, let (code, next) = code(scalars[index...], isFirst: result.isEmpty) {
        result += code
        index = next
        if index < scalars.count, Self.isWord(scalars[index]) { result.append(Self.space) }
      } else {
        if let last = result.last, Self.isApart(last, scalars[index]) { result.append(Self.space) }
        result.append(scalars[index])
        index += 1
      }
    }
    var view = String.UnicodeScalarView()
    for scalar in result.compactMap({ Unicode.Scalar($0) }) { view.append(scalar) }
    return Array(String(view).utf8)
  }

  /// A family's code, or a number with a letter or a year, and where it ends.
  private func code(_ text: Scalars, isFirst: Bool) -> (code: [UInt32], end: Int)? {
    for family in families {
      guard let rest = Self.after(family.letters, in: text),
        let (number, end) = Self.number(rest)
      else { continue }
      return (family.written + number, end)
    }
    guard let (number, end) = Self.number(text) else { return nil }
    if Self.isDigit(number[number.count - 1]), number.contains(Self.slash) {
      let hasLetter = number.contains { !Self.isDigit($0) && $0 != Self.slash }
      // Behind another word a number stands for what that word says.
      if hasLetter { return (number, end) }
      guard isFirst, let bare, number.firstIndex(of: Self.slash) == 3 else { return nil }
      return (bare + number, end)
    }
    return number.contains { !Self.isDigit($0) } ? (number, end) : nil
  }

  /// What follows letters that may have dots and spaces between them; nil when others stand there.
  private static func after(_ letters: [UInt32], in text: Scalars) -> Scalars? {
    var rest = text
    for letter in letters {
      guard let first = rest.first, lowercased(first) == letter else { return nil }
      rest = rest.dropFirst().drop { $0 == dot || $0 == space }
    }
    return rest
  }

  /// Digits, a letter and a year, each but the first as it may be: `105/29`, `1ฉ`, `318ล/30`.
  private static func number(_ text: Scalars) -> (number: [UInt32], end: Int)? {
    let digits = text.prefix { isDigit($0) }
    guard 1...3 ~= digits.count else { return nil }
    var (number, end) = (Array(digits), digits.endIndex)
    var rest = text[end...].drop { $0 == space }
    if let letter = rest.first, 0x0E01...0x0E2E ~= letter,
      !(rest.dropFirst().first.map { isThaiLetter($0) } ?? false)
    {
      number.append(letter)
      end = rest.startIndex + 1
      rest = text[end...].drop { $0 == space }
    }
    guard rest.first == slash else { return (number, end) }
    let year = rest.dropFirst().drop { $0 == space }.prefix { isDigit($0) }
    switch (year.count, year.first) {
    case (2, _): number += [slash] + year
    case (4, 0x32): number += [slash] + year.suffix(2)
    default: return (number, end)
    }
    return (number, year.endIndex)
  }

  /// Without แบบ before a model, and พิเศษ without parentheses.
  private static func withoutFrames(_ text: [UInt32]) -> [UInt32] {
    var result = text
    if result.starts(with: pattern) {
      let rest = result[pattern.count...].drop { $0 == space }
      if let first = rest.first, !ThaiMarks.isMark(first) { result = Array(rest) }
    }
    let framed = [0x28] + special + [0x29]
    if result.suffix(framed.count) == framed[...] {
      result.removeLast(framed.count)
      while result.last == space { result.removeLast() }
      if !result.isEmpty { result.append(space) }
      result += special
    }
    return result
  }

  /// Whether a number and a Thai word, or either and an opening parenthesis, meet without a space.
  private static func isApart(_ left: UInt32, _ right: UInt32) -> Bool {
    if isDigit(left) { return isThaiLetter(right) || right == 0x28 }
    return isDigit(right) && isThaiLetter(left)
  }

  private static func isWord(_ scalar: UInt32) -> Bool {
    isDigit(scalar) || isThaiLetter(scalar) || scalar == 0x28
  }

  private static func isThaiLetter(_ scalar: UInt32) -> Bool { 0x0E01...0x0E4E ~= scalar }
  private static func isDigit(_ scalar: UInt32) -> Bool { 0x30...0x39 ~= scalar }
  private static func lowercased(_ scalar: UInt32) -> UInt32 {
    0x41...0x5A ~= scalar ? scalar + 32 : scalar
  }
  private static func scalars(of text: String) -> [UInt32] { text.unicodeScalars.map { $0.value } }
}
