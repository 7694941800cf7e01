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
    guard let codes = column.codes else {
      return (0..<table.count).map { verdict(on: column.string($0)) }
    }
    let known = verdicts(on: column)
    var verdicts: [UInt8] = []
    verdicts.reserveCapacity(codes.count)
    codes.forEach { _, code in verdicts.append(known[Int(code)]) }
    return verdicts
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
    case .starts(let start): holds = text.hasPrefix(start)
    case .range: return RowCondition.Verdict.silent
    }
    return holds ? RowCondition.Verdict.holds : RowCondition.Verdict.breaks
  }
}
