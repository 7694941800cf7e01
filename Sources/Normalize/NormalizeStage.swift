package import Tables

/// Room 2 cleans every column and checks every row.
///
/// In: `RawTables`, every cell as it stood in its file. Out: `CleanTables`, every distinct value in its
/// canonical form beside its raw one, the rows that cannot be placed in quarantine, and a finding for
/// whatever a single row can tell to be wrong. Cleaning is paid per distinct value, checking per column. Nothing here knows of a second row.
package struct NormalizeStage: Stage {
  private let plans: [NormalizePlan]
  private let jobs: Int

  /// Makes the room for these datasets; a dataset without a plan passes through as it is.
  ///
  /// `jobs` is the number of columns that are cleaned at a time.
  package init(_ plans: [NormalizePlan], jobs: Int = 2) {
    self.plans = plans
    self.jobs = jobs
  }

  /// The kinds of checks that live in this room, by which the corridor tells whose a rule is.
  package static var checkNames: [String] { allChecks.map { $0.name } }

  /// What the cleaners of each dataset can remark and no rule tells, as `dataset.column: remark`.
  package var untoldRemarks: [String] {
    plans.flatMap { plan in plan.untoldRemarks.map { "\(plan.dataset).\($0)" } }
  }

  package func run(_ input: RawTables, findings: inout Findings) async throws -> CleanTables {
    var output = CleanTables(tables: [], inputs: input.inputs, ledger: input.ledger)
    for (dataset, raw) in input.tables.enumerated() {
      let plan = plans.first { $0.dataset == raw.name } ?? NormalizePlan(untouched: raw)
      let columns = try await plan.columns.indices.mapInOrder(jobs: jobs) { column in
        plan.columns[column].clean(raw.columns[column])
      }
      var table = CleanTable(raw: raw, columns: columns)
      table.changes = ChangeTally(table).counts
      var found = RowFindings()
      for rule in plan.rules where rule.isQuarantine {
        let hits = Self.run(rule, on: table, dataset, input.inputs)
        for row in hits.rows { table.quarantine(row, because: rule.rule) }
        found.append(hits, of: rule)
      }
      output.ledger.quarantine(table.quarantine, of: table)
      for rule in plan.rules where !rule.isQuarantine {
        found.append(Self.run(rule, on: table, dataset, input.inputs), of: rule)
      }
      findings.append(found.inOrder)
      output.tables.append(table)
    }
    return output
  }

  private static func run(
    _ rule: RulePlan, on table: CleanTable, _ dataset: Int, _ inputs: [InputReport]
  ) -> Hits {
    var hits = Hits(rule: rule.rule, dataset: dataset, accepted: table.accepted)
    rule.check.run(on: table, inputs: inputs, hits: &hits)
    return hits
  }
}
