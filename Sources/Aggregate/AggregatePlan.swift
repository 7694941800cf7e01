internal import Queries
package import Settings
internal import Tables

/// What Aggregate is to count, as the files of tables and rules mean it.
package struct AggregatePlan: Sendable {
  private let measures: [any Measure]
  /// What is told of earlier rounds behind the columns of each table.
  private let changes: [ChangePlan?]
  let checks: [any Check]
  /// The datasets that hold the answers of schools, whether or not their rules are on.
  let answerDatasets: [String]

  /// The kinds of check that live in this room.
  package static var checkNames: [String] { allChecks.map { $0.name } }

  /// The places of the rules whose findings are schools that have handed in nothing.
  package var unsubmittedRules: Set<Int> {
    Set(checks.compactMap { ($0 as? SchoolWithoutRows)?.tellsUnsubmitted })
  }

  /// Everything that is asked of the round's tables in SQLite.
  var queries: [Query] { checks.compactMap { $0.query } + measures.compactMap { $0.query } }

  /// The ids of the tables whose figures of earlier rounds are asked for.
  package let comparedTables: Set<String>

  /// Of how many years before this one figures are asked for.
  package var earlierYears: Int { measures.map { $0.earlierYears }.max() ?? 0 }

  /// The ids of the tables that will be made, in order.
  package let tableIDs: [String]

  /// The keys of the rows of the tables that do not follow from the data.
  package var knownRows: [String: [String]] {
    Dictionary(uniqueKeysWithValues: zip(tableIDs, measures).map { ($0, $1.knownRows) })
      .compactMapValues { $0 }
  }

  /// `tables` are the entries of the files of tables.
  package init(
    tables: [Settings], rules: [RuleSettings], round: AggregateRound, shelf: Shelf
  ) throws {
    var measures: [any Measure] = []
    var changes: [ChangePlan?] = []
    var ids: [String] = []
    for file in tables {
      try file.allow(only: ["tables"])
      for (id, place, settings) in try file.required("tables").entries {
        guard !ids.contains(id) else {
          throw SettingsError("the table '\(id)' is defined twice", at: place)
        }
        ids.append(id)
        let (measure, change) = try Self.measure(id, settings, round, shelf)
        measures.append(measure)
        changes.append(change)
      }
    }
    self.measures = measures
    self.changes = changes
    tableIDs = ids
    for repeated in measures.flatMap({ $0.repeated }) {
      guard let place = ids.firstIndex(of: repeated.id), measures[place].repeated.isEmpty else {
        throw Settings(.word(repeated.id), at: repeated.place)
          .unknown("table", among: zip(ids, measures).filter { $1.repeated.isEmpty }.map { $0.0 })
      }
    }
    comparedTables = Set(
      ids.indices.flatMap { place -> [String] in
        let measure = measures[place]
        guard measure.isCompared || measure.earlierYears > 0 || changes[place] != nil else {
          return []
        }
        return measure.repeated.isEmpty ? [ids[place]] : measure.repeated.map { $0.id }
      })
    var answerDatasets: [String] = []
    checks = try rules.compactMap { rule in
      let name = try rule.settings.required("check")
      guard let kind = allChecks.first(where: { $0.name == (try? name.word) }) else {
        throw name.unknown("check", among: Self.checkNames)
      }
      let check = try kind.init(rule, round)
      if let dataset = (check as? UnfollowedAnswer)?.dataset, !answerDatasets.contains(dataset) {
        answerDatasets.append(dataset)
      }
      return rule.isOn ? check : nil
    }
    self.answerDatasets = answerDatasets
  }

  /// Tells the answers of schools that could not be followed.
  func tell(_ answers: Answers, to findings: inout Findings) {
    for case let check as UnfollowedAnswer in checks {
      check.tell(answers.notes, to: &findings)
    }
  }

  /// Checks the round; gives what was compared on the way.
  func judge(
    _ linked: LinkedTables, _ database: RoundDatabase, findings: inout Findings
  ) throws -> [Comparison] {
    var comparisons: [Comparison] = []
    for check in checks {
      guard let reconciled = check as? Reconciled else {
        try check.check(linked, database, findings: &findings)
        continue
      }
      let comparison = reconciled.comparison(linked)
      comparison.report(linked, to: &findings)
      comparisons.append(comparison)
    }
    return comparisons
  }

  /// Hides in every table what another table hides, until no table hides more.
  func hideFigures(_ material: inout Material) throws {
    let tables = measures.filter { $0.hidesFigures }
    var known: Int
    repeat {
      known = material.hiddenFigures.count
      for table in tables {
        material.hiddenFigures.formUnion(try table.hiddenFigures(of: material))
      }
    } while tables.count > 1 && material.hiddenFigures.count > known
  }

  private static func measure(
    _ id: String, _ settings: Settings, _ round: AggregateRound, _ shelf: Shelf
  ) throws -> (measure: any Measure, change: ChangePlan?) {
    let name = try settings.required("measure")
    guard let kind = allMeasures.first(where: { $0.name == (try? name.word) }) else {
      throw name.unknown("measure", among: allMeasures.map { $0.name })
    }
    let frame = try TableFrame(id: id, settings)
    let measure = try kind.init(frame, settings, round, shelf: shelf)
    if let change = settings["change"], measure.isCompared || measure.earlierYears > 0 {
      throw SettingsError(
        "a table of the kind '\(kind.name)' tells the change by itself", at: change.place)
    }
    return (measure, frame.change)
  }

  // MARK: Counting

  /// All tables in order; those that repeat figures of others are made last.
  func tables(of material: Material) throws -> [FigureTable] {
    let wanted = Set(measures.flatMap { $0.repeated.map { $0.id } })
    var made: [String: FigureTable] = [:]
    var repeated: [String: TracedFigures] = [:]
    for index in measures.indices where measures[index].repeated.isEmpty {
      let (id, figures) = (tableIDs[index], try figures(index, of: material))
      made[id] = figures.table
      if wanted.contains(id) { repeated[id] = figures }
    }
    let material = material.repeating(repeated)
    for index in measures.indices where !measures[index].repeated.isEmpty {
      made[tableIDs[index]] = try figures(index, of: material).table
    }
    return tableIDs.compactMap { made[$0] }
  }

  /// One table with the rows behind its figures; nil when there is none of this id.
  func figures(of id: String, in material: Material) throws -> TracedFigures? {
    guard let index = tableIDs.firstIndex(of: id) else { return nil }
    var made: [String: TracedFigures] = [:]
    for repeated in measures[index].repeated where made[repeated.id] == nil {
      made[repeated.id] = try figures(of: repeated.id, in: material)
    }
    return try figures(index, of: material.repeating(made))
  }

  private func figures(_ index: Int, of material: Material) throws -> TracedFigures {
    let traced = try measures[index].figures(of: material)
    return changes[index]?.figures(traced, beside: material.earlier, measures[index].source)
      ?? traced
  }
}
