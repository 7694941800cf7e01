internal import Tables

/// One comparison of a column with values.
struct ColumnComparison: Sendable {
  enum Test: Sendable {
    case present(Bool)
    /// Clean values as texts.
    case oneOf([String])
    case starts(String)
    /// Numbers times the column's scale, or the numbers of days.
    case range(Range<Int>)
  }

  let column: Int
  let test: Test

  /// A verdict for every row; the work is done once for each distinct value.
  func verdicts(on table: CleanTable) -> [UInt8] {
    let column = table.columns[column]
    if case .identifier(let identifiers) = column.values { return verdicts(on: identifiers) }
    guard let codes = column.codes else { return [] }
    let known = verdicts(on: column)
    var verdicts: [UInt8] = []
    verdicts.reserveCapacity(codes.count)
    codes.forEach { _, code in verdicts.append(known[Int(code)]) }
    return verdicts
  }

  /// Every identifier is another one, so each is compared as the number that it is kept as.
  private func verdicts(on identifiers: CleanIdentifierColumn) -> [UInt8] {
    let texts = (0..<identifiers.texts.count).map {
      verdict(on: identifiers.texts.string(of: UInt32($0)))
    }
    let packed = PackedTest(test)
    return (0..<identifiers.count).map { row in
      let word = identifiers[row]
      if word.isOther { return texts[Int(word.value)] }
      if !word.isDigits, !word.isGCode { return verdict(on: "") }
      return packed.holds(word) ? RowCondition.Verdict.holds : RowCondition.Verdict.breaks
    }
  }

  /// A verdict for every raw code.
  private func verdicts(on column: CleanColumn) -> [UInt8] {
    switch column.values {
    case .text(let text):
      let own = (0..<text.dictionary.count).map {
        verdict(on: text.dictionary.string(of: UInt32($0)))
      }
      return text.meaning.map { own[Int($0)] }
    case .number(let numbers):
      return numbers.values.enumerated().map { code, value in
        verdict(numbers.missing[code] ? nil : value) {
          FixedPoint.text(value, scale: numbers.scale)
        }
      }
    case .date(let dates):
      return dates.days.enumerated().map { code, day in
        verdict(dates.missing[code] ? nil : Int(day.number)) { day.iso }
      }
    case .flag(let flags):
      return (0..<flags.flags.count).map { code in
        verdict(on: flags.missing[code] ? "" : flags.flags[code] ? "true" : "false")
      }
    case .identifier: return []
    }
  }

  private func verdict(_ number: Int?, _ text: () -> String) -> UInt8 {
    guard let number, case .range(let range) = test else {
      return verdict(on: number == nil ? "" : text())
    }
    return range.contains(number) ? RowCondition.Verdict.holds : RowCondition.Verdict.breaks
  }

  private func verdict(on text: String) -> UInt8 {
    let holds: Bool
    switch test {
    case .present(let isWanted): holds = text.isEmpty != isWanted
    case _ where text.isEmpty: return RowCondition.Verdict.silent
    case .oneOf(let values): holds = values.contains(text)
    // By bytes: a Thai consonant and the vowel above it are one character, and begin with the consonant.
    case .starts(let start): holds = text.utf8.starts(with: start.utf8)
    case .range: return RowCondition.Verdict.silent
    }
    return holds ? RowCondition.Verdict.holds : RowCondition.Verdict.breaks
  }
}

/// A test of identifiers that are kept as numbers.
private enum PackedTest {
  case all
  case none
  case oneOf(Set<PackedIdentifier>)
  /// Identifiers of a form whose first digits are these.
  case starts(PackedIdentifier)
  /// Any G-code.
  case gCodes

  init(_ test: ColumnComparison.Test) {
    switch test {
    case .present(let isWanted): self = isWanted ? .all : .none
    case .oneOf(let values): self = .oneOf(Set(values.compactMap { PackedIdentifier($0) }))
    case .starts(""): self = .all
    case .starts("G"): self = .gCodes
    case .starts(let start): self = PackedIdentifier(start).map { .starts($0) } ?? .none
    case .range: self = .none
    }
  }

  /// Whether an identifier of digits, or of G and digits, holds it.
  func holds(_ word: PackedIdentifier) -> Bool {
    switch self {
    case .all: return true
    case .none: return false
    case .oneOf(let words): return words.contains(word)
    case .gCodes: return word.isGCode
    case .starts(let start):
      let further = word.length - start.length
      guard word.form == start.form, further >= 0 else { return false }
      return word.value / Self.powers[further] == start.value
    }
  }

  private static let powers = (0..<16).map { exponent in
    (0..<exponent).reduce(UInt64(1)) { power, _ in power * 10 }
  }
}
