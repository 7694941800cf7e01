package import Settings
package import Tables

/// Reports every row of the clusters of one kind.
package struct SameIdentifier: Check {
  package static let name = "same-identifier"
  package static let summary = "Rows with the same valid identifier, by 'kind' of cluster."

  private let rule: Int
  private let column: Int
  private let kind: Cluster.Kind

  package init(_ rule: RuleSettings, schema: Schema, shelf: Shelf) throws {
    try rule.settings.allow(only: RuleSettings.commonKeys + ["column", "kind"])
    self.rule = rule.rule
    column = try schema.index(of: rule.settings.required("column"))
    kind = try rule.settings.required("kind").choice(of: Cluster.Kind.self, called: "kind")
  }

  package func check(_ linked: LinkedTables, dataset: Int, findings: inout Findings) {
    let links = linked.links[dataset]
    let name = { (row: Int) in
      links.schools[row].map { linked.schools[Int($0)].name } ?? ""
    }
    var found: [(row: Int, others: String)] = []
    for cluster in links.clusters where cluster.kind == kind {
      for member in cluster.members {
        let others = cluster.members.filter { $0.row != member.row }
        found.append(
          (member.row, Set(others.map { name($0.row) }).sorted().joined(separator: ", ")))
      }
    }
    for (row, others) in found.sorted(by: { $0.row < $1.row }) {
      findings.append(
        Finding(
          rule: rule, subject: .row(dataset: dataset, row: row), column: column,
          facts: .text(others)))
    }
  }
}
