internal import Tables

/// Two rounds that follow each other, each with what became of its persons.
struct MovementSides {
  struct Side {
    /// The place of the dataset among the tables.
    let place: Int
    let movements: Movements

    /// How many persons each kind has.
    var counts: [Int] { counts(by: nil, of: 1)[0] }

    /// The same for each member of a dimension.
    func counts(by places: [Int32]?, of size: Int) -> [[Int]] {
      var counts = [[Int]](
        repeating: Array(repeating: 0, count: Movement.Kind.allCases.count), count: size)
      for row in 0..<movements.count {
        guard let kind = movements.kind(of: row) else { continue }
        counts[places.map { Int($0[row]) } ?? 0][Int(kind.rawValue)] += 1
      }
      return counts
    }

    func both(_ row: Int) -> Both? {
      guard let movement = movements[row], let step = movement.step,
        let identity = movement.identity
      else { return nil }
      return Both(step: step, identity: identity)
    }
  }

  struct Both: Hashable {
    let step: Movement.Step
    let identity: Movement.Identity
  }

  struct Flow: Hashable, Comparable {
    let from: Int32
    let to: Int32

    static func < (left: Flow, right: Flow) -> Bool {
      (left.from, left.to) < (right.from, right.to)
    }
  }

  let now: Side
  let before: Side

  /// From either of the two datasets; nil when its persons are not followed.
  init?(_ linked: LinkedTables, dataset: String) {
    guard let place = linked.clean.index(of: dataset), let own = linked.links[place].movements,
      let others = linked.links[own.other].movements
    else { return nil }
    let sides = [Side(place: place, movements: own), Side(place: own.other, movements: others)]
    now = own.isLater ? sides[0] : sides[1]
    before = own.isLater ? sides[1] : sides[0]
  }
}
