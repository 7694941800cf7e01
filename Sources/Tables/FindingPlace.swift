/// Where a finding stands: in its file, in its table, and at its school.
package struct FindingPlace: Sendable {
  package let origin: Origin
  /// The table and its row, when the finding concerns a row that is in a table.
  package let row: (dataset: Int, row: Int)?
  /// The place of the school in `LinkedTables.schools`.
  package let school: Int?
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
      guard let dataset = clean.index(of: name),
        let row = clean.tables[dataset].raw.origins.row(at: origin)
      else { return FindingPlace(origin: origin, row: nil, school: nil) }
      return FindingPlace(
        origin: origin, row: (dataset, row), school: links[dataset].schools[row].map { Int($0) })
    }
  }
}
