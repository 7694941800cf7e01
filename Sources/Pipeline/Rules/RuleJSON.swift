internal import Settings
internal import Tables

/// Rules for machines: a list with everything that their files say.
package enum RuleJSON {
  package static func document(_ entries: [RuleCatalog.Entry]) -> JSON {
    .list(entries.map { object($0) })
  }

  private static func object(_ entry: RuleCatalog.Entry) -> JSON {
    let rule = entry.rule
    return .object([
      ("rule", .text(rule.code)), ("severity", .text(rule.severity.rawValue)),
      ("counts", .text(rule.unit.rawValue)),
      ("on", .flag(entry.isOn)), ("check", .text(entry.kind?.name)),
      ("file", .text(entry.place.file)), ("line", .number(entry.place.line)),
      ("title", text(rule.title)), ("message", text(rule.message)),
      ("settings", .object(entry.settings.map { ($0.key, .text($0.value)) })),
      ("source", .text(rule.source)), ("privacy", .text(rule.privacy?.rawValue)),
      ("uses", .list(entry.uses.map { use($0) })),
    ])
  }

  private static func use(_ use: RuleUse) -> JSON {
    .object([("pipeline", .text(use.pipeline)), ("dataset", .text(use.dataset))])
  }

  private static func text(_ text: LocalizedText) -> JSON {
    .object(Language.allCases.map { ($0.rawValue, .text(text[$0])) })
  }
}
