/// Rows that change places between cells so that no published figure shows it.
///
/// In each direction of a table a leaf changes places with another leaf, or with nothing. One row in every
/// corner of this box comes or goes, by turns, so that a sum changes, by one, if and only if it contains
/// exactly one of the two leaves in every direction. If these sums are hidden, and each cell that a row
/// leaves holds one, then the table could as well be of other rows, and none of these sums is determined.
struct Exchange {
  struct Turn {
    let leaf: Int
    /// Nil when the row comes from nowhere, or goes there.
    let other: Int?

    /// The leaves with the turn that each takes.
    var corners: [(leaf: Int, isOdd: Bool)] { [(leaf, false)] + (other.map { [($0, true)] } ?? []) }
  }

  let line: Turn
  let first: Turn
  let second: Turn
}
