internal import Tables

/// Two rounds that follow each other, each with what became of its persons.
struct MovementSides {
  struct Side {
    /// The place of the dataset among the tables.
    let place: Int
    let movements: Movements
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
