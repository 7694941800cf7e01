internal import Tables

/// Finds what many findings have in common.
package struct CauseFinder: Sendable {
  /// The share of the rows that must break a rule.
  private let share: Double
  /// Below so many rows each is told by itself.
  private let fewestRows: Int
  /// The rules about the values of single rows, which mean nothing under the headers of others.
  private let valueRules: Set<Int>

  package init(share: Double, fewestRows: Int, valueRules: Set<Int>) {
    self.share = share
    self.fewestRows = fewestRows
    self.valueRules = valueRules
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
    return Causes(withMovedColumns(causes, material), findings: material.findings.count)
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

  // MARK: Columns that have moved

  /// Puts what is found in the values of a sheet under the cause that its columns have moved.
  ///
  /// It is no cause of its own then; what is found between rows is told all the same.
  private func withMovedColumns(_ causes: [Cause], _ material: Material) -> [Cause] {
    var moved = movedColumns(material)
    guard !moved.isEmpty else { return causes }
    for (index, place) in material.places.enumerated() {
      let sheet = Origin(input: place.origin.input, sheet: place.origin.sheet)
      guard place.origin.row > 0, valueRules.contains(material.findings.all[index].rule) else {
        continue
      }
      moved[sheet]?.consequences.append(index)
    }
    let others = causes.filter {
      moved[Origin(input: $0.input, sheet: $0.sheet)] == nil || !valueRules.contains($0.rule)
    }
    return (others + moved.values).sorted {
      ($0.input, $0.sheet, $0.rule, $0.column ?? -1, $0.school ?? -1)
        < ($1.input, $1.sheet, $1.rule, $1.column ?? -1, $1.school ?? -1)
    }
  }

  /// By sheet.
  private func movedColumns(_ material: Material) -> [Origin: Cause] {
    let rowCounts = RowCounts(material.linked)
    var causes: [Origin: Cause] = [:]
    for (index, place) in material.places.enumerated() where place.origin.row == 0 {
      let finding = material.findings.all[index]
      guard material.book[finding].tellsMovedCells else { continue }
      let rows = rowCounts.rows(input: place.origin.input, sheet: place.origin.sheet)
      causes[place.origin] = Cause(
        findings: [index], rule: finding.rule, column: nil, input: place.origin.input,
        sheet: place.origin.sheet, school: nil, rows: rows, outOf: rows, isOfSheet: true)
    }
    return causes
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
