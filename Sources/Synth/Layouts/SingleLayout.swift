internal import Tables

/// All students of all schools in one CSV of 36 columns, made a few hundred schools at a time.
///
/// Memory does not grow with the number of students, but for the totals. Unless clean, two rows in a
/// hundred are duplicates and one in a hundred is damaged; duplicates lie within one batch.
package struct SingleLayout {
  /// Below the folder of inputs.
  private static let path = "dmc/students.csv"
  private static let format = FileFormat(
    container: .text(newline: "\n"), suffix: "csv", hasStamp: false)
  private static let rowsPerBatch = 20_000
  private static let findings = Damages.findings.filter { format.meets(Damages.all[$0].demand) }

  private let settings: SynthSettings
  private var office: Office
  private var next = 0
  private var batches = 0
  private var pairsPlanted = 0
  private var sheet = DelimitedSheet()
  private var truth = Truth()

  package init(_ settings: SynthSettings) {
    self.settings = settings
    office = Office(settings)
    _ = sheet.append(Row(StudentColumn.usual.map { $0.header }))
  }

  /// The register, which is known from the start.
  package var register: SyntheticFile { RegisterFile.make(office.schools) }

  /// The totals, once all batches were made.
  package var totals: SyntheticFile { truth.totalsFile }

  /// What is to be appended to the files for the next schools; nil after the last one.
  package mutating func nextBatch() -> [SyntheticFile]? {
    guard next < office.schools.count else { return nil }
    var rolls: [Roll] = []
    var rows = 0
    while next < office.schools.count, rows < Self.rowsPerBatch {
      rolls.append(office.roll(of: office.schools[next]))
      rows += rolls[rolls.count - 1].registrations.count
      next += 1
    }
    batches += 1
    let pairs = settings.isClean ? [] : plant(rows, in: &rolls)
    Keeper(stamps: rolls.map { _ in "" }).settle(pairs, in: &rolls)
    return write(rolls, pairs)
  }

  private mutating func plant(_ rows: Int, in rolls: inout [Roll]) -> [Pair] {
    var rooms = RoomPlanter(office.plantingGenerator(batches * 4 + 3))
    for mistake in RoomMistake.allCases { rooms.plant(mistake, times: rows / 4000, in: &rolls) }
    var planter = PairPlanter(
      settings, firstNumber: pairsPlanted + 1, using: office.plantingGenerator(batches * 4))
    for (kind, perThousand) in [
      (Pair.Kind.gCodeAndNumber, 1), (.collision, 1), (.sameSchool, 3),
      (.sameOffice, 15), (.slip, 1),
    ] {
      for _ in 0..<(rows * perThousand / 1000) { planter.plant(kind, in: &rolls) }
    }
    for index in rolls.indices { rolls[index].sort() }
    pairsPlanted += planter.pairs.count
    var damages = DamagePlanter(settings, using: office.plantingGenerator(batches * 4 + 1))
    damages.scatter(rows / 100, of: Self.findings, in: &rolls, formats: { _ in Self.format })
    damages.scatter(rows / 100, of: Damages.repaired, in: &rolls, formats: { _ in Self.format })
    return planter.pairs
  }

  private mutating func write(_ rolls: [Roll], _ pairs: [Pair]) -> [SyntheticFile] {
    var writer = RollWriter(
      settings, pairs: pairs, file: Self.path, stampDay: settings.asOf,
      using: office.plantingGenerator(batches * 4 + 2))
    for roll in rolls { writer.write(roll, to: &sheet, truth: &truth) }
    truth.closePairs()
    return [SyntheticFile(path: "input/" + Self.path, bytes: sheet.takeBytes())] + truth.takeFiles()
  }
}
