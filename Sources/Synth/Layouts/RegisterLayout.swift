internal import Tables

/// A register for the matcher: one CSV of 36 columns with a truth about every row.
///
/// Children are registered twice with all that clerks do to a second entry, and beside them stand those
/// that look like duplicates and are none: twins, brothers and sisters, namesakes, and two children with one
/// number. Schools are made a few dozen at a time, so that memory does not grow with their number; a child
/// that is entered in another office waits until that office is reached.
package struct RegisterLayout {
  /// Below the folder of inputs.
  private static let path = "dmc/students.csv"
  private static let rowsPerBatch = 20_000

  private let settings: SynthSettings
  private let office: Office
  private var enrolment: Enrolment
  private var registrar: Registrar
  private var truth = RegisterTruth(file: Self.path)
  private var sheet = DelimitedSheet()
  private var next = 0
  private var batches = 0
  private var row = Row()

  /// Most schools are of one office, where they are not enough for several.
  package init(_ settings: SynthSettings) {
    self.settings = settings
    let perOffice = max(1, min(SyntheticSchool.schoolsPerOffice, settings.schools * 9 / 10))
    office = Office(settings, schoolsPerOffice: perOffice)
    enrolment = Enrolment(settings)
    registrar = Registrar(settings, lastOffice: office.schools.last?.officeCode ?? "")
    _ = sheet.append(Row(StudentColumn.usual.map { $0.header }))
  }

  /// The register of schools, which is known from the start.
  package var register: SyntheticFile { RegisterFile.make(office.schools) }

  /// What is to be appended to the files for the next schools; nil after the last one.
  package mutating func nextBatch() -> [SyntheticFile]? {
    guard next < office.schools.count else { return nil }
    let first = next
    var rows = 0
    while next < office.schools.count, rows < Self.rowsPerBatch {
      rows += office.sizes[next]
      next += 1
    }
    batches += 1
    var generator = office.plantingGenerator(batches)
    var batch = RegisterBatch(
      Array(office.schools[first..<next]), settings: settings, using: &generator)
    for place in batch.schools.indices {
      enrolment.fill(
        place, of: &batch, pupils: office.sizes[batch.schools[place].index], using: &generator)
    }
    batch.shareRooms()
    registrar.enterAgain(
      &batch, identities: &enrolment.births.offices, truth: &truth, using: generator.fork(1))
    return write(batch)
  }

  private mutating func write(_ batch: RegisterBatch) -> [SyntheticFile] {
    let rows = batch.schools.map { EntryRow(school: $0, asOf: settings.asOf) }
    let first = batch.schools[0].index
    for index in batch.order {
      let entry = batch[index]
      rows[entry.school - first].write(entry, into: &row)
      truth.add(entry, row: sheet.append(row))
    }
    return [SyntheticFile(path: "input/" + Self.path, bytes: sheet.takeBytes())] + truth.takeFiles()
  }
}
