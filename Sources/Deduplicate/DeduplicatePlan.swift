package import Settings
package import Tables

/// What Deduplicate is to do with one dataset, as its model file and its rules mean it.
package struct DeduplicatePlan: Sendable {
  package let dataset: String
  let model: CertainModel
  let school: SchoolColumns
  let checks: [any Check]

  /// The kinds of check that live in this room.
  package static var checkNames: [String] { allChecks.map { $0.name } }

  package init(
    dataset: String, schema: Schema, model: Settings, rules: [RuleSettings], shelf: Shelf
  ) throws {
    self.dataset = dataset
    try model.allow(only: ["matching", "school", "certain"])
    school = try SchoolColumns(model.required("school"), schema)
    self.model = try CertainModel(model.required("certain"), schema)
    checks = try rules.map { rule in
      let name = try rule.settings.required("check")
      guard let kind = allChecks.first(where: { $0.name == (try? name.word) }) else {
        throw name.unknown("check", among: Self.checkNames)
      }
      return try kind.init(rule, schema: schema, shelf: shelf)
    }
  }
}

/// The columns that say to which school a row belongs.
struct SchoolColumns: Sendable {
  let code: Int
  let name: Int?

  init(_ settings: Settings, _ schema: Schema) throws {
    try settings.allow(only: ["code", "name"])
    code = try schema.index(of: settings.required("code"), kind: .text)
    name = try settings["name"].map { try schema.index(of: $0) }
  }
}

/// What makes two rows certainly one child, and which registration is kept.
struct CertainModel: Sendable {
  let identifier: Int
  let givenName: Int
  let surname: Int
  let birthDate: Int
  /// A registration with this flag set is kept last.
  let lastResort: Int?

  init(_ settings: Settings, _ schema: Schema) throws {
    try settings.allow(only: [
      "identifier", "given_name", "surname", "birth_date", "keep_last",
    ])
    identifier = try schema.index(of: settings.required("identifier"), kind: .identifier)
    givenName = try schema.index(of: settings.required("given_name"), kind: .text)
    surname = try schema.index(of: settings.required("surname"), kind: .text)
    birthDate = try schema.index(of: settings.required("birth_date"), kind: .date)
    lastResort = try settings["keep_last"].map { try schema.index(of: $0, kind: .flag) }
  }
}
