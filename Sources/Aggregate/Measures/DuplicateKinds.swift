package import Settings
internal import Tables

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

  /// What a column counts of the rows of some clusters.
  private enum Column: Sendable, CaseIterable {
    case clusters, certain, probable, review, children, registrations, schools

    var head: FigureTable.ColumnHead {
      switch self {
      case .clusters: .init("clusters", "กลุ่ม", "Clusters", unit: .clusters)
      case .certain: .init("certain", "แน่นอน", "Certain", unit: .clusters)
      case .probable: .init("probable", "น่าจะใช่", "Probable", unit: .clusters)
      case .review: .init("review", "ต้องตรวจสอบ", "To be reviewed", unit: .clusters)
      case .children: .init("children", "คน", "Children", unit: .persons)
      case .registrations: .init("registrations", "ทะเบียน", "Registrations", unit: .registrations)
      case .schools: .init("schools", "โรงเรียน", "Schools", unit: .schools)
      }
    }

    /// The rows that it counts and what each gives.
    func lines(_ clusters: [Cluster], _ linked: LinkedTables) -> [FigureTrace.Line] {
      switch self {
      case .clusters: Self.firsts(of: clusters)
      case .certain: Self.firsts(of: clusters, .certain)
      case .probable: Self.firsts(of: clusters, .probable)
      case .review: Self.firsts(of: clusters, .review)
      case .children:
        clusters.flatMap { cluster in
          cluster.members.enumerated().map { place, member in
            member.line(gives: place == 0 || !cluster.isOnePerson)
          }
        }
      case .registrations: Self.distinct(clusters).map { $0.line(gives: true) }
      case .schools: Self.firsts(ofSchools: clusters, linked)
      }
    }

    /// The first row of each cluster gives 1.
    private static func firsts(of clusters: [Cluster]) -> [FigureTrace.Line] {
      clusters.flatMap { cluster in
        cluster.members.enumerated().map { place, member in member.line(gives: place == 0) }
      }
    }

    /// Where one number is on several children nothing is claimed that could be sure or not.
    private static func firsts(
      of clusters: [Cluster], _ certainty: Cluster.Certainty
    ) -> [FigureTrace.Line] {
      firsts(of: clusters.filter { $0.isOnePerson && $0.certainty == certainty })
    }

    private static func firsts(
      ofSchools clusters: [Cluster], _ linked: LinkedTables
    ) -> [FigureTrace.Line] {
      var seen = Set<Int32>()
      return distinct(clusters).map { member in
        let school = linked.links[member.dataset].schools[member.row]
        return member.line(gives: school.map { seen.insert($0).inserted } ?? false)
      }
    }

    /// A registration in two clusters counts once.
    private static func distinct(_ clusters: [Cluster]) -> [Cluster.Member] {
      var seen = Set<RowReference>()
      return clusters.flatMap { $0.members }.filter {
        seen.insert(RowReference(dataset: $0.dataset, row: $0.row)).inserted
      }
    }
  }

  package func figures(of material: Material) -> TracedFigures {
    var result = TracedRows(
      frame.table(
        stubs: [LocalizedText(thai: "ลักษณะ", english: "Kind")],
        columns: Column.allCases.map { $0.head }))
    guard let own = material.linked.clean.index(of: dataset) else {
      return result.figures(of: material)
    }
    let clusters = material.linked.links[own].clusters
    for (kind, label) in kinds {
      result.append(
        .init(key: kind.rawValue, labels: [label]),
        figures(clusters.filter { $0.kind == kind }, material.linked))
    }
    result.append(
      .init(key: "total", labels: [Words.total], role: .total), figures(clusters, material.linked))
    return result.figures(of: material)
  }

  private func figures(_ clusters: [Cluster], _ linked: LinkedTables) -> [TracedFigure] {
    let rows = Column.registrations.lines(clusters, linked).count
    return Column.allCases.map { column in
      let count = column.lines(clusters, linked).reduce(0) { $0 + $1.amount }
      return TracedFigure(Figure(.count(count), rows: rows)) { material in
        column.lines(clusters, material.linked)
      }
    }
  }
}

extension Cluster.Member {
  fileprivate func line(gives: Bool) -> FigureTrace.Line {
    FigureTrace.Line(.value, .row(RowReference(dataset: dataset, row: row)), gives ? 1 : 0)
  }
}
