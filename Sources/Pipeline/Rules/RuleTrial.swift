internal import Aggregate
internal import Deduplicate
internal import Normalize
package import Settings
internal import Tables

/// Tries rules on the examples beside them, through the cleaners and checks of a real run.
package struct RuleTrial: Sendable {
  /// Every pipeline of the shelf by its path, with all rules switched on.
  private let plans: [String: Plan]

  package init(_ shelf: Shelf) throws {
    var mistakes = Mistakes()
    var plans: [String: Plan] = [:]
    var options = RunOptions()
    options.switchesRulesOn = true
    for path in shelf.paths where path.hasSuffix(".yaml") && !path.contains("/") {
      try mistakes.collect {
        let text = try shelf.text(named: Settings(.word(path), at: Place(file: path)))
        plans[path] = try Plan(text: text, path: path, shelf: shelf, options: options)
      }
    }
    try mistakes.end()
    self.plans = plans
  }

  /// The examples of a rule that do not hold, in every dataset that the rule is used for.
  package func mistakes(of entry: RuleCatalog.Entry) async throws -> [SettingsError] {
    var mistakes: [SettingsError] = []
    for (examples, isFound) in [(entry.examples.finds, true), (entry.examples.passes, false)] {
      for example in examples {
        var places = 0
        for use in entry.uses {
          guard let plan = plans[use.pipeline],
            let tables = ExampleTables(
              example, usual: entry.examples.usual, plan: plan, dataset: entry.dataset(use)
            ).raw
          else { continue }
          places += 1
          if try await found(entry.rule.code, by: plan, in: tables) != isFound {
            mistakes.append(entry.mistake(example, mustFind: isFound, use))
          }
        }
        if places == 0 {
          mistakes.append(
            SettingsError(
              "no dataset that the rule is used for has these columns", at: example.place))
        }
      }
    }
    return mistakes
  }

  private func found(_ code: String, by plan: Plan, in tables: RawTables) async throws -> Bool {
    var findings = Findings()
    let clean = try await plan.normalize.run(tables, findings: &findings)
    let linked = try await plan.deduplicate.run(clean, findings: &findings)
    let memory = FindingMemory(
      earlier: nil, digest: RowDigest(secret: []), off: plan.offRules,
      compared: plan.comparedDatasets)
    _ = try await plan.aggregate.following(memory, nights: nil).run(linked, findings: &findings)
    return findings.all.contains { plan.book[$0].code == code }
  }
}

extension RuleCatalog.Entry {
  /// The dataset that the rows of an example belong to; a rule of the round names it itself.
  fileprivate func dataset(_ use: RuleUse) -> String {
    use.dataset ?? settings.first { $0.key == "dataset" }?.value ?? ""
  }

  fileprivate func mistake(_ example: RuleExample, mustFind: Bool, _ use: RuleUse) -> SettingsError
  {
    let dataset = use.dataset.map { " of \($0)" } ?? ""
    return SettingsError(
      (mustFind
        ? "'\(rule.code)' must find this and does not" : "'\(rule.code)' must let this pass")
        + " (\(use.pipeline)\(dataset))", at: example.place)
  }
}
