internal import Tables

/// An area office as its files lie in a folder: a list a school, in all formats that are seen.
///
/// Nearly every kind of damage is planted one to three times, and pairs of every kind. Two files have one
/// mistake in all rows. The last school but one has a file without pupils, the last one no file.
package struct OfficeLayout {
  private static let schoolsWithoutPupils = 2

  private let settings: SynthSettings
  private var office: Office
  private var rolls: [Roll] = []
  private let files: OfficeFiles
  private var pairs: [Pair] = []
  private var truth = Truth()

  /// All files of the round: inputs below `input/`, the truth below `truth/`.
  package static func make(_ settings: SynthSettings) -> [SyntheticFile] {
    var layout = OfficeLayout(settings)
    if !settings.isClean { layout.plant() }
    Keeper(stamps: layout.files.stamps).settle(layout.pairs, in: &layout.rolls)
    return layout.write()
  }

  private init(_ settings: SynthSettings) {
    self.settings = settings
    office = Office(settings, empty: Self.emptySchools(settings))
    let schools = Array(office.schools.dropLast(Self.emptySchools(settings)))
    files = OfficeFiles(schools, settings: settings)
    for school in schools { rolls.append(office.roll(of: school)) }
  }

  private static func emptySchools(_ settings: SynthSettings) -> Int {
    settings.isClean || settings.schools < 6 ? 0 : schoolsWithoutPupils
  }

  private mutating func plant() {
    plantFileMistakes()
    plantRoomMistakes()
    plantPairs()
    plantDamages()
  }

  /// Each in a file with one school of enough pupils; a small office has none.
  private mutating func plantFileMistakes() {
    guard Self.emptySchools(settings) > 0 else { return }
    var generator = office.plantingGenerator(5)
    var mistakes = FileMistake.allCases
    let formats = files.formats
    for index in rolls.indices.shuffled(by: &generator) where !mistakes.isEmpty {
      let format = formats[index]
      guard 40...120 ~= rolls[index].registrations.count, !format.holdsTwoSchools,
        !format.hasDayCells
      else { continue }
      rolls[index].makeMistake(mistakes.removeLast())
    }
  }

  private mutating func plantRoomMistakes() {
    var planter = RoomPlanter(office.plantingGenerator(1))
    for mistake in RoomMistake.allCases { planter.plant(mistake, times: 3, in: &rolls) }
  }

  private mutating func plantPairs() {
    var planter = PairPlanter(settings, firstNumber: 1, using: office.plantingGenerator(2))
    let counts: [(Pair.Kind, Int)] = [
      (.gCodeAndNumber, 2), (.collision, 3), (.sameSchool, 4), (.sameOffice, 8), (.slip, 2),
    ]
    for (kind, count) in counts {
      for _ in 0..<count { planter.plant(kind, in: &rolls) }
    }
    pairs = planter.pairs
    for index in rolls.indices { rolls[index].sort() }
  }

  private mutating func plantDamages() {
    var generator = office.plantingGenerator(3)
    var planter = DamagePlanter(settings, using: office.plantingGenerator(4))
    let formats = files.formats
    for damage in Damages.all.indices {
      for _ in 0..<generator.within(1...3) {
        planter.plant(damage, in: &rolls, formats: { formats[$0] })
      }
    }
  }

  private mutating func write() -> [SyntheticFile] {
    var made: [SyntheticFile] = []
    for (index, file) in files.files.enumerated() {
      made.append(
        file.make(
          Array(rolls[files.parts[index]]), pairs: pairs, settings: settings,
          using: office.plantingGenerator(100 + index), truth: &truth))
    }
    made += writeEmptySchools()
    made.append(RegisterFile.make(office.schools))
    return made + writeTruth()
  }

  private mutating func writeEmptySchools() -> [SyntheticFile] {
    guard Self.emptySchools(settings) > 0 else { return [] }
    let schools = Array(office.schools.suffix(Self.schoolsWithoutPupils))
    let column = StudentColumn.schoolCode.name
    truth.expect(
      "school-no-pupils", .warning, at: RegisterFile.place(of: schools[0]), column: column)
    truth.expect("school-no-rows", .error, at: RegisterFile.place(of: schools[1]), column: column)
    let file = StudentFile(
      .noPupils, schools: [schools[0]], number: files.files.count, settings: settings)
    return [
      file.make(
        [], pairs: pairs, settings: settings, using: office.plantingGenerator(99), truth: &truth)
    ]
  }

  private mutating func writeTruth() -> [SyntheticFile] {
    truth.closePairs()
    return truth.takeFiles() + [truth.totalsFile]
  }
}

extension Collection {
  /// The elements in an order that the generator throws (Fisher and Yates).
  fileprivate func shuffled(by generator: inout SeededGenerator) -> [Element] {
    var all = Array(self)
    for last in all.indices.dropFirst().reversed() {
      all.swapAt(last, generator.below(last + 1))
    }
    return all
  }
}
