package import Growth
package import Settings
package import Tables

/// How one dataset is cleaned and checked, as its schema and its rules mean it.
package struct NormalizePlan: Sendable {
  package let dataset: String
  /// The remarks that cleaners can make and no rule tells, as `column: remark`.
  package let untoldRemarks: [String]
  let columns: [ColumnPlan]
  let rules: [RulePlan]

  /// Reads the `clean:` of a schema's `columns:` and the rules of this room.
  ///
  /// `rules` are those whose check `NormalizeStage.checkNames` names. Throws `SettingsErrors` with all
  /// mistakes.
  package init(
    dataset: String, schema: Schema, columns: Settings, rules: [RuleSettings], shelf: Shelf,
    round: Round, growth: GrowthReference? = nil
  ) throws {
    var mistakes: [SettingsError] = []
    self.dataset = dataset
    let plans = try schema.columns.map { column in
      let clean = columns[column.name]?["clean"] ?? Settings(.nothing, at: columns.place)
      return ColumnPlan(
        kind: column.kind,
        chain: try CleaningChain(clean, shelf: shelf, mistakes: &mistakes))
    }
    self.columns = plans
    let scope = CheckScope(
      schema: schema, plans: plans, shelf: shelf, round: round, growth: growth)
    var rulePlans: [RulePlan] = []
    for rule in rules {
      try mistakes.collect {
        let plan = try RulePlan(rule, among: rules, in: scope)
        if rule.isOn { rulePlans.append(plan) }
      }
    }
    self.rules = rulePlans
    untoldRemarks = schema.columns.indices.flatMap { column in
      Self.untold(of: plans[column].remarks, by: rulePlans, column: column)
        .map { "\(schema.columns[column].name): \($0)" }
    }
    if !mistakes.isEmpty { throw SettingsErrors(mistakes) }
  }

  /// Damaged letters make a number, a choice or a code one that cannot be read, which is told as that.
  private static func untold(of remarks: [String], by rules: [RulePlan], column: Int) -> [String] {
    let told = rules.compactMap { $0.check as? Remark }
    let isChecked = !Set(remarks).isDisjoint(with: ["unreadable", "unknown", "malformed"])
    return remarks.filter { remark in
      !(remark == "ill-formed" && isChecked) && !told.contains { $0.tells(remark, of: column) }
    }
  }

  /// A dataset that no plan speaks of: nothing is cleaned or checked.
  init(untouched table: RawTable) {
    dataset = table.name
    columns = table.schema.columns.map { ColumnPlan(kind: $0.kind, chain: CleaningChain()) }
    rules = []
    untoldRemarks = []
  }
}
