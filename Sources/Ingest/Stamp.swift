internal import Tables

/// The date and time at which an export was made, as its title rows, its notes or its page give it.
enum Stamp {
  /// How far behind its word a date may stand.
  private static let reach = 80
  /// The bytes of a date such as 1/4/2569.
  private static let shortest = 8

  /// Finds one of the words, and the date and time that follow it, in `YYYY-MM-DD hh:mm:ss`.
  static func find(in rows: some Sequence<[String]>, words: [String]) -> String? {
    for cell in rows.joined() {
      // Most cells are too short for a word and a date behind it.
      for word in words where cell.utf8.count >= word.utf8.count + shortest {
        if let stamp = find(in: cell, word: word) { return stamp }
      }
    }
    return nil
  }

  /// The first date that follows the word wherever it stands in a text.
  private static func find(in text: String, word: String) -> String? {
    guard !word.isEmpty else { return nil }
    var rest = text[...]
    while let range = rest.firstRange(of: word) {
      if let stamp = stamp(rest[range.upperBound...].prefix(reach)) { return stamp }
      rest = rest[range.upperBound...]
    }
    return nil
  }

  private static func stamp(_ text: Substring) -> String? {
    let parts = text.split { $0.isWhitespace || $0 == "T" || "(),".contains($0) }
      .map { $0.map { digits[$0] ?? String($0) }.joined() }
      .filter { !eras.contains($0) }
    for index in parts.indices {
      guard let (day, length) = day(parts[index...]) else { continue }
      let time = parts[(index + length)...].prefix(2).lazy.compactMap { self.time($0) }.first
      return "\(day.iso) \(time ?? "00:00:00")"
    }
    return nil
  }

  private static let eras = ["พ.ศ.", "พศ.", "พ.ศ", "ค.ศ.", "เดือน"]

  private static let digits = Dictionary(
    uniqueKeysWithValues: zip("๐๑๒๓๔๕๖๗๘๙", "0123456789").map { ($0, String($1)) })

  /// A date at the front, in one word or in three, and the number of its words.
  private static func day(_ parts: ArraySlice<String>) -> (day: Day, length: Int)? {
    guard let first = parts.first else { return nil }
    let numbers = first.split(whereSeparator: { "-/".contains($0) }).map { number($0) }
    if numbers.count == 3, let left = numbers[0], let month = numbers[1], let right = numbers[2] {
      // The year is the number of four digits, at either end.
      let isYearFirst = left > 31
      return day(isYearFirst ? left : right, month, isYearFirst ? right : left).map { ($0, 1) }
    }
    let words = Array(parts.prefix(3))
    guard words.count == 3, let number = Int(words[0]), let year = self.number(words[2]),
      let month = MonthNames.number(of: words[1].utf8.filter { $0 != UInt8(ascii: ".") })
    else { return nil }
    return day(year, month, number).map { ($0, 3) }
  }

  /// The digits in front: on a page the next text may follow without a space.
  private static func number(_ text: some StringProtocol) -> Int? {
    Int(text.prefix { $0.isASCII && $0.isNumber })
  }

  /// A year from 2400 on is one of the Buddhist Era.
  private static func day(_ year: Int, _ month: Int, _ day: Int) -> Day? {
    guard 1900...2700 ~= year else { return nil }
    return Day(year: year >= 2400 ? year - 543 : year, month: month, day: day)
  }

  /// `hh:mm:ss`, without what follows the seconds; nil when the word is no time.
  private static func time(_ text: String) -> String? {
    let parts = text.prefix { $0 != "." }.split(separator: ":")
    guard 2...3 ~= parts.count,
      zip(parts, [23, 59, 59]).allSatisfy({ part, most in
        1...2 ~= part.count && Int(part).map { 0...most ~= $0 } ?? false
      })
    else { return nil }
    let padded = parts.map { $0.count == 1 ? "0\($0)" : String($0) }
    return (padded + ["00"]).prefix(3).joined(separator: ":")
  }
}
