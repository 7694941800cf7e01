package import Settings
package import Tables

/// Clusters of registrations by kind and class, with the children, registrations and schools they touch.
package struct DuplicateKinds: Measure {
  package static let name = "duplicates"
  package static let summary =
    "Clusters by class, children, registrations and schools, by kind of duplicate."

  private let frame: TableFrame
  private let dataset: String
  private let kinds: [(kind: Cluster.Kind, label: LocalizedText)]

  package init(
    _ frame: TableFrame, _ settings: Settings, _ round: AggregateRound, shelf: Shelf
  ) throws {
    try settings.allow(only: TableFrame.keys + ["dataset", "kinds"])
    self.frame = frame
    dataset = try settings.required("dataset").word
    kinds = try settings.required("kinds").entries.map { key, place, label in
      let kind = try Settings(.word(key), at: place).choice(of: Cluster.Kind.self, called: "kind")
      return (kind, try label.localizedText)
    }
  }

  package func table(of material: Material) -> FigureTable {
    var result = frame.table(
      stubs: [LocalizedText(thai: "ลักษณะ", english: "Kind")],
      columns: [
        .init("clusters", "กลุ่ม", "Clusters", unit: .clusters),
        .init("certain", "แน่นอน", "Certain", unit: .clusters),
        .init("probable", "น่าจะใช่", "Probable", unit: .clusters),
        .init("review", "ต้องตรวจสอบ", "To be reviewed", unit: .clusters),
        .init("children", "คน", "Children", unit: .persons),
        .init("registrations", "ทะเบียน", "Registrations", unit: .registrations),
        .init("schools", "โรงเรียน", "Schools", unit: .schools),
      ])
    guard let own = material.linked.clean.index(of: dataset) else { return result }
    let clusters = material.linked.links[own].clusters
    for (kind, label) in kinds {
      result.append(
        .init(key: kind.rawValue, labels: [label]),
        figures(clusters.filter { $0.kind == kind }, material.linked))
    }
    result.append(
      .init(key: "total", labels: [Words.total], role: .total), figures(clusters, material.linked))
    return result
  }

  /// A registration in two clusters counts once.
  private func figures(_ clusters: [Cluster], _ linked: LinkedTables) -> [Figure] {
    let rows = Set(
      clusters.flatMap { $0.members.map { RowReference(dataset: $0.dataset, row: $0.row) } })
    let schools = Set(rows.compactMap { linked.links[$0.dataset].schools[$0.row] })
    // Where one number is on several children nothing is claimed that could be sure or not.
    let classes = Cluster.Certainty.allCases.map { certainty in
      clusters.count { $0.isOnePerson && $0.certainty == certainty }
    }
    let children = clusters.reduce(0) { $0 + ($1.isOnePerson ? 1 : $1.members.count) }
    return ([clusters.count] + classes + [children, rows.count, schools.count]).map {
      Figure(.count($0), rows: rows.count)
    }
  }
}
