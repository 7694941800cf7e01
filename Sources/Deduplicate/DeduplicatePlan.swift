package import Settings
package import Tables

/// What Deduplicate is to do with one dataset, as its model file and its rules mean it.
package struct DeduplicatePlan: Sendable {
  package let dataset: String
  /// Nil for a dataset whose rows are only linked to their schools.
  let model: MatchModel?
  /// Nil where the model does not say what other offices may be given.
  let tokens: TokenModel?
  /// Nil for rows that are of no school.
  let school: SchoolColumns?
  /// Whether each row is a person's, so that findings can be counted by persons.
  let holdsPersons: Bool
  /// The other datasets whose rows are compared with this one's, too.
  let against: [String]
  /// Whether its rows are compared with each other.
  let within: Bool
  /// The datasets that hold what persons have decided about pairs of rows, or found of single ones.
  let decisions: [String]
  let rules: [RulePlan]

  /// The kinds of check that live in this room.
  package static var checkNames: [String] { allChecks.map { $0.name } }

  /// The kinds of comparator, each with the names of its levels.
  package static var comparators: [(name: String, levels: [String])] {
    allComparators.map { ($0.name, $0.levels.map { $0.name }) }
  }

  /// With a model rows are linked to their schools and to each other.
  package init(
    dataset: String, schema: Schema, model: Settings, against: [String] = [], within: Bool = true,
    decisions: [String] = [],
    rules: [RuleSettings], shelf: Shelf, book: RuleBook = RuleBook()
  ) throws {
    self.against = against
    self.within = within
    self.decisions = decisions
    self.dataset = dataset
    try model.allow(only: ["matching", "school", "persons", "tokens"] + MatchModel.settingsKeys)
    school = try model["school"].map { try SchoolColumns($0, schema) }
    self.model = try MatchModel(model, schema: schema, shelf: shelf)
    tokens = try model["tokens"].map {
      try TokenModel($0, keys: model.required("keys"), schema: schema)
    }
    holdsPersons = try model["persons"]?.flag ?? true
    self.rules = try Self.plans(rules, schema, shelf, book, hasModel: true)
  }

  /// Without a model rows are linked to their schools only.
  ///
  /// `school` names the columns as a model's `school:` does; where it is not given they are
  /// `school_code` and, if there is one, `school_name`. Where the rows are persons, each counts as another one.
  package init(
    dataset: String, schema: Schema, linkedBy school: Settings?, holdsPersons: Bool = false,
    rules: [RuleSettings], shelf: Shelf, book: RuleBook = RuleBook(), at place: Place
  ) throws {
    self.dataset = dataset
    model = nil
    tokens = nil
    against = []
    within = true
    decisions = []
    self.school =
      try school.map { try SchoolColumns($0, schema) } ?? SchoolColumns(usualIn: schema, at: place)
    self.holdsPersons = holdsPersons
    self.rules = try Self.plans(rules, schema, shelf, book, hasModel: false)
  }

  /// The rules that are on; the others are read all the same.
  private static func plans(
    _ rules: [RuleSettings], _ schema: Schema, _ shelf: Shelf, _ book: RuleBook, hasModel: Bool
  ) throws -> [RulePlan] {
    try rules.compactMap { rule in
      let plan = try RulePlan(rule, schema: schema, shelf: shelf, hasModel: hasModel, book: book)
      return rule.isOn ? plan : nil
    }
  }

  /// Refuses rules that name datasets or columns which the run does not have.
  package func validate(among schemas: [String: Schema]) throws {
    for rule in rules { try rule.check.validate(among: schemas) }
  }

  /// Refuses a dataset to compare with that is the own one, or holds a column of the model as another kind.
  package func validate(against other: Schema, named name: Settings) throws {
    guard try name.word != dataset else { throw name.expected("another dataset") }
    for use in model?.uses ?? [] where use.reading != .school {
      guard let place = other.index(of: use.name), other.columns[place].kind != use.kind else {
        continue
      }
      let kinds = (own: use.kind.rawValue, other: other.columns[place].kind.rawValue)
      throw SettingsError(
        "'\(try name.word)' holds \(use.name) as \(kinds.other); "
          + "expected \(kinds.own), as '\(dataset)' does", at: name.place)
    }
  }
}

/// The columns that say to which school a row belongs.
struct SchoolColumns: Sendable {
  let code: Int
  let name: Int?
  /// The column of the register with a school's office, and how many digits at the front of a school's
  /// code tell it where the register lacks the school.
  private(set) var office: (column: String, digits: Int)?

  init(_ settings: Settings, _ schema: Schema) throws {
    try settings.allow(only: ["code", "name", "office"])
    code = try schema.index(of: settings.required("code"), kind: .text)
    name = try settings["name"].map { try schema.index(of: $0) }
    guard let office = settings["office"] else { return }
    try office.allow(only: ["register", "digits"])
    self.office = (try office.required("register").word, try office["digits"]?.number ?? 8)
  }

  /// The columns by the names that all schemas give them.
  init(usualIn schema: Schema, at place: Place) throws {
    code = try schema.index(of: Settings(.word("school_code"), at: place), kind: .text)
    name = schema.index(of: "school_name")
  }
}
