import Settings
import Tables

/// What a rule asks of the value in one column: that there is one, which it is, or how large.
///
/// A cell that cannot be read holds something; it is told by another rule. A cell without a value, or with
/// a word that its list does not know, says nothing about which value it is or how large.
struct Condition: Sendable {
  enum Verdict: UInt8 { case holds, breaks, silent }

  static let keys = ["is", "in", "not-in", "first", "at-least", "at-most"]

  private enum Presence: String, CaseIterable { case present, missing }

  private enum Demand: Sendable {
    case present(Bool)
    case words(Set<String>, isAllowed: Bool)
    case bounds(least: Int?, most: Int?)
    /// An identifier opens with G, or with one of these digits.
    case first(gCode: Bool, digits: Set<UInt64>)
  }

  let column: Int
  private let demand: Demand

  /// Reads `column:` and one of the keys; other keys of the settings belong to the caller.
  init(_ settings: Settings, in scope: CheckScope) throws {
    let name = try settings.required("column")
    column = try scope.column(name)
    let given = Self.keys.filter { settings[$0] != nil }
    switch given {
    case ["is"]:
      let word = try settings.required("is").choice(of: Presence.self, called: "word")
      demand = .present(word == .present)
    case ["in"], ["not-in"]:
      let words = try settings.required(given[0])
      _ = try scope.column(name, .text, .integer, .decimal, .date, .flag)
      demand = .words(Set(try words.words), isAllowed: given[0] == "in")
    case ["first"]:
      _ = try scope.column(name, .identifier)
      demand = try Self.first(settings.required("first"))
    case ["at-least"], ["at-most"], ["at-least", "at-most"]:
      _ = try scope.column(name, .integer, .decimal)
      demand = .bounds(
        least: try settings["at-least"].map { try Self.bound($0, scope) },
        most: try settings["at-most"].map { try Self.bound($0, scope) })
    default:
      throw SettingsError(
        "expected one of 'is', 'in', 'not-in' and 'first', or 'at-least' and 'at-most'",
        at: settings.place)
    }
  }

  private static func first(_ signs: Settings) throws -> Demand {
    var hasGCode = false
    var digits: Set<UInt64> = []
    for item in signs.items {
      let word = try item.word
      if word == "G" {
        hasGCode = true
      } else if let digit = UInt64(word), digit <= 9 {
        digits.insert(digit)
      } else {
        throw item.expected("G or a digit")
      }
    }
    return .first(gCode: hasGCode, digits: digits)
  }

  /// A whole number, or `round-year`, which may go on with `-25`, for years before that of the round.
  private static func bound(_ settings: Settings, _ scope: CheckScope) throws -> Int {
    let (word, yearWord, limit) = (try settings.word, "round-year", 1_000_000_000)
    let isYear = word.hasPrefix(yearWord)
    let rest = isYear ? word.dropFirst(yearWord.count) : word[...]
    let number = isYear && rest.isEmpty ? 0 : Int(rest)
    guard let number, -limit...limit ~= number else {
      throw settings.expected("a whole number, round-year or round-year-25")
    }
    return number + (isYear ? scope.round.calendarYear : 0)
  }

  /// The verdict on every row.
  func verdicts(on table: CleanTable) -> [Verdict] {
    let column = table.columns[column]
    var result = [Verdict](repeating: .silent, count: table.count)
    if let codes = column.codes {
      let known = verdicts(on: column)
      codes.forEach { row, code in result[row] = known[Int(code)] }
    } else if let identifiers = column.identifier {
      identifiers.forEach { row, word in result[row] = verdict(on: word) }
    }
    return result
  }

  private func verdict(on word: PackedIdentifier) -> Verdict {
    switch demand {
    case .present(let isWanted): (word != .empty) == isWanted ? .holds : .breaks
    case .first(let gCode, let digits):
      switch word.form {
      case .gCode: gCode ? .holds : .breaks
      case .digits where word.length > 0:
        digits.contains(word.firstDigit) ? .holds : .breaks
      default: .silent
      }
    case .words, .bounds: .silent
    }
  }

  /// The verdict on every raw code.
  private func verdicts(on column: CleanColumn) -> [Verdict] {
    switch demand {
    case .present(let isWanted):
      let nothing = column.nothing
      return (0..<nothing.count).map { nothing[$0] != isWanted ? .holds : .breaks }
    case .words(let words, let isAllowed):
      return column.distinctTexts.map { text in
        guard let text else { return .silent }
        return words.contains(text) == isAllowed ? .holds : .breaks
      }
    case .bounds(let least, let most):
      guard let numbers = column.number else { return [] }
      let scale = numbers.scale
      return numbers.values.indices.map { code in
        if numbers.missing[code] { return .silent }
        let value = numbers.values[code]
        let isTooSmall = least.map { value < $0 * scale } ?? false
        let isTooLarge = most.map { value > $0 * scale } ?? false
        return isTooSmall || isTooLarge ? .breaks : .holds
      }
    case .first: return []
    }
  }
}

extension PackedIdentifier {
  fileprivate var firstDigit: UInt64 {
    var rest = value
    for _ in 1..<length { rest /= 10 }
    return rest
  }
}

extension Round {
  /// The year of the round's day, in the Buddhist era; in terms after New Year not the academic one.
  var calendarYear: Int { asOf.civil.year + 543 }
}

extension CleanColumn {
  /// For each raw code the clean value, nil where there is none or it is unknown; nothing for identifiers.
  fileprivate var distinctTexts: [String?] {
    switch values {
    case .text(let column):
      let unknown = remarks["unknown"]
      return column.meaning.enumerated().map { raw, code in
        let isKnown = !column.missing[Int(code)] && unknown?[raw] != true
        return isKnown ? column.dictionary.string(of: code) : nil
      }
    case .number(let column):
      return column.values.indices.map { code in
        column.missing[code] ? nil : FixedPoint.text(column.values[code], scale: column.scale)
      }
    case .date(let column):
      return column.days.indices.map { column.missing[$0] ? nil : column.days[$0].iso }
    case .flag(let column):
      return (0..<column.flags.count).map { code in
        column.missing[code] ? nil : column.flags[code] ? "true" : "false"
      }
    case .identifier: return []
    }
  }
}
