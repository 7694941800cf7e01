internal import Tables

/// The numbers of a date as it is written, and the month if that is a word.
struct DateFields {
  /// Three numbers, or two with a month's name between them.
  private(set) var numbers: [Int] = []
  /// How many digits each number has.
  private(set) var widths: [Int] = []
  private(set) var month: Int?

  /// Cuts a date at spaces, slashes, hyphens, dots and commas; nil when it holds anything else.
  ///
  /// The words วันที่ before the day, เดือน before the month and พ.ศ. or ค.ศ. before the year say nothing new. A time of day
  /// behind the date is left away.
  init?(_ text: [UInt8]) {
    guard let end = Self.endOfDate(text) else { return nil }
    var words: [[UInt8]] = [[]]
    var index = 0
    while index < end {
      let byte = text[index]
      if byte &- UInt8(ascii: "0") <= 9 {
        guard numbers.count < 3, let next = appendNumber(text[index..<end]) else { return nil }
        index = next
        words.append([])
        continue
      }
      if !Self.separators.contains(byte) {
        // Words are compared in lower case; bytes of Thai letters have no case.
        let isUpper = UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte
        words[words.count - 1].append(isUpper ? byte + 32 : byte)
      }
      index += 1
    }
    guard readWords(words) else { return nil }
  }

  private static let separators = Array(" /-.,".utf8)
  private static let dayWord = Array("วันที่".utf8)
  private static let monthWord = Array("เดือน".utf8)
  private static let eraWords = ["พศ", "คศ", "be", "ad"].map { Array($0.utf8) }

  /// Reads a number of at most four digits, and gives the place behind it.
  private mutating func appendNumber(_ text: ArraySlice<UInt8>) -> Int? {
    let digits = text.prefix { $0 &- UInt8(ascii: "0") <= 9 }
    guard digits.count <= 4 else { return nil }
    numbers.append(digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) })
    widths.append(digits.count)
    return digits.endIndex
  }

  /// Takes the words before, between and behind the numbers for what they are.
  private mutating func readWords(_ words: [[UInt8]]) -> Bool {
    guard words.count == numbers.count + 1, words[0].isEmpty || words[0] == Self.dayWord,
      words[numbers.count].isEmpty
    else { return false }
    switch numbers.count {
    case 2:
      let word = Self.withoutEra(words[1])
      let isNamed = word.starts(with: Self.monthWord)
      month = MonthNames.number(of: isNamed ? Array(word.dropFirst(Self.monthWord.count)) : word)
      return month != nil
    case 3: return words[1].isEmpty && Self.withoutEra(words[2]).isEmpty
    default: return false
    }
  }

  private static func withoutEra(_ word: [UInt8]) -> [UInt8] {
    for era in eraWords where word.suffix(era.count) == era[...] {
      return Array(word.dropLast(era.count))
    }
    return word
  }

  /// Where the date ends and a time of day begins; nil when what follows a colon is no time.
  private static func endOfDate(_ text: [UInt8]) -> Int? {
    guard let colon = text.firstIndex(of: UInt8(ascii: ":")) else { return text.count }
    let rest = text[colon...]
    guard rest.allSatisfy({ $0 &- UInt8(ascii: "0") <= 9 || Array(":. Z".utf8).contains($0) })
    else { return nil }
    guard let gap = text[..<colon].lastIndex(where: { $0 &- UInt8(ascii: "0") > 9 }),
      text[gap] == UInt8(ascii: " ") || text[gap] == UInt8(ascii: "T")
    else { return nil }
    return gap
  }
}
