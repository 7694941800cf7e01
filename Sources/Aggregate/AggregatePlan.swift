internal import Queries
package import Settings
internal import Tables

/// What Aggregate is to count, as the files of tables and rules mean it.
package struct AggregatePlan: Sendable {
  let measures: [any Measure]
  let checks: [any Check]

  /// The kinds of check that live in this room.
  package static var checkNames: [String] { allChecks.map { $0.name } }

  /// The places of the rules whose findings are schools that have handed in nothing.
  package var unsubmittedRules: Set<Int> {
    Set(checks.compactMap { ($0 as? SchoolWithoutRows)?.tellsUnsubmitted })
  }

  /// Everything that is asked of the round's tables in SQLite.
  var queries: [Query] { checks.compactMap { $0.query } + measures.compactMap { $0.query } }

  /// The ids of the tables that are compared with those of earlier rounds.
  package let comparedTables: Set<String>

  /// The ids of the tables that will be made, in order.
  package let tableIDs: [String]

  /// `tables` are the entries of the files of tables.
  package init(
    tables: [Settings], rules: [RuleSettings], round: AggregateRound, shelf: Shelf
  ) throws {
    var measures: [any Measure] = []
    var ids: [String] = []
    for file in tables {
      try file.allow(only: ["tables"])
      for (id, place, settings) in try file.required("tables").entries {
        guard !ids.contains(id) else {
          throw SettingsError("the table '\(id)' is defined twice", at: place)
        }
        ids.append(id)
        measures.append(try Self.measure(id, settings, round, shelf))
      }
    }
    self.measures = measures
    tableIDs = ids
    comparedTables = Set(zip(ids, measures).filter { $0.1.isCompared }.map { $0.0 })
    checks = try rules.compactMap { rule in
      let name = try rule.settings.required("check")
      guard let kind = allChecks.first(where: { $0.name == (try? name.word) }) else {
        throw name.unknown("check", among: Self.checkNames)
      }
      let check = try kind.init(rule, round)
      return rule.isOn ? check : nil
    }
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
  ) throws -> any Measure {
    let name = try settings.required("measure")
    guard let kind = allMeasures.first(where: { $0.name == (try? name.word) }) else {
      throw name.unknown("measure", among: allMeasures.map { $0.name })
    }
    let frame = try TableFrame(id: id, settings)
    return try kind.init(frame, settings, round, shelf: shelf)
  }
}
