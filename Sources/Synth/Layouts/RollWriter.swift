package import Tables

/// Writes the rows of a roll into a sheet, and the truth about them.
package struct RollWriter: Sendable {
  private let settings: SynthSettings
  private let pairs: [Pair]
  private let file: String
  private let stampDay: Day
  private let hasSkills: Bool
  private let prefix: [UInt8]
  private var generator: SeededGenerator
  private var row = Row()

  /// The file is given by its path below the folder of inputs.
  package init(
    _ settings: SynthSettings, pairs: [Pair], file: String, stampDay: Day,
    hasSkills: Bool = false, using generator: SeededGenerator
  ) {
    self.settings = settings
    self.pairs = pairs
    self.file = file
    self.stampDay = stampDay
    self.hasSkills = hasSkills
    self.generator = generator
    prefix = Array("\(file),".utf8)
  }

  /// Writes the pupils, and after some of them, counted from 1, a row of no or of empty cells.
  package mutating func write(
    _ roll: Roll, blanksAfter: [Int: Row] = [:], to sheet: inout some Sheet, truth: inout Truth
  ) {
    let student = StudentRow(
      school: roll.school, stampDay: stampDay, asOf: settings.asOf, hasSkills: hasSkills)
    if let mistake = roll.mistake { truth.expect(mistake, file: file, sheet: sheet.name) }
    let school = Int(roll.school.code) ?? 0
    for (index, registration) in roll.registrations.enumerated() {
      student.write(registration, into: &row)
      roll.mistake?.apply(to: &row, of: registration)
      var counted: CountKey? = CountKey(
        school: school, grade: registration.grade, sex: registration.person.sex)
      let damage = registration.damage.map { Damages.all[$0] }
      if let damage { counted = apply(damage, registration, roll.school, counted) }
      let number = sheet.append(row)
      let place = RowPlace(file: file, sheet: sheet.name, row: number, prefix: prefix)
      if let counted { truth.count(counted, registration, at: place) }
      if let damage { Self.expect(damage, at: place, in: &truth) }
      if let pair = registration.pair { truth.link(pairs[pair], at: place) }
      if let mistake = registration.roomMistake {
        truth.expect(mistake.rawValue, .warning, at: place, column: StudentColumn.room.name)
      }
      if let blank = blanksAfter[index + 1] { _ = sheet.append(blank) }
    }
  }

  private mutating func apply(
    _ damage: Damage, _ registration: Registration, _ school: SyntheticSchool, _ counted: CountKey?
  ) -> CountKey? {
    var damaged = DamagedRow(
      row: row, counted: counted, registration: registration, school: school)
    damage.apply(to: &damaged, using: &generator)
    row = damaged.row
    return damaged.counted
  }

  private static func expect(_ damage: Damage, at place: RowPlace, in truth: inout Truth) {
    switch damage.outcome {
    case .finding(let severity, let column):
      truth.expect(damage.name, severity, at: place, column: column?.name ?? "")
    case .repaired:
      truth.expectRepair(damage.name, at: place)
    }
  }
}
