internal import Settings
internal import Tables

/// What a file of tables says of a dimension: the schools, or what a column of each row means.
///
///     school                                             every school of the register
///     grade                                              a dimension of the catalogue, or else a column
///     { column: sex, codes: codes/sex.csv }              a column by its code list, in the list's order
///     { column: grade, codes: …, groups: … }             the same with subtotals by the list's column `level`
///     { column: grade, codes: …, groups: …, only: groups }   the groups alone
///     { column: weight, bands: codes/….csv }             numbers by classes from, to
///     { age: birth_date }                                completed years on the day of the round
///     { age: [birth_date, age], bands: codes/….csv }     the first column of these, by classes of years
///     { digit: citizen_id, codes: codes/….csv }          identifiers by their first sign, a digit or G
///     { size: codes/….csv, of: student }                 the school's class by its persons in a dataset
///     { register: district }                             what the register says of the row's school
struct DimensionPlan: Sendable {
  enum Kind: Sendable {
    case school
    case listed(column: Int, codes: [Member], groups: [Member])
    /// The groups of a list alone.
    case grouped(column: Int, codes: [Member], groups: [Member])
    /// A column without a code list: its values as they are.
    case values(column: Int)
    case bands(column: Int, [Band])
    /// With bands by classes of years.
    case age(column: Int, [Band]?)
    case firstSign(column: Int, [Member])
    case size([Band], of: String)
    case register(column: Int, codes: [Member])
  }

  struct Member: Sendable {
    let key: String
    let label: LocalizedText
    let group: String
  }

  struct Band: Sendable {
    let member: Member
    let range: ClosedRange<Int>
  }

  let kind: Kind
  /// The heading of the stub.
  let label: LocalizedText

  static let school = DimensionPlan(kind: .school, label: Words.school)

  private init(kind: Kind, label: LocalizedText) {
    self.kind = kind
    self.label = label
  }

  /// The column of the dataset that it reads; nil where it looks at the row's school.
  var column: Int? {
    switch kind {
    case .listed(let column, _, _), .grouped(let column, _, _), .values(let column),
      .bands(let column, _), .age(let column, _), .firstSign(let column, _):
      column
    case .school, .size, .register: nil
    }
  }

  var isSchool: Bool { if case .school = kind { true } else { false } }

  private static let keys = [
    "column", "codes", "groups", "bands", "age", "digit", "size", "of", "register", "label",
    "only",
  ]

  init(_ settings: Settings, schema: Schema, round: AggregateRound) throws {
    self = try Self.plan(settings, schema, round)
  }

  private static func plan(
    _ settings: Settings, _ schema: Schema, _ round: AggregateRound
  ) throws -> DimensionPlan {
    if case .word(let word) = settings.value {
      if word == "school" { return .school }
      if let named = round.dimensions?[word] { return try plan(map: named, schema, round) }
      let column = try column(settings, schema, round)
      return DimensionPlan(kind: .values(column: column), label: schema.columns[column].label)
    }
    return try plan(map: settings, schema, round)
  }

  private static func plan(
    map settings: Settings, _ schema: Schema, _ round: AggregateRound
  ) throws -> DimensionPlan {
    try settings.allow(only: keys)
    let kind: Kind
    var label: LocalizedText
    let own = { (column: Int) in schema.columns[column].label }
    if let list = settings["size"] {
      let dataset = try round.dataset(settings.required("of")).name
      kind = .size(try bands(list, round.shelf), of: dataset)
      label = Words.size
    } else if let name = settings["register"] {
      guard let register = round.register.flatMap({ round.schemas[$0] }) else {
        throw SettingsError("the pipeline has no register of schools", at: name.place)
      }
      let column = try register.index(of: name, kind: .text)
      let codes = try settings["codes"].map { try members($0, round.shelf, group: nil) } ?? []
      kind = .register(column: column, codes: codes)
      label = register.columns[column].label
    } else if let names = settings["age"] {
      kind = try age(names, settings["bands"].map { try bands($0, round.shelf) }, schema)
      label = Words.age
    } else if let name = settings["digit"] {
      let column = try schema.index(of: name, kind: .identifier)
      kind = .firstSign(
        column: column, try members(settings.required("codes"), round.shelf, group: nil))
      label = own(column)
    } else if let list = settings["bands"] {
      let column = try schema.index(of: settings.required("column"), kind: .integer, .decimal)
      kind = .bands(column: column, try bands(list, round.shelf))
      label = own(column)
    } else if let list = settings["codes"] {
      let column = try schema.index(of: settings.required("column"), kind: .text)
      let codes = try members(list, round.shelf, group: "level")
      let groups = try settings["groups"].map { try members($0, round.shelf, group: nil) } ?? []
      if let only = settings["only"] {
        guard try only.word == "groups", !groups.isEmpty else {
          throw only.expected("'groups' beside a list of groups")
        }
        kind = .grouped(column: column, codes: codes, groups: groups)
      } else {
        kind = .listed(column: column, codes: codes, groups: groups)
      }
      label = own(column)
    } else {
      let column = try column(settings.required("column"), schema, round)
      kind = .values(column: column)
      label = own(column)
    }
    if let given = settings["label"] { label = try given.localizedText }
    return DimensionPlan(kind: kind, label: label)
  }

  /// Years since a date, or years as a column of numbers has them: of several columns the first there is.
  private static func age(
    _ names: Settings, _ bands: [Band]?, _ schema: Schema
  ) throws -> Kind {
    let known = try names.items.first { schema.index(of: try $0.word) != nil }
    guard let name = known ?? names.items.first else { throw names.expected("a column") }
    let column = try schema.index(of: name, kind: .date, .integer)
    guard schema.columns[column].kind == .integer else { return .age(column: column, bands) }
    return bands.map { .bands(column: column, $0) } ?? .values(column: column)
  }

  /// A column whose values may stand in a table: tables count persons, they do not list them.
  private static func column(
    _ name: Settings, _ schema: Schema, _ round: AggregateRound
  ) throws -> Int {
    guard let column = schema.index(calledBy: try name.word) else {
      let known = try round.dimensions?.entries.map { $0.key } ?? []
      throw name.unknown("column", among: ["school"] + known + schema.columns.map { $0.name })
    }
    guard ![.identifier, .name].contains(schema.columns[column].privacy) else {
      throw SettingsError(
        "column '\(try name.word)' says who a person is; a table counts persons and does not list them",
        at: name.place)
    }
    return column
  }

  // MARK: Lists

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

  /// Classes `from` one number `to` another, both in the class; an empty `to` has no end.
  private static func bands(_ name: Settings, _ shelf: Shelf) throws -> [Band] {
    let list = try shelf.codeList(named: name)
    let members = try members(name, shelf, group: nil)
    guard let from = list.column("from"), let to = list.column("to") else {
      throw name.expected("a list with the columns 'from' and 'to'")
    }
    return try members.indices.map { index in
      let end = to[index].isEmpty ? Int.max : Int(to[index])
      guard let first = Int(from[index]), let end, first <= end else {
        throw SettingsError(
          "expected a class from one number to another, found '\(from[index])' and '\(to[index])'",
          at: Place(file: try name.word, line: list.lines[index]))
      }
      return Band(member: members[index], range: first...end)
    }
  }
}
