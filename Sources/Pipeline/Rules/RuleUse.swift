internal import Settings

/// A place where a pipeline asks for a file of rules.
package struct RuleUse: Sendable, Equatable {
  /// The pipeline's file, by its path below `pipelines/`.
  package let pipeline: String
  /// Nil where the rules are of the whole round.
  package let dataset: String?

  /// Every use of a shelf's files of rules, by file.
  static func all(_ shelf: Shelf) throws -> [String: [RuleUse]] {
    var uses: [String: [RuleUse]] = [:]
    for path in shelf.paths where path.hasSuffix(".yaml") && !path.contains("/") {
      let file = try shelf.settings(named: Settings(.word(path), at: Place(file: path)))
      uses["rules/ingest.yaml", default: []].append(RuleUse(pipeline: path, dataset: nil))
      for room in ["normalize", "deduplicate"] {
        for (dataset, _, part) in try file[room]?.entries ?? [] {
          for rules in try part["rules"]?.words ?? [] {
            uses[rules, default: []].append(RuleUse(pipeline: path, dataset: dataset))
          }
        }
      }
      for rules in try file["aggregate"]?["rules"]?.words ?? [] {
        uses[rules, default: []].append(RuleUse(pipeline: path, dataset: nil))
      }
    }
    return uses
  }
}
