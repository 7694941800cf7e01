internal import Tables

/// What has become of every figure of a pipeline from one round to another.
package struct RoundComparison: Sendable {
  /// Why figures may differ though nothing has changed in the schools.
  enum Warning: Sendable, Equatable {
    case noManifest(round: String)
    case versions(String, String)
    case settings([String])
    case audiences
  }

  let pipeline: String
  let before: RoundFigures
  let now: RoundFigures
  let warnings: [Warning]
  /// In the order of the later round, then those that only the earlier one has.
  let tables: [TableComparison]

  /// Compares one table only, or all.
  init(_ before: RoundFigures, _ now: RoundFigures, pipeline: String, table: String? = nil) {
    self.pipeline = pipeline
    self.before = before
    self.now = now
    warnings = Self.warnings(before, now)
    let (old, new) = (Self.tables(of: before), Self.tables(of: now))
    let names = new.names + old.names.filter { new.figures[$0] == nil }
    tables = names.filter { table == nil || $0 == table }.map { name in
      TableComparison(
        id: name, labels: (before.labels, now.labels), before: old.figures[name],
        now: new.figures[name])
    }
  }

  /// The names of all tables of both rounds, to tell a misspelt one.
  static func tableNames(_ before: RoundFigures, _ now: RoundFigures) -> [String] {
    Set((before.figures + now.figures).map { $0.id.table }).sorted()
  }

  private static func tables(
    of round: RoundFigures
  ) -> (names: [String], figures: [String: [FiguresReader.Line]]) {
    var names: [String] = []
    var figures: [String: [FiguresReader.Line]] = [:]
    for line in round.figures {
      if figures[line.id.table] == nil { names.append(line.id.table) }
      figures[line.id.table, default: []].append(line)
    }
    return (names, figures)
  }

  private static func warnings(_ before: RoundFigures, _ now: RoundFigures) -> [Warning] {
    let lacking = [before, now].filter { $0.facts == nil }.map {
      Warning.noManifest(round: $0.name)
    }
    guard let old = before.facts, let new = now.facts else { return lacking }
    var warnings: [Warning] = []
    if old.version != new.version { warnings.append(.versions(old.version, new.version)) }
    let settings = new.differingSettings(from: old)
    if !settings.isEmpty { warnings.append(.settings(settings)) }
    if old.audience != new.audience { warnings.append(.audiences) }
    return warnings
  }
}
