internal import Tables

/// One direction of a table: members in order, a place for rows that have none, and groups.
struct Dimension: Sendable {
  struct Member: Sendable {
    let key: String
    /// One text per stub or heading.
    let labels: [LocalizedText]

    /// The rows that fit no other member.
    static let unknown = Member(unique: "unknown", labels: [Words.unknown])

    /// - Parameter value: what a file holds; a value that reads like a sum, like the rest or like two
    ///   values is written otherwise, so that no two rows of a table have one name.
    init(value: String, labels: [LocalizedText]) {
      key = Self.key(value)
      self.labels = labels
    }

    init(unique key: String, labels: [LocalizedText]) {
      self.key = key
      self.labels = labels
    }

    private static let reserved = ["total", "all", "unknown"]

    private static func key(_ value: String) -> String {
      let escapes = ["%25", "%2F"] + reserved.map { escaped($0.utf8.prefix(1)) }
      guard
        reserved.contains(value) || value.utf8.contains(UInt8(ascii: "/"))
          || escapes.contains(where: value.contains)
      else { return value }
      let key = value.replacing("%", with: "%25").replacing("/", with: "%2F")
      return reserved.contains(value) ? escaped(key.utf8.prefix(1)) + key.dropFirst() : key
    }

    private static func escaped(_ bytes: some Sequence<UInt8>) -> String {
      bytes.map { "%" + String($0, radix: 16, uppercase: true) }.joined()
    }
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
