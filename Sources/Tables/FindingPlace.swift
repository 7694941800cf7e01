/// Where a finding stands: in its file, in its table, and at its school.
package struct FindingPlace: Sendable {
  package let origin: Origin
  /// The table and its row, when the finding concerns a row that is in a table.
  package let row: (dataset: Int, row: Int)?
  /// The place of the school in `LinkedTables.schools`.
  package let school: Int?

  package init(origin: Origin, row: (dataset: Int, row: Int)?, school: Int?) {
    self.origin = origin
    self.row = row
    self.school = school
  }
}

extension LinkedTables {
  /// Walks a finding back to its file and forward to its school.
  package func place(of finding: Finding) -> FindingPlace {
    switch finding.subject {
    case .row(let dataset, let row):
      return FindingPlace(
        origin: clean.tables[dataset].raw.origins[row], row: (dataset, row),
        school: links[dataset].schools[row].map { Int($0) })
    case .input(let origin):
      let name = clean.inputs[origin.input].dataset
      guard let dataset = clean.index(of: name) else {
        return FindingPlace(origin: origin, row: nil, school: nil)
      }
      guard let row = clean.tables[dataset].raw.origins.row(at: origin) else {
        return FindingPlace(origin: origin, row: nil, school: school(around: origin, dataset))
      }
      return FindingPlace(
        origin: origin, row: (dataset, row), school: links[dataset].schools[row].map { Int($0) })
    }
  }

  /// The school of a sheet, or of a row below its first that is in no table, such as one of totals: that
  /// of the sheet's first and last row, if they are of one.
  private func school(around origin: Origin, _ dataset: Int) -> Int? {
    let origins = clean.tables[dataset].raw.origins
    let schools = links[dataset].schools
    let rows = origins.rows(besides: origin)
    guard let first = rows.first, let last = rows.last, origin.row == 0 || origins[first] < origin,
      schools[first] == schools[last]
    else { return nil }
    return schools[first].map { Int($0) }
  }
}
