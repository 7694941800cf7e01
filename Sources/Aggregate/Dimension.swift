internal import Settings
internal import Tables

/// One direction of a cross table: members in order, a place for rows that have none, and groups.
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

  let members: [Member]
  let groups: [Group]
  /// The member of every row of the table.
  let places: [Int32]
}

/// What a file of tables says of a dimension: the schools, or a column with its code list.
enum DimensionPlan: Sendable {
  case school
  case coded(column: Int, codes: [Member], groups: [Member])
  /// A column without a code list: its values as they are.
  case plain(column: Int)

  struct Member: Sendable {
    let key: String
    let label: LocalizedText
    let group: String
  }

  init(_ settings: Settings, schema: Schema, shelf: Shelf) throws {
    if case .word("school") = settings.value {
      self = .school
      return
    }
    try settings.allow(only: ["column", "codes", "groups"])
    guard let list = settings["codes"] else {
      self = .plain(column: try schema.index(of: settings.required("column"), kind: .text))
      return
    }
    self = .coded(
      column: try schema.index(of: settings.required("column"), kind: .text),
      codes: try Self.members(list, shelf, group: "level"),
      groups: try settings["groups"].map { try Self.members($0, shelf, group: nil) } ?? [])
  }

  private static func members(
    _ name: Settings, _ shelf: Shelf, group: String?
  ) throws -> [Member] {
    let list = try shelf.codeList(named: name)
    guard let keys = list.column("code") else { throw name.expected("a list with a column 'code'") }
    let thai = list.column("label_th") ?? list.column("variants")?.map(Self.firstVariant) ?? keys
    let english = list.column("label_en") ?? keys
    let groups = group.flatMap { list.column($0) } ?? keys.map { _ in "" }
    return keys.indices.map { index in
      Member(
        key: keys[index], label: LocalizedText(thai: thai[index], english: english[index]),
        group: groups[index])
    }
  }

  private static func firstVariant(_ variants: String) -> String {
    String(variants.split(separator: "|").first ?? "")
  }

  /// The dimension of a table's rows; the last member takes the rows that fit no other.
  func dimension(of table: CleanTable, links: Links, schools: [School]) -> Dimension {
    switch self {
    case .school: Self.schools(schools, links)
    case .coded(let column, let codes, let groups): Self.coded(table, column, codes, groups)
    case .plain(let column): Self.coded(table, column, Self.members(of: table, column), [])
    }
  }

  /// The values of a column's accepted rows, in the order of their characters.
  private static func members(of table: CleanTable, _ column: Int) -> [Member] {
    guard let values = table.columns[column].text else { return [] }
    var seen = Set<UInt32>()
    for row in 0..<table.count where table.accepted[row] && !values.isMissing(row) {
      seen.insert(values.code(row))
    }
    return seen.map { values.dictionary.string(of: $0) }.sorted().map {
      Member(key: $0, label: LocalizedText($0), group: "")
    }
  }

  private static func schools(_ schools: [School], _ links: Links) -> Dimension {
    let members = schools.enumerated().map { index, school in
      Dimension.Member(
        key: school.code,
        labels: [
          LocalizedText(String(index + 1)), LocalizedText(school.code),
          Words.name(of: school),
        ])
    }
    let unplaced = Dimension.Member(
      key: "unknown", labels: [LocalizedText(""), LocalizedText(""), Words.unplaced])
    return Dimension(
      members: members + [unplaced], groups: [],
      places: links.schools.map { $0 ?? Int32(members.count) })
  }

  private static func coded(
    _ table: CleanTable, _ column: Int, _ codes: [Member], _ groups: [Member]
  ) -> Dimension {
    guard let values = table.columns[column].text else {
      preconditionFailure("a column with a code list is text")
    }
    let unknown = Int32(codes.count)
    let known = Dictionary(
      codes.enumerated().map { ($1.key, Int32($0)) }, uniquingKeysWith: { first, _ in first })
    let meaning = (0..<values.dictionary.count).map { code -> Int32 in
      known[values.dictionary.string(of: UInt32(code))] ?? unknown
    }
    let lens = values.meaning.map { meaning[Int($0)] }
    var places: [Int32] = []
    places.reserveCapacity(values.count)
    values.rows.forEach { _, code in places.append(lens[Int(code)]) }
    return Dimension(
      members: codes.map { Dimension.Member(key: $0.key, labels: [$0.label]) }
        + [Dimension.Member(key: "unknown", labels: [Words.unknown])],
      groups: groups.map { group in
        Dimension.Group(
          key: group.key, label: group.label,
          members: codes.indices.filter { codes[$0].group == group.key })
      },
      places: places)
  }
}
