internal import Settings
internal import Tables

extension DimensionPlan {
  /// The rows of a dataset and what they are linked to.
  struct Source {
    let table: CleanTable
    let links: Links
  }

  /// So many distinct values make a table; more make a list.
  private static let mostValues = 10_000

  /// The dimension of a dataset's rows; the last member takes the rows that fit no other.
  ///
  /// - Parameters:
  ///   - others: all datasets that the table counts, for their values are members too.
  ///   - place: what asked for the dimension.
  func dimension(
    of source: Source, beside others: [Source], in material: Material, at place: Place
  ) throws -> Dimension {
    let table = source.table
    switch kind {
    case .school: return Self.schools(source, material)
    case .listed(let column, let codes, let groups):
      return Self.listed(table, column, codes, groups)
    case .grouped(let column, let codes, let groups):
      let group = Dictionary(
        codes.map { ($0.key, $0.group) }, uniquingKeysWith: { first, _ in first })
      return Self.coded(table, column, groups, showsAll: true) { column, code in
        Self.text(column, code).flatMap { group[$0] }
      }
    case .firstSign(let column, let members): return Self.firstSigns(table, column, members)
    case .bands(let column, let bands): return Self.banded(table, column, bands)
    case .size(let bands, let dataset): return Self.sizes(source, bands, dataset, material)
    case .register(let column, let codes):
      return Self.registered(source.links, column, codes, material)
    case .values(let column):
      let name = table.schema.columns[column].name
      let members = Self.members(others.compactMap { Self.texts(of: $0.table, name) })
      try Self.check(members.count, name, place)
      return Self.coded(table, column, members) { Self.text($0, $1) }
    case .age(let column, let bands?):
      let asOf = material.round.asOf
      return Self.coded(table, column, bands.map { $0.member }, showsAll: true) { column, code in
        Self.age(column, code, on: asOf).flatMap { age in
          bands.first { $0.range.contains(age) }?.member.key
        }
      }
    case .age(let column, nil):
      let name = table.schema.columns[column].name
      let asOf = material.round.asOf
      let ages = Set(others.flatMap { Self.ages(of: $0.table, name, on: asOf) }).sorted()
      let members = ages.map { Member(key: String($0), label: LocalizedText("\($0)"), group: "") }
      return Self.coded(table, column, members) { Self.age($0, $1, on: asOf).map { String($0) } }
    }
  }

  private static func check(_ count: Int, _ column: String, _ place: Place) throws {
    guard count > mostValues else { return }
    throw SettingsError(
      "column '\(column)' holds \(count) different values, and a table shows at most \(mostValues); count by classes of them",
      at: place)
  }

  // MARK: Columns

  private static func listed(
    _ table: CleanTable, _ column: Int, _ codes: [Member], _ groups: [Member]
  ) -> Dimension {
    coded(table, column, codes, groups: groups, showsAll: false) { text($0, $1) }
  }

  /// The members of a column by what each raw code means.
  private static func coded(
    _ table: CleanTable, _ column: Int, _ members: [Member], groups: [Member] = [],
    showsAll: Bool = false, _ meaning: (CleanColumn, Int) -> String?
  ) -> Dimension {
    let values = table.columns[column]
    let known = Dictionary(
      members.enumerated().map { ($1.key, Int32($0)) }, uniquingKeysWith: { first, _ in first })
    let unknown = Int32(members.count)
    let places = (0..<values.codeCount).map { code in
      meaning(values, code).flatMap { known[$0] } ?? unknown
    }
    return Dimension(
      members: members.map { Dimension.Member(value: $0.key, labels: [$0.label]) }
        + [.unknown],
      groups: groups.map { group in
        Dimension.Group(
          key: group.key, label: group.label,
          members: members.indices.filter { members[$0].group == group.key })
      },
      places: values.codes.map { .coded($0, places) }
        ?? .rows([Int32](repeating: unknown, count: table.count)),
      showsAll: showsAll)
  }

  /// The clean value of a raw code; nil when there is none.
  private static func text(_ column: CleanColumn, _ code: Int) -> String? {
    switch column.values {
    case .text(let text):
      let own = text.meaning[code]
      return text.missing[Int(own)] ? nil : text.dictionary.string(of: own)
    case .number(let numbers):
      return numbers.missing[code]
        ? nil : FixedPoint.text(numbers.values[code], scale: numbers.scale)
    case .date(let dates): return dates.missing[code] ? nil : dates.days[code].iso
    case .flag(let flags): return flags.missing[code] ? nil : flags.flags[code] ? "true" : "false"
    case .identifier: return nil
    }
  }

  /// The values of a column's accepted rows.
  private static func texts(of table: CleanTable, _ name: String) -> Set<String>? {
    guard let column = table[name], let codes = column.codes else { return nil }
    let tally = codes.tally(of: column.codeCount, in: table.accepted)
    return Set(tally.indices.filter { tally[$0] > 0 }.compactMap { text(column, $0) })
  }

  /// Numbers in their order, and texts in that of their characters.
  private static func members(_ texts: [Set<String>]) -> [Member] {
    let all = texts.reduce(into: Set<String>()) { $0.formUnion($1) }
    let numbers = all.compactMap { text in Double(text).map { (text: text, number: $0) } }
    let sorted =
      numbers.count == all.count
      ? numbers.sorted { ($0.number, $0.text) < ($1.number, $1.text) }.map { $0.text }
      : all.sorted()
    return sorted.map { text in
      Member(key: text, label: Words.flags[text] ?? LocalizedText(text), group: "")
    }
  }

  private static func ages(of table: CleanTable, _ name: String, on day: Day) -> Set<Int> {
    guard let column = table[name], let codes = column.codes else { return [] }
    let tally = codes.tally(of: column.codeCount, in: table.accepted)
    return Set(tally.indices.filter { tally[$0] > 0 }.compactMap { age(column, $0, on: day) })
  }

  /// Nobody is younger than nothing or older than this; another date is a mistake.
  private static let possibleAges = 0...120

  private static func age(_ column: CleanColumn, _ code: Int, on day: Day) -> Int? {
    guard let dates = column.date, !dates.missing[code] else { return nil }
    let age = dates.days[code].years(until: day)
    return possibleAges.contains(age) ? age : nil
  }

  private static func banded(_ table: CleanTable, _ column: Int, _ bands: [Band]) -> Dimension {
    let scale = table.columns[column].number?.scale ?? 1
    return coded(table, column, bands.map { $0.member }, showsAll: true) { column, code in
      guard let numbers = column.number, !numbers.missing[code] else { return nil }
      // A class of whole numbers takes what lies between its last number and the next one.
      let whole = (Double(numbers.values[code]) / Double(scale)).rounded(.down)
      return bands.first { $0.range.contains(Int(whole)) }?.member.key
    }
  }

  private static func firstSigns(
    _ table: CleanTable, _ column: Int, _ members: [Member]
  ) -> Dimension {
    var rows = [Int32](repeating: Int32(members.count), count: table.count)
    let known = Dictionary(
      members.enumerated().map { ($1.key, Int32($0)) }, uniquingKeysWith: { first, _ in first })
    if let identifiers = table.columns[column].identifier {
      for row in 0..<identifiers.count {
        let word = identifiers[row]
        let sign = word.isGCode ? "G" : word.isDigits ? String(word.digits.first ?? 10) : ""
        if let place = known[sign] { rows[row] = place }
      }
    }
    return Dimension(
      members: members.map { Dimension.Member(value: $0.key, labels: [$0.label]) }
        + [.unknown],
      places: .rows(rows))
  }

  // MARK: Schools

  private static func schools(_ source: Source, _ material: Material) -> Dimension {
    let schools = material.linked.schools
    let members = schools.enumerated().map { index, school in
      Dimension.Member(
        value: school.code,
        labels: [
          LocalizedText(String(index + 1)), LocalizedText(school.code), Words.name(of: school),
        ])
    }
    let unplaced = Dimension.Member(
      unique: "unknown", labels: [LocalizedText(""), LocalizedText(""), Words.unplaced])
    return Dimension(
      members: members + [unplaced],
      places: .rows(source.links.schools.map { $0 ?? Int32(members.count) }), showsAll: true,
      silent: silentSchools(source, material))
  }

  /// The schools that have handed in nothing of a dataset; of the register itself there are none.
  private static func silentSchools(_ source: Source, _ material: Material) -> Set<Int> {
    guard !isRegister(source, material) else { return [] }
    let states = Submissions(material.linked, dataset: source.table.name).states
    return Set(states.indices.filter { states[$0] == .notSubmitted })
  }

  private static func isRegister(_ source: Source, _ material: Material) -> Bool {
    material.linked.register.map { material.linked.clean.tables[$0].name } == source.table.name
  }

  /// The class of each row's school by its persons; a school that has handed in nothing has none, and one
  /// that the register lacks is none, however many pupils name it.
  private static func sizes(
    _ source: Source, _ bands: [Band], _ dataset: String, _ material: Material
  ) -> Dimension {
    let schools = material.linked.schools
    var persons = [Int](repeating: 0, count: schools.count)
    if let (table, own) = material.dataset(dataset) {
      for (row, school) in own.schools.enumerated() where table.accepted[row] && !own.further[row] {
        if let school { persons[Int(school)] += 1 }
      }
    }
    let states = Submissions(material.linked, dataset: dataset).states
    let hasRegister = material.linked.register != nil
    let classes = schools.indices.map { school in
      guard !hasRegister || schools[school].registerRow != nil else { return bands.count + 1 }
      return states[school] == .notSubmitted
        ? bands.count
        : bands.firstIndex { $0.range.contains(persons[school]) } ?? bands.count + 1
    }
    let silent = Member(key: "not-submitted", label: Words.notSubmitted, group: "")
    return ofSchools(
      source.links, bands.map { $0.member } + [silent], classes,
      silent: isRegister(source, material) ? [] : [bands.count])
  }

  private static func registered(
    _ links: Links, _ column: Int, _ codes: [Member], _ material: Material
  ) -> Dimension {
    let register = material.linked.register.map { material.linked.clean.tables[$0] }
    let values = material.linked.schools.map { school in
      school.registerRow.flatMap { register?.columns[column].string($0) } ?? ""
    }
    let members = codes.isEmpty ? members([Set(values.filter { !$0.isEmpty })]) : codes
    let known = Dictionary(
      members.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
    let places = values.map { known[$0] ?? members.count }
    return ofSchools(links, members, places)
  }

  /// Rows by a property of their schools.
  private static func ofSchools(
    _ links: Links, _ members: [Member], _ ofSchool: [Int], silent: Set<Int> = []
  ) -> Dimension {
    Dimension(
      members: members.map { Dimension.Member(value: $0.key, labels: [$0.label]) }
        + [.unknown],
      places: .rows(
        links.schools.map { Int32($0.map { ofSchool[Int($0)] } ?? members.count) }),
      showsAll: true, silent: silent)
  }
}

extension CleanColumn {
  /// How many raw codes there are; none for identifiers.
  fileprivate var codeCount: Int {
    switch values {
    case .text(let column): column.meaning.count
    case .number(let column): column.values.count
    case .date(let column): column.days.count
    case .flag(let column): column.flags.count
    case .identifier: 0
    }
  }
}
