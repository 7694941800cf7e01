package import Settings
package import Tables

/// Reports the rows of clusters: every school is told of its own registration.
///
/// Fact: the schools of the other registrations; for the kind `same-school` their rows, as their files
/// count them.
package struct RegisteredTwice: Check {
  package static let name = "registered-twice"
  package static let summary =
    "Rows of the clusters of a 'kind', of some or all classes of 'certainty'; with 'identifier: same' those that share theirs with another row of the cluster, with 'other' those that do not."
  package static let needsModel = true

  /// Whether another row of the cluster has the identifier, too.
  private enum Identifier: String, CaseIterable { case same, other }

  private let rule: Int
  private let column: Int
  private let kinds: Set<Cluster.Kind>
  private let certainties: Set<Cluster.Certainty>
  private let identifier: Identifier?

  package init(_ rule: RuleSettings, schema: Schema, shelf: Shelf) throws {
    let settings = rule.settings
    try settings.allow(
      only: RuleSettings.roomKeys + ["column", "kind", "certainty", "identifier"])
    self.rule = rule.rule
    column = try schema.index(of: settings.required("column"), kind: .identifier)
    kinds = Set(
      try settings.required("kind").items.map {
        try $0.choice(of: Cluster.Kind.self, called: "kind")
      })
    certainties = Set(
      try settings["certainty"]?.items.map {
        try $0.choice(of: Cluster.Certainty.self, called: "class")
      } ?? Cluster.Certainty.allCases)
    identifier = try settings["identifier"]?.choice(of: Identifier.self, called: "word")
  }

  package func check(_ linked: LinkedTables, dataset: Int, findings: inout Findings) {
    var found: [(row: Int, others: String)] = []
    for cluster in linked.links[dataset].clusters
    where kinds.contains(cluster.kind) && certainties.contains(cluster.certainty) {
      let identifiers = cluster.members.map { number($0, linked, dataset) }
      for (place, member) in cluster.members.enumerated() where member.dataset == dataset {
        let own = identifiers[place]
        let isShared = own != nil && identifiers.count { $0 == own } > 1
        guard identifier == nil || (identifier == .same) == isShared else { continue }
        found.append((member.row, others(than: place, cluster, linked)))
      }
    }
    for (row, others) in found.sorted(by: { $0.row < $1.row }) {
      findings.append(
        Finding(
          rule: rule, subject: .row(dataset: dataset, row: row), column: column,
          facts: .text(others)))
    }
  }

  /// The identifier of a member; nil for what is none.
  private func number(
    _ member: Cluster.Member, _ linked: LinkedTables, _ dataset: Int
  ) -> PackedIdentifier? {
    let name = linked.clean.tables[dataset].schema.columns[column].name
    guard let word = linked.clean.tables[member.dataset][name]?.identifier?[member.row],
      word.isDigits || word.isGCode
    else { return nil }
    return word
  }

  /// The first few places of the other registrations; the own school only when there is no other.
  private func others(than place: Int, _ cluster: Cluster, _ linked: LinkedTables) -> String {
    let places: [String]
    if kinds == [.sameSchool] {
      places = rows(than: place, cluster, linked)
    } else {
      let schools = cluster.members.map { linked.links[$0.dataset].schools[$0.row] }
      let known = Set(schools.compactMap { $0 })
      let elsewhere = known.filter { $0 != schools[place] }
      places = (elsewhere.isEmpty ? known : elsewhere).sorted()
        .map { Self.name(of: linked.schools[Int($0)], linked) }
    }
    return places.prefix(3).joined(separator: ", ") + (places.count > 3 ? ", …" : "")
  }

  /// By name, code and district: schools of one name are many, and whoever telephones asks for the district.
  private static func name(of school: School, _ linked: LinkedTables) -> String {
    let register = linked.register.map { linked.clean.tables[$0] }
    let district = school.registerRow.flatMap { register?["district"]?.string($0) } ?? ""
    guard !school.name.isEmpty, school.name != school.code else { return school.code }
    let marks = [school.code, district].filter { !$0.isEmpty }.joined(separator: " ")
    return school.name + " (" + marks + ")"
  }

  private func rows(than place: Int, _ cluster: Cluster, _ linked: LinkedTables) -> [String] {
    let origins = cluster.members.map { linked.clean.tables[$0.dataset].raw.origins[$0.row] }
    return origins.indices.filter { $0 != place }.map { other in
      origins[other].input == origins[place].input
        ? "\(origins[other].row)"
        : "\(origins[other].row) (\(linked.clean.inputs[origins[other].input].path))"
    }
  }
}
