package import Settings
package import Tables

/// How the persons of a dataset are followed from an earlier round, as its file means it.
package struct FollowPlan: Sendable {
  let dataset: String
  /// The earlier round: how its further registrations are found.
  let earlier: DeduplicatePlan
  /// How many academic years lie between the rounds.
  let years: Int
  /// Joins the rows that no certain identifier joins.
  let model: MatchModel
  /// What rows have in common whose persons are one without any weighing; the identifier is a part of it.
  let settled: BlockingKey
  /// Rows that are left over and of which one of these holds are joined before all others, if no guard forbids.
  let first: [PatternTest]
  let columns: FollowedColumns

  /// - Parameters:
  ///   - schema: that of the later round; the earlier one must have the same columns.
  ///   - earlierModel: finds the further registrations of the earlier round.
  package init(
    dataset: String, schema: Schema, model: Settings, earlier: Settings, earlierSchema: Schema,
    earlierModel: Settings, years: Int, shelf: Shelf
  ) throws {
    try model.allow(
      only: ["following", "settled", "first"] + FollowedColumns.keys + MatchModel.settingsKeys)
    self.dataset = dataset
    self.years = years
    let matching = try MatchModel(model, schema: schema, shelf: shelf)
    self.model = matching
    settled = BlockingKey(
      name: "settled",
      parts: try ([model.required("identifier")] + model.required("settled").items).map { column in
        let word = try column.word
        guard
          let use = matching.uses.firstIndex(where: { $0.name == word && $0.reading == .value })
        else {
          throw column.expected("a column that is compared")
        }
        return .value(use)
      })
    first =
      try model["first"]?.entries.map {
        try PatternTest($0.key, $0.value, matching.comparisons)
      } ?? []
    columns = try FollowedColumns(model, schema: schema, shelf: shelf)
    for use in matching.uses + columns.uses(in: schema) where use.reading != .school {
      guard earlierSchema.index(of: use.name).map({ earlierSchema.columns[$0].kind }) == use.kind
      else {
        throw earlier.expected("a dataset with the column \(use.name), a column of \(use.kind)")
      }
    }
    self.earlier = try DeduplicatePlan(
      dataset: earlier.word, schema: earlierSchema, model: earlierModel, rules: [], shelf: shelf)
  }
}

/// The columns by which the movement of a person is told; they have the same names in both rounds.
struct FollowedColumns: Sendable {
  static let keys = ["step", "graduates", "not_removable", "given_name", "surname"]

  let identifier: String
  let grade: String
  /// The year of schooling of each grade.
  let years: [String: Int]
  /// The grades after which a career at school may end.
  let lastGrades: Set<String>
  /// The flag of who is still listed and gone.
  let notRemovable: String?
  let givenName: String
  let surname: String

  init(_ settings: Settings, schema: Schema, shelf: Shelf) throws {
    let name = { (column: Settings, kind: SchemaColumn.Kind) in
      schema.columns[try schema.index(of: column, kind: kind)].name
    }
    identifier = try name(settings.required("identifier"), .identifier)
    givenName = try name(settings.required("given_name"), .text)
    surname = try name(settings.required("surname"), .text)
    notRemovable = try settings["not_removable"].map { try name($0, .flag) }
    let step = try settings.required("step")
    try step.allow(only: ["column", "codes", "order"])
    grade = try name(step.required("column"), .text)
    let codes = try step.required("codes")
    let list = try shelf.codeList(named: codes)
    guard let grades = list.column("code") else {
      throw codes.expected("a list with a column code")
    }
    let order = try step.required("order")
    guard let places = list.column(try order.word) else {
      throw order.unknown("column of the list", among: list.columns)
    }
    years = Dictionary(
      zip(grades, places).compactMap { grade, place in Int(place).map { (grade, $0) } },
      uniquingKeysWith: { first, _ in first })
    let known = Set(grades)
    lastGrades = Set(
      try settings["graduates"]?.items.map { grade in
        guard known.contains(try grade.word) else {
          throw grade.unknown("code of the list", among: grades)
        }
        return try grade.word
      } ?? [])
  }

  /// Their kinds in a schema.
  func uses(in schema: Schema) -> [ColumnUse] {
    ([identifier, grade, givenName, surname] + [notRemovable].compactMap { $0 }).compactMap {
      name in
      schema.index(of: name).map {
        ColumnUse(name: name, kind: schema.columns[$0].kind, reading: .value)
      }
    }
  }
}
