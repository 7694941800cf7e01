internal import Tables

/// One direction of a table: members in order, a place for rows that have none, and groups.
struct Dimension: Sendable {
  struct Member: Sendable {
    let key: String
    /// One text per stub or heading.
    let labels: [LocalizedText]
  }

  struct Group: Sendable {
    let key: String
    let label: LocalizedText
    let members: [Int]
  }

  /// Where the rows of a table belong.
  enum Places: Sendable {
    /// The member of each raw code.
    case coded(Codes, [Int32])
    case rows([Int32])
  }

  /// The last takes the rows that fit no other.
  let members: [Member]
  let groups: [Group]
  let places: Places

  /// Members that nobody has are left out; schools are not, for each has a line.
  let showsAll: Bool
  /// Members of which nothing was collected: their figures are not 0, they are not known.
  let silent: Set<Int>

  init(
    members: [Member], groups: [Group] = [], places: Places, showsAll: Bool = false,
    silent: Set<Int> = []
  ) {
    self.silent = silent
    self.members = members
    self.groups = groups
    self.places = places
    self.showsAll = showsAll
  }

  /// The member of every row.
  var rows: [Int32] {
    switch places {
    case .rows(let rows): return rows
    case .coded(let codes, let members):
      var rows = [Int32](repeating: 0, count: codes.count)
      var span = rows.mutableSpan
      codes.append(0..<codes.count, through: members, of: 0, to: &span)
      return rows
    }
  }

  /// Makes the cells of some rows one dimension longer.
  func append(_ rows: Range<Int>, to cells: inout MutableSpan<Int32>) {
    let size = Int32(members.count)
    switch places {
    case .coded(let codes, let members): codes.append(rows, through: members, of: size, to: &cells)
    case .rows(let places):
      let places = places.span.extracting(rows)
      for cell in 0..<places.count { cells[cell] = cells[cell] &* size &+ places[cell] }
    }
  }
}
