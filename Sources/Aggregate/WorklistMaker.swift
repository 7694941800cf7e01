internal import Tables

/// Groups the findings of a run by school and row, so that a row shows all its reasons together.
struct WorklistMaker {
  private let material: Material

  init(_ material: Material) { self.material = material }

  /// One for each school that has something to correct, or has explained or mended something; in the order
  /// of the schools.
  func worklists() -> [Worklist] {
    var told: [Int: [Origin: [Int]]] = [:]
    var explained: [Int: [Origin: [Int]]] = [:]
    var shared: [Int: [Int: [Int]]] = [:]
    for (index, place) in material.places.enumerated() {
      guard let school = place.school else { continue }
      if let cause = material.causes.cause(of: index) {
        shared[school, default: [:]][cause, default: []].append(index)
      } else if material.answers.isExplained(index) {
        explained[school, default: [:]][place.origin, default: []].append(index)
      } else {
        told[school, default: [:]][place.origin, default: []].append(index)
      }
    }
    var causes = shared.mapValues { $0.compactMap { self.cause($0.key, $0.value) } }
    for (school, cause) in sheetCauses(shared) { causes[school, default: []].append(cause) }
    let mended = mended()
    let schools = Set(told.keys).union(causes.keys).union(explained.keys).union(mended.keys)
    return schools.sorted().map { school in
      Worklist(
        school: school, causes: (causes[school] ?? []).sorted { $0.cause < $1.cause },
        rows: rows(told[school] ?? [:]), explained: rows(explained[school] ?? [:]),
        mended: mended[school] ?? [])
    }
  }

  /// What a school's findings of one cause are told as; nil for a cause of the whole sheet.
  private func cause(_ index: Int, _ findings: [Int]) -> Worklist.SharedCause? {
    let cause = material.causes.all[index]
    guard !cause.isOfSheet, let first = findings.first else { return nil }
    let rows = Set(findings.map { material.places[$0].origin.row }).sorted()
    return Worklist.SharedCause(cause: index, first: first, rows: rows, consequences: 0)
  }

  /// The causes of whole sheets, for every school that has rows there.
  private func sheetCauses(_ shared: [Int: [Int: [Int]]]) -> [(school: Int, Worklist.SharedCause)] {
    let linked = material.linked
    return material.causes.all.enumerated().filter { $0.element.isOfSheet }.flatMap {
      index, cause in
      guard let dataset = linked.clean.index(of: linked.clean.inputs[cause.input].dataset) else {
        return [(school: Int, Worklist.SharedCause)]()
      }
      let table = linked.clean.tables[dataset]
      let sheet = Origin(input: cause.input, sheet: cause.sheet)
      var rows: [Int: [Int]] = [:]
      for row in table.raw.origins.rows(besides: sheet) where table.accepted[row] {
        guard let school = linked.links[dataset].schools[row] else { continue }
        rows[Int(school), default: []].append(table.raw.origins[row].row)
      }
      return rows.sorted { $0.key < $1.key }.map { school, rows in
        (
          school,
          Worklist.SharedCause(
            cause: index, first: cause.findings[0], rows: rows,
            consequences: shared[school]?[index]?.count { $0 != cause.findings[0] } ?? 0)
        )
      }
    }
  }

  private func rows(_ findings: [Origin: [Int]]) -> [Worklist.Row] {
    findings.values
      .map { own in
        own.sorted { (severity($0), $0) < (severity($1), $1) }
      }
      .sorted { left, right in
        (count(right, .error), count(right, .warning), origin(left))
          < (count(left, .error), count(left, .warning), origin(right))
      }
      .map { Worklist.Row(place: material.places[$0[0]], findings: $0) }
  }

  private func severity(_ finding: Int) -> Severity {
    material.book[material.findings.all[finding]].severity
  }

  private func count(_ findings: [Int], _ wanted: Severity) -> Int {
    findings.count { severity($0) == wanted }
  }

  private func origin(_ findings: [Int]) -> Origin { material.places[findings[0]].origin }

  private func mended() -> [Int: [Progress.Mended]] {
    guard let mended = material.progress?.mended, !mended.isEmpty else { return [:] }
    let places = Dictionary(
      material.linked.schools.enumerated().map { ($0.element.code, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    return Dictionary(grouping: mended.filter { places[$0.school] != nil }) {
      places[$0.school] ?? -1
    }
  }
}
