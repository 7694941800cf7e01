package import Settings
package import Tables

/// Reports every row of the clusters of one kind.
package struct SameIdentifier: Check {
  package static let name = "same-identifier"
  package static let summary = "Rows with the same valid identifier, by 'kind' of cluster."
  package static let needsModel = true

  private let rule: Int
  private let column: Int
  private let kind: Cluster.Kind

  package init(_ rule: RuleSettings, schema: Schema, shelf: Shelf) throws {
    try rule.settings.allow(only: RuleSettings.roomKeys + ["column", "kind"])
    self.rule = rule.rule
    column = try schema.index(of: rule.settings.required("column"))
    kind = try rule.settings.required("kind").choice(of: Cluster.Kind.self, called: "kind")
  }

  package func check(_ linked: LinkedTables, dataset: Int, findings: inout Findings) {
    let links = linked.links[dataset]
    var found: [(row: Int, others: String)] = []
    for cluster in links.clusters where cluster.kind == kind {
      var counts: [Int32: Int] = [:]
      for member in cluster.members {
        if let school = links.schools[member.row] { counts[school, default: 0] += 1 }
      }
      for member in cluster.members {
        found.append((member.row, others(than: links.schools[member.row], counts, linked)))
      }
    }
    for (row, others) in found.sorted(by: { $0.row < $1.row }) {
      findings.append(
        Finding(
          rule: rule, subject: .row(dataset: dataset, row: row), column: column,
          facts: .text(others)))
    }
  }

  /// The names of the first few schools of the other registrations; the own one only when it is the only one.
  private func others(than own: Int32?, _ counts: [Int32: Int], _ linked: LinkedTables) -> String {
    let elsewhere = counts.keys.filter { $0 != own }.sorted()
    let schools = elsewhere.isEmpty ? counts.keys.sorted() : elsewhere
    let names = schools.prefix(3).map { linked.schools[Int($0)].name }
    return names.joined(separator: ", ") + (schools.count > 3 ? ", …" : "")
  }
}
