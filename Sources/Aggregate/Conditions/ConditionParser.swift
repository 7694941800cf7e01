internal import Settings
internal import Tables

/// Reads the words of a condition.
///
///     condition   all { "or" all }
///     all         one { "and" one }
///     one         "not" one | "(" condition ")" | comparison
///     comparison  column ( = | != | < | <= | > | >= | "starts" ) value
///               | column [ "not" ] "in" "(" value { "," value } ")"
///               | column "is" ( "missing" | "present" )
///
/// A value with spaces or signs in it stands in quotes. A column is named by its name, its label or its
/// usual header.
struct ConditionParser {
  private struct Word {
    let text: String
    /// A quoted word is a value, whatever it says.
    let isQuoted: Bool
  }

  private let settings: Settings
  private let schema: Schema
  private var words: [Word] = []
  private var next = 0

  /// Nobody writes more, and what is nested deeper would overflow the stack.
  private static let mostWords = 500
  private static let signs = ["=", "!=", "<", "<=", ">", ">="]

  init(_ settings: Settings, schema: Schema) throws {
    self.settings = settings
    self.schema = schema
    words = try Self.words(of: settings.word, settings)
    guard !words.isEmpty else {
      throw settings.expected("a condition, as in \"nationality != ไทย\"")
    }
    guard words.count <= Self.mostWords else {
      throw SettingsError("the condition has more than \(Self.mostWords) words", at: settings.place)
    }
  }

  mutating func condition() throws -> RowCondition.Part {
    let part = try any()
    guard next == words.count else { throw expected("'and', 'or' or the end") }
    return part
  }

  private mutating func any() throws -> RowCondition.Part {
    var parts = [try all()]
    while take("or") { parts.append(try all()) }
    return parts.count == 1 ? parts[0] : .any(parts)
  }

  private mutating func all() throws -> RowCondition.Part {
    var parts = [try one()]
    while take("and") { parts.append(try one()) }
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  private mutating func one() throws -> RowCondition.Part {
    if take("not") { return .none(try one()) }
    if take("(") {
      let part = try any()
      guard take(")") else { throw expected("')'") }
      return part
    }
    return try comparison()
  }

  private mutating func comparison() throws -> RowCondition.Part {
    let column = try column()
    if take("is") {
      if take("missing") { return .comparison(.init(column: column, test: .present(false))) }
      if take("present") { return .comparison(.init(column: column, test: .present(true))) }
      throw expected("'missing' or 'present'")
    }
    let isNot = take("not")
    if take("in") {
      let test = ColumnComparison.Test.oneOf(try values().map { try word($0, column) })
      let part = RowCondition.Part.comparison(.init(column: column, test: test))
      return isNot ? .none(part) : part
    }
    if isNot { throw expected("'in'") }
    if take("starts") {
      guard [.text, .identifier].contains(schema.columns[column].kind) else {
        throw mistake(
          "'starts' asks for text, and column '\(schema.columns[column].name)' holds \(schema.columns[column].kind.rawValue) values"
        )
      }
      return .comparison(.init(column: column, test: .starts(try value())))
    }
    for sign in Self.signs where take(sign) { return try compared(column, sign) }
    throw expected("'=', '!=', '<', '>', 'in', 'starts' or 'is' behind the column")
  }

  private mutating func compared(_ column: Int, _ sign: String) throws -> RowCondition.Part {
    let text = try value()
    let test: ColumnComparison.Test
    switch sign {
    case "=", "!=": test = .oneOf([try word(text, column)])
    default:
      // Between two numbers that the column can hold, 3.5 is above one and below the next.
      let bound = try bound(text, column)
      switch sign {
      case "<": test = .range(Int.min..<bound.upperBound)
      case "<=": test = .range(Int.min..<bound.lowerBound + 1)
      case ">": test = .range(bound.lowerBound + 1..<Int.max)
      default: test = .range(bound.upperBound..<Int.max)
      }
    }
    let part = RowCondition.Part.comparison(.init(column: column, test: test))
    return sign == "!=" ? .none(part) : part
  }

  // MARK: Values

  /// A value as clean cells of the column write it.
  private func word(_ text: String, _ column: Int) throws -> String {
    switch schema.columns[column].kind {
    case .text, .identifier: return text
    case .integer: return FixedPoint.text(try number(text, column), scale: 1)
    case .decimal: return FixedPoint.text(try number(text, column), scale: 100)
    case .date: return Day(number: Int32(clamping: try number(text, column))).iso
    case .flag:
      guard ["true", "false", "yes", "no"].contains(text) else {
        throw mistake("expected true or false, found '\(text)'")
      }
      return ["true", "yes"].contains(text) ? "true" : "false"
    }
  }

  /// A number that the column can hold, times its scale, or the number of a day.
  private func number(_ text: String, _ column: Int) throws -> Int {
    let bound = try bound(text, column)
    guard bound.lowerBound == bound.upperBound else {
      let decimals = schema.columns[column].kind == .integer ? "no decimals" : "two decimals"
      throw mistake(
        "column '\(schema.columns[column].name)' holds numbers with \(decimals), found '\(text)'")
    }
    return bound.lowerBound
  }

  /// The numbers of the column next to a number, below and above; one of them where it can hold the number.
  private func bound(_ text: String, _ column: Int) throws -> ClosedRange<Int> {
    let (kind, limit) = (schema.columns[column].kind, 1e15)
    switch kind {
    case .integer, .decimal:
      guard let number = Double(text), number.magnitude < limit else {
        throw mistake(
          "expected a number for column '\(schema.columns[column].name)', found '\(text)'")
      }
      let scaled = number * (kind == .decimal ? 100 : 1)
      // 1.1 is not written exactly in binary, and is 110 hundredths all the same.
      let nearest = scaled.rounded()
      if (scaled - nearest).magnitude < 1e-6 { return Int(nearest)...Int(nearest) }
      return Int(scaled.rounded(.down))...Int(scaled.rounded(.up))
    case .date:
      guard let day = Self.day(text) else {
        throw mistake("expected a day as YYYY-MM-DD, found '\(text)'")
      }
      return Int(day.number)...Int(day.number)
    case .text, .identifier, .flag:
      throw mistake(
        "column '\(schema.columns[column].name)' holds \(kind.rawValue) values, which are neither more nor less"
      )
    }
  }

  /// A day of either era.
  private static func day(_ text: String) -> Day? {
    guard let year = text.split(separator: "-").first.flatMap({ Int($0) }) else { return nil }
    return Day(iso: year > 2400 ? "\(year - 543)" + text.drop { $0 != "-" } : text)
  }

  private mutating func values() throws -> [String] {
    guard take("(") else { throw expected("'(' and the values behind 'in'") }
    var values = [try value()]
    while take(",") { values.append(try value()) }
    guard take(")") else { throw expected("',' or ')'") }
    return values
  }

  private mutating func value() throws -> String {
    guard next < words.count, words[next].isQuoted || !Self.isSign(words[next].text) else {
      throw expected("a value")
    }
    next += 1
    return words[next - 1].text
  }

  private mutating func column() throws -> Int {
    guard next < words.count, words[next].isQuoted || !Self.isSign(words[next].text) else {
      throw expected("a column")
    }
    let text = words[next].text
    guard let column = schema.index(calledBy: text) else {
      throw Settings(.word(text), at: settings.place).unknown(
        "column", among: schema.columns.map { $0.name })
    }
    next += 1
    return column
  }

  // MARK: Words

  private mutating func take(_ text: String) -> Bool {
    guard next < words.count, !words[next].isQuoted, words[next].text == text else { return false }
    next += 1
    return true
  }

  private static func isSign(_ text: String) -> Bool {
    signs.contains(text) || "(),".contains(text)
  }

  private static func words(of text: String, _ settings: Settings) throws -> [Word] {
    var words: [Word] = []
    var rest = text[...]
    while let first = rest.first {
      if first.isWhitespace {
        rest.removeFirst()
      } else if first == "'" || first == "\"" {
        rest.removeFirst()
        guard let end = rest.firstIndex(of: first) else {
          throw SettingsError("the quote \(first) is not closed", at: settings.place)
        }
        words.append(Word(text: String(rest[..<end]), isQuoted: true))
        rest = rest[rest.index(after: end)...]
      } else if let sign = (signs + ["(", ")", ","]).filter({ rest.hasPrefix($0) }).max(by: {
        $0.count < $1.count
      }) {
        words.append(Word(text: sign, isQuoted: false))
        rest = rest.dropFirst(sign.count)
      } else {
        let word = rest.prefix { !$0.isWhitespace && !"=!<>(),'\"".contains($0) }
        // A sign that stands for nothing, as a lone !, is a word of its own.
        words.append(Word(text: String(word.isEmpty ? rest.prefix(1) : word), isQuoted: false))
        rest = rest.dropFirst(max(1, word.count))
      }
    }
    return words
  }

  private func expected(_ what: String) -> SettingsError {
    mistake("expected \(what), found " + (next < words.count ? "'\(words[next].text)'" : "the end"))
  }

  private func mistake(_ what: String) -> SettingsError {
    SettingsError("in the condition: \(what)", at: settings.place)
  }
}

extension Schema {
  /// The column of a name, a label or a header, whichever a person calls it by.
  func index(calledBy word: String) -> Int? {
    index(of: word)
      ?? columns.firstIndex {
        $0.label.thai == word || $0.label.english == word || $0.headers.contains(word)
      }
  }
}
