package import Settings
package import Tables

/// Clusters of registrations by kind, with the registrations and schools they touch.
package struct DuplicateKinds: Measure {
  package static let name = "duplicates"
  package static let summary = "Clusters, registrations and schools, by kind of duplicate."

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
        .init("registrations", "ทะเบียน", "Registrations", unit: .registrations),
        .init("schools", "โรงเรียน", "Schools", unit: .schools),
      ])
    guard let (_, links) = material.dataset(dataset) else { return result }
    for (kind, label) in kinds {
      result.append(
        .init(key: kind.rawValue, labels: [label]),
        figures(links.clusters.filter { $0.kind == kind }, links))
    }
    result.append(
      .init(key: "total", labels: [Words.total], role: .total), figures(links.clusters, links))
    return result
  }

  /// A registration in two clusters counts once.
  private func figures(_ clusters: [Cluster], _ links: Links) -> [Figure] {
    let rows = Set(clusters.flatMap { $0.members.map { $0.row } })
    let schools = Set(rows.compactMap { links.schools[$0] })
    return [clusters.count, rows.count, schools.count].map { Figure(.count($0), rows: rows.count) }
  }
}
