internal import Tables

/// Groups the findings of a run by school and row, so that a row shows all its reasons together.
struct WorklistMaker {
  private let material: Material

  init(_ material: Material) { self.material = material }

  /// One for each school that has something to correct, or has mended something; in the order of the
  /// schools.
  func worklists() -> [Worklist] {
    var told: [Int: [Origin: [Int]]] = [:]
    var shared: [Int: [Int: [Int]]] = [:]
    for (index, place) in material.places.enumerated() {
      guard let school = place.school else { continue }
      if let cause = material.causes.cause(of: index) {
        shared[school, default: [:]][cause, default: []].append(index)
      } else {
        told[school, default: [:]][place.origin, default: []].append(index)
      }
    }
    let mended = mended()
    return Set(told.keys).union(shared.keys).union(mended.keys).sorted().map { school in
      Worklist(
        school: school,
        causes: (shared[school] ?? [:]).sorted { $0.key < $1.key }.map {
          Worklist.SharedCause(cause: $0.key, findings: ofCauseItself($0.value, cause: $0.key))
        },
        rows: rows(told[school] ?? [:]), mended: mended[school] ?? [])
    }
  }

  /// Without the findings of other rules that follow from it.
  private func ofCauseItself(_ findings: [Int], cause: Int) -> [Int] {
    findings.filter { material.findings.all[$0].rule == material.causes.all[cause].rule }
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
