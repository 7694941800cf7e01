internal import Settings

/// The examples of one rule, as they stand beside it in its file.
package struct RuleExamples: Sendable {
  /// What the rule must find.
  package let finds: [RuleExample]
  /// What it must let pass.
  package let passes: [RuleExample]
  /// What stands in the columns that an example does not name, as the rules' file says under `usual:`.
  let usual: RuleExample.Row

  init(_ settings: Settings?, usual: Settings?) throws {
    self.usual = try usual.map { try RuleExample.row($0) } ?? []
    try settings?.allow(only: ["finds", "passes"])
    finds = try settings?["finds"]?.items.map { try RuleExample($0) } ?? []
    passes = try settings?["passes"]?.items.map { try RuleExample($0) } ?? []
  }
}
