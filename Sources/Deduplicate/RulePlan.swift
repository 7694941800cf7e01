package import Settings
import Tables

/// A rule as meant: its check, and the rules that tell the cause of which it would only tell the consequence.
struct RulePlan: Sendable {
  let rule: Int
  let check: any Check
  /// By their places in the rule book; they may be rules of an earlier room.
  let unless: [Int]

  init(
    _ rule: RuleSettings, schema: Schema, shelf: Shelf, hasModel: Bool, book: RuleBook
  ) throws {
    let name = try rule.settings.required("check")
    guard let kind = allChecks.first(where: { $0.name == (try? name.word) }) else {
      throw name.unknown("check", among: DeduplicatePlan.checkNames)
    }
    guard hasModel || !kind.needsModel else {
      throw name.expected("a check that needs no model, for the dataset has none")
    }
    guard !hasModel || !kind.setsAside else {
      throw name.expected(
        "a check that sets no rows aside, for the model counts every registration")
    }
    self.rule = rule.rule
    check = try kind.init(rule, schema: schema, shelf: shelf)
    unless = try (rule.settings["unless"]?.items ?? []).compactMap { item in
      let code = try item.word
      if let other = book.index(of: code), other != rule.rule { return other }
      // A file of rules serves several pipelines; the rules that one of them leaves out tell nothing.
      if code != rule.code, try Self.codes(of: shelf).contains(code) { return nil }
      throw item.unknown("rule", among: book.rules.map { $0.code }.filter { $0 != rule.code })
    }
  }

  /// The rules of all files of the shelf.
  private static func codes(of shelf: Shelf) throws -> Set<String> {
    var codes: Set<String> = []
    for path in shelf.paths where path.hasPrefix("rules/") && path.hasSuffix(".yaml") {
      let file = try shelf.settings(named: Settings(.word(path), at: Place(file: path)))
      codes.formUnion(try file["rules"]?.entries.map { $0.key } ?? [])
    }
    return codes
  }
}

extension RuleSettings {
  /// The keys that rules of this room have, whatever their check.
  package static let roomKeys = commonKeys + ["unless"]
}

extension [RulePlan] {
  /// The findings of a dataset without those whose cause is told of the same row, here or before.
  func withoutConsequences(
    _ found: Findings, of dataset: Int, beside before: Findings
  ) -> Findings {
    let causes = Set(flatMap { $0.unless })
    guard !causes.isEmpty else { return found }
    var told: [Int: Set<Int>] = [:]
    for finding in before.all + found.all where causes.contains(finding.rule) {
      if case .row(dataset, let row) = finding.subject {
        told[finding.rule, default: []].insert(row)
      }
    }
    let unless = Dictionary(map { ($0.rule, $0.unless) }) { first, _ in first }
    var result = Findings()
    for finding in found.all {
      guard case .row(_, let row) = finding.subject,
        unless[finding.rule]?.contains(where: { told[$0]?.contains(row) ?? false }) ?? false
      else {
        result.append(finding)
        continue
      }
    }
    return result
  }
}
