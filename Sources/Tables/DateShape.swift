/// Tells a whole date by how it is written, whatever stands around it.
package enum DateShape {
  /// A day, a month (in digits or as a word) and a year, in this order or the other way round.
  ///
  /// A year has four digits, or two behind two numbers; both signs between the three are the same. A school year or a
  /// number of a document, of a year and one other number, is none. With `isCertain` only a year of four digits
  /// counts, and of a time that lists know: what hides a birthday may hide too much, what tells a mistake may not.
  package static func holdsDate(_ text: [UInt8], isCertain: Bool = false) -> Bool {
    var numbers: [(value: Int, digits: Int)] = []
    var gaps: [[UInt8]] = [[]]
    var isInNumber = false
    var index = 0
    while index < text.count {
      let (digit, width) = digit(text, at: index)
      if let digit {
        if !isInNumber {
          numbers.append((0, 0))
          gaps.append([])
        }
        let last = numbers.count - 1
        numbers[last] = ((numbers[last].value &* 10 &+ digit) % 1_000_000, numbers[last].digits + 1)
      } else {
        gaps[gaps.count - 1].append(text[index])
      }
      isInNumber = digit != nil
      index += width
    }
    return numbers.indices.contains { isDate(numbers, gaps, from: $0, isCertain) }
  }

  /// An ASCII or Thai digit, and how many bytes it takes.
  private static func digit(_ text: [UInt8], at index: Int) -> (digit: Int?, width: Int) {
    let byte = text[index]
    if byte &- 0x30 <= 9 { return (Int(byte &- 0x30), 1) }
    // Thai digits are E0 B9 90 to E0 B9 99.
    if byte == 0xE0, index + 2 < text.count, text[index + 1] == 0xB9, text[index + 2] &- 0x90 <= 9 {
      return (Int(text[index + 2] &- 0x90), 3)
    }
    return (nil, 1)
  }

  private static func isDate(
    _ numbers: [(value: Int, digits: Int)], _ gaps: [[UInt8]], from start: Int,
    _ isCertain: Bool
  ) -> Bool {
    let isYear = { (number: (value: Int, digits: Int)) in
      isCertain ? isKnownYear(number) : number.digits == 2 || isLongYear(number)
    }
    if start + 2 < numbers.count, isSeparator(gaps[start + 1]), gaps[start + 1] == gaps[start + 2] {
      let (first, second, third) = (numbers[start], numbers[start + 1], numbers[start + 2])
      if isDay(first), isDay(second), isYear(third) { return true }
      if first.digits == 4, isYear(first), isDay(second), isDay(third) { return true }
    }
    guard start + 1 < numbers.count, isDay(numbers[start]) else { return false }
    return isYear(numbers[start + 1]) && isMonth(gaps[start + 1])
  }

  private static func isDay(_ number: (value: Int, digits: Int)) -> Bool {
    number.digits <= 2 && 1...31 ~= number.value
  }

  private static func isLongYear(_ number: (value: Int, digits: Int)) -> Bool {
    number.digits == 4 && 1900...2700 ~= number.value
  }

  /// A year of the Common or the Buddhist era, with some room on both sides.
  private static func isKnownYear(_ number: (value: Int, digits: Int)) -> Bool {
    number.digits == 4 && (1900...2100 ~= number.value || 2400...2650 ~= number.value)
  }

  private static func isSeparator(_ gap: [UInt8]) -> Bool {
    gap.count <= 3 && gap.contains { Array("/.-".utf8).contains($0) }
      && gap.allSatisfy { Array("/.- ".utf8).contains($0) }
  }

  private static let monthWord = Array("เดือน".utf8)
  private static let eraWords = ["พศ", "คศ", "ปี"].map { Array($0.utf8) }

  /// A month's name between spaces, dots, hyphens and the words around it.
  private static func isMonth(_ gap: [UInt8]) -> Bool {
    guard gap.count <= 80 else { return false }
    var word = gap.filter { !Array(" .-/,".utf8).contains($0) }
      .map { 0x41...0x5A ~= $0 ? $0 + 32 : $0 }
    if word.starts(with: monthWord) { word.removeFirst(monthWord.count) }
    for era in eraWords where word.suffix(era.count) == era[...] { word.removeLast(era.count) }
    return MonthNames.number(of: word) != nil
  }
}
