internal import Tables

extension Material {
  /// Where a finding stands, by its place among all.
  func place(ofFinding finding: Int) -> FigureTrace.Place {
    let place = places[finding]
    return place.row.map { .row(RowReference(dataset: $0.dataset, row: $0.row)) }
      ?? .input(place.origin)
  }

  /// The places of some findings among all.
  func findings(where isWanted: (Finding, FindingPlace) -> Bool) -> [Int] {
    places.indices.filter { isWanted(findings.all[$0], places[$0]) }
  }

  /// A line for each of some findings: what a sum of them grows by when the finding is added.
  func lines(
    of findings: some Sequence<Int>, growing sum: (FindingTally) -> Int
  ) -> [FigureTrace.Line] {
    var tally = FindingTally()
    return findings.map { finding in
      let before = sum(tally)
      add(finding, to: &tally)
      return FigureTrace.Line(.value, place(ofFinding: finding), sum(tally) - before)
    }
  }
}
