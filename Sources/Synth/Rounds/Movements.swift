/// What became of every child between two rounds, as lines of CSV.
struct Movements: Sendable {
  private var lines = Lines(
    header: "from,to,person,movement,school_from,school_to,grade_from,grade_to,step,identity")
  private let codes: [String]

  init(_ schools: [SyntheticSchool]) { codes = schools.map { $0.code } }

  var file: SyntheticFile { SyntheticFile(path: "truth/movements.csv", bytes: lines.bytes) }

  /// Adds a line for each child of either round; both come in the order of the children's numbers.
  mutating func add(
    _ earlier: [Presence], _ later: [Presence], from: SynthSettings, to: SynthSettings
  ) {
    var (left, right) = (earlier[...], later[...])
    while let person = [left.first, right.first].compactMap({ $0?.person }).min() {
      let before = left.first?.person == person ? left.popFirst() : nil
      let after = right.first?.person == person ? right.popFirst() : nil
      let isNewYear = from.year != to.year
      let cells =
        [from.name, to.name, String(person)]
        + [Self.movement(before, after, isNewYear: isNewYear)]
        + [before, after].map { $0.map { codes[$0.school] } ?? "" }
        + [before, after].map { $0?.grade.text ?? "" }
        + Self.changes(before, after, isNewYear: isNewYear)
      lines.append(cells.joined(separator: ","))
    }
  }

  private static func movement(
    _ before: Presence?, _ after: Presence?, isNewYear: Bool
  ) -> String {
    guard let before else { return "joined" }
    guard let after else {
      return isNewYear && Grade.ends.contains(before.grade) ? "graduated" : "left"
    }
    return before.school == after.school ? "stayed" : "moved"
  }

  /// The step and the identity; both are empty where a child is not in both rounds.
  private static func changes(
    _ before: Presence?, _ after: Presence?, isNewYear: Bool
  ) -> [String] {
    guard let before, let after else { return ["", ""] }
    let step =
      switch after.grade.place - before.grade.place {
      case 0: isNewYear ? "repeated" : "same"
      case 1 where isNewYear: "promoted"
      default: "other"
      }
    return [step, identity(before, after)]
  }

  private static func identity(_ before: Presence, _ after: Presence) -> String {
    var changes: [String] = []
    if before.identity != after.identity {
      if case .gCode = before.identity {
        changes.append("g-code-to-number")
      } else {
        changes.append("number-changed")
      }
    }
    if before.given != after.given { changes.append("given-name-changed") }
    if before.surname != after.surname { changes.append("surname-changed") }
    return changes.isEmpty ? "same" : changes.joined(separator: "+")
  }
}

extension Grade {
  /// The last grades of a level: ป.6, ม.3 and ม.6.
  fileprivate static let ends = [Grade.primary6, .lower3, .last]
}
