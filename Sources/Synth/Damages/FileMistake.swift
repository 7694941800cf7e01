package import Tables

/// A mistake in every row of a list, of which a run speaks once.
package enum FileMistake: String, Sendable, CaseIterable {
  /// All birth dates have years of the Common Era.
  case commonEra = "birth-common-era"
  /// The blood groups were deleted, and all cells behind them moved to the left.
  case shifted = "columns-shifted"

  package var rule: String { rawValue }
  package var severity: Severity { self == .commonEra ? .warning : .error }
  package var column: StudentColumn? { self == .commonEra ? .birthDate : nil }

  package func apply(to row: inout Row, of registration: Registration) {
    switch self {
    case .commonEra:
      let birth = registration.person.birth.civil
      let day = "\(Digits.padded(birth.day, to: 2))/\(Digits.padded(birth.month, to: 2))"
      row[.birthDate] = "\(day)/\(birth.year)"
    case .shifted:
      let cells = (0..<row.count).map { String(decoding: row.cell($0), as: UTF8.self) }
      let blood = StudentColumn.blood.rawValue
      row = Row(cells[..<blood] + cells[(blood + 1)...] + [""])
    }
  }
}

extension Roll {
  /// Makes a mistake in the whole list; nothing else is planted in it.
  mutating func makeMistake(_ mistake: FileMistake) {
    self.mistake = mistake
    for row in registrations.indices { registrations[row].isReserved = true }
  }
}
