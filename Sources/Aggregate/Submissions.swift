internal import Tables

/// Which schools have handed in rows, which an empty list, and which nothing.
///
/// A school without rows has submitted when a file without rows carries its code in its name; an
/// unconfirmed school and a school with no pupils are two different things.
struct Submissions {
  enum State {
    case submitted, withoutPupils, notSubmitted
    /// Not in the register; only rows name it.
    case unregistered
  }

  /// In the order of the schools.
  let states: [State]

  init(_ linked: LinkedTables, dataset: String) {
    var hasRows = [Bool](repeating: false, count: linked.schools.count)
    if let index = linked.clean.index(of: dataset) {
      for school in linked.links[index].schools {
        if let school { hasRows[Int(school)] = true }
      }
    }
    let clean = linked.clean
    let names = clean.inputs.indices
      .filter { clean.inputs[$0].dataset == dataset && clean.inputs[$0].refusal == nil }
      .filter { input in clean.ledger.entries.allSatisfy { $0.input != input || $0.accepted == 0 } }
      .map { Self.numbers(in: clean.inputs[$0].path) }
    states = zip(linked.schools, hasRows).map { school, hasRows in
      if school.registerRow == nil { return .unregistered }
      if hasRows { return .submitted }
      return names.contains { $0.contains(school.code) } ? .withoutPupils : .notSubmitted
    }
  }

  func count(_ state: State) -> Int { states.count { $0 == state } }

  private static func numbers(in path: String) -> Set<String> {
    Set(path.split { !$0.isASCII || !$0.isNumber }.map { String($0) })
  }
}
