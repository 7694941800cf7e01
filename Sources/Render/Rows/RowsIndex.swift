internal import Tables

/// Where the accepted rows of each school stand, and what was found in each row.
///
/// Made once for all pages of a run; O(rows + findings).
struct RowsIndex: Sendable {
  /// Numbers in groups that follow each other in one array.
  private struct Groups: Sendable {
    private var ends: [Int32]
    private var members: [Int32]

    /// `pairs` calls its argument with a group and a member, twice in the same order.
    init(count: Int, _ pairs: ((_ group: Int, _ member: Int) -> Void) -> Void) {
      var ends = [Int32](repeating: 0, count: count + 1)
      pairs { group, _ in ends[group + 1] += 1 }
      for group in 0..<count { ends[group + 1] += ends[group] }
      var members = [Int32](repeating: 0, count: Int(ends[count]))
      pairs { group, member in
        members[Int(ends[group])] = Int32(member)
        ends[group] += 1
      }
      self.ends = ends
      self.members = members
    }

    subscript(group: Int) -> ArraySlice<Int32> {
      members[(group == 0 ? 0 : Int(ends[group - 1]))..<Int(ends[group])]
    }
  }

  /// Rows by school, for each dataset that is shown; those of no school stand last.
  private let rows: [Int: Groups]
  /// Findings by row.
  private let findings: [Int: Groups]
  private let schools: Int
  /// The values of the datasets as the schools may see them.
  private let cells: [Int: RowCells]

  /// `cells` are made for the datasets that are shown to schools.
  init(_ figures: Figures, datasets: Set<Int>, cells: [Int: RowCells]) {
    self.cells = cells
    let linked = figures.linked
    let schools = linked.schools.count
    self.schools = schools
    let places = figures.found.findings.all.map { linked.place(of: $0).row }
    var (rows, findings): ([Int: Groups], [Int: Groups]) = ([:], [:])
    for dataset in datasets {
      let (table, links) = (linked.clean.tables[dataset], linked.links[dataset])
      rows[dataset] = Groups(count: schools + 1) { add in
        for row in 0..<table.count where table.accepted[row] {
          add(links.schools[row].map { Int($0) } ?? schools, row)
        }
      }
      findings[dataset] = Groups(count: table.count) { add in
        for (finding, place) in places.enumerated() {
          if let place, place.dataset == dataset { add(place.row, finding) }
        }
      }
    }
    self.rows = rows
    self.findings = findings
  }

  func cells(of dataset: Int, for audience: Audience) -> RowCells? {
    audience == .school ? cells[dataset] : nil
  }

  /// In the order of the files.
  func rows(of school: Int, in dataset: Int) -> ArraySlice<Int32> { rows[dataset]?[school] ?? [] }

  /// All accepted rows, in the order of the schools.
  func rows(in dataset: Int) -> [Int32] {
    (0...schools).flatMap { rows[dataset]?[$0] ?? [] }
  }

  func findings(in row: Int, of dataset: Int) -> ArraySlice<Int32> {
    findings[dataset]?[row] ?? []
  }
}
