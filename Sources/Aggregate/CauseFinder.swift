internal import Tables

/// Finds what many findings have in common.
package struct CauseFinder: Sendable {
  /// The share of the rows that must break a rule.
  private let share: Double
  /// Below so many rows each is told by itself.
  private let fewestRows: Int

  package init(share: Double, fewestRows: Int) {
    self.share = share
    self.fewestRows = fewestRows
  }

  func causes(of material: Material) -> Causes {
    var rowCounts = RowCounts(material.linked)
    var causes: [Cause] = []
    for (key, findings) in groups(material) where findings.count >= fewestRows {
      if let cause = cause(
        key, findings, school: nil, outOf: rowCounts.rows(input: key.input, sheet: key.sheet),
        material)
      {
        causes.append(cause)
        continue
      }
      for (school, own) in bySchool(findings, material) where own.count >= fewestRows {
        let outOf = rowCounts.rows(input: key.input, sheet: key.sheet, school: school)
        if let cause = cause(key, own, school: school, outOf: outOf, material) {
          causes.append(cause)
        }
      }
    }
    return Causes(withConsequences(causes, material), findings: material.findings.count)
  }

  private func cause(
    _ key: Key, _ findings: [Int], school: Int?, outOf: Int, _ material: Material
  ) -> Cause? {
    let rows = Set(findings.map { material.places[$0].origin.row }).count
    guard rows >= fewestRows, Double(rows) >= share * Double(outOf) else { return nil }
    return Cause(
      findings: findings, rule: key.rule, column: key.column, input: key.input, sheet: key.sheet,
      school: school, rows: rows, outOf: max(rows, outOf))
  }

  // MARK: Groups

  /// What findings of one cause have in common.
  private struct Key: Hashable {
    let input: Int
    let sheet: Int
    let rule: Int
    let column: Int?

    static func precedes(_ left: Key, _ right: Key) -> Bool {
      (left.input, left.sheet, left.rule, left.column ?? -1)
        < (right.input, right.sheet, right.rule, right.column ?? -1)
    }
  }

  private func groups(_ material: Material) -> [(key: Key, findings: [Int])] {
    var groups: [Key: [Int]] = [:]
    for (index, place) in material.places.enumerated() where place.origin.row > 0 {
      let finding = material.findings.all[index]
      let key = Key(
        input: place.origin.input, sheet: place.origin.sheet, rule: finding.rule,
        column: finding.column)
      groups[key, default: []].append(index)
    }
    return groups.sorted { Key.precedes($0.key, $1.key) }.map { ($0.key, $0.value) }
  }

  private func bySchool(_ findings: [Int], _ material: Material) -> [(school: Int, own: [Int])] {
    var groups: [Int: [Int]] = [:]
    for finding in findings {
      guard let school = material.places[finding].school else { continue }
      groups[school, default: []].append(finding)
    }
    return groups.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  // MARK: Consequences

  /// Where the cells of a whole sheet have moved, whatever else is found in its rows follows from that.
  private func withConsequences(_ causes: [Cause], _ material: Material) -> [Cause] {
    let rules = material.book.rules
    let moved =
      wholeSheets(material) + causes.filter { $0.school == nil && rules[$0.rule].tellsMovedCells }
    guard !moved.isEmpty else { return causes }
    var result = causes.filter { cause in
      !moved.contains { $0.input == cause.input && $0.sheet == cause.sheet }
    }
    var first: [Origin: Int] = [:]
    for cause in moved {
      let sheet = Origin(input: cause.input, sheet: cause.sheet)
      // Rows too long and rows too short may both be many; one cause tells them.
      if first[sheet] == nil {
        first[sheet] = result.count
        result.append(cause)
      }
    }
    let own = Set(result.flatMap { $0.findings })
    let rows = Set(moved.flatMap { $0.findings }.map { material.places[$0].origin })
    for (index, place) in material.places.enumerated() where place.origin.row > 0 {
      let sheet = Origin(input: place.origin.input, sheet: place.origin.sheet)
      guard let cause = first[sheet], !own.contains(index),
        rows.contains(sheet) || rows.contains(place.origin)
      else { continue }
      result[cause].consequences.append(index)
    }
    return result.sorted { ($0.input, $0.sheet, $0.rule) < ($1.input, $1.sheet, $1.rule) }
  }
}

extension CauseFinder {
  /// Findings about a whole sheet whose cells have moved, each a cause by itself.
  private func wholeSheets(_ material: Material) -> [Cause] {
    let rowCounts = RowCounts(material.linked)
    return zip(material.findings.all, material.places).enumerated().compactMap { index, found in
      let (finding, place) = found
      guard place.origin.row == 0, material.book[finding].tellsMovedCells else { return nil }
      let rows = rowCounts.rows(input: place.origin.input, sheet: place.origin.sheet)
      return Cause(
        findings: [index], rule: finding.rule, column: nil, input: place.origin.input,
        sheet: place.origin.sheet, school: nil, rows: rows, outOf: rows)
    }
  }
}

/// How many accepted rows the sheets have, and the schools in them.
private struct RowCounts {
  private struct Key: Hashable {
    let input: Int
    let sheet: Int
    let school: Int
  }

  private let linked: LinkedTables
  private var ofSheets: [Origin: Int] = [:]
  /// By dataset, made when it is first asked for.
  private var ofSchools: [Int: [Key: Int]] = [:]

  init(_ linked: LinkedTables) {
    self.linked = linked
    for entry in linked.clean.ledger.entries {
      ofSheets[Origin(input: entry.input, sheet: entry.sheet), default: 0] += entry.accepted
    }
  }

  func rows(input: Int, sheet: Int) -> Int { ofSheets[Origin(input: input, sheet: sheet)] ?? 0 }

  mutating func rows(input: Int, sheet: Int, school: Int) -> Int {
    guard let dataset = linked.clean.index(of: linked.clean.inputs[input].dataset) else { return 0 }
    let counts = ofSchools[dataset] ?? count(dataset)
    ofSchools[dataset] = counts
    return counts[Key(input: input, sheet: sheet, school: school)] ?? 0
  }

  private func count(_ dataset: Int) -> [Key: Int] {
    let table = linked.clean.tables[dataset]
    var counts: [Key: Int] = [:]
    for (row, school) in linked.links[dataset].schools.enumerated() where table.accepted[row] {
      guard let school else { continue }
      let origin = table.raw.origins[row]
      counts[Key(input: origin.input, sheet: origin.sheet, school: Int(school)), default: 0] += 1
    }
    return counts
  }
}
