package import Settings
package import Tables

/// The heart of a counting table by itself, to be measured: the rows of a dataset counted by dimensions.
package struct CellCount: Sendable {
  /// A dimension as a plain loop would read it: a code for each row, and the member of each code.
  package struct Column: Sendable {
    package let codes: [UInt32]
    package let members: [Int32]
    package let count: Int
  }

  private let rows: TallyRows

  /// - Parameters:
  ///   - dimensions: as a file of tables writes them.
  package init?(
    _ linked: LinkedTables, dataset: String, by dimensions: [Settings], _ round: AggregateRound,
    _ material: Material
  ) throws {
    guard let (table, links) = material.dataset(dataset), let schema = round.schemas[dataset] else {
      return nil
    }
    let source = DimensionPlan.Source(table: table, links: links)
    let all = try dimensions.map { settings in
      try DimensionPlan(settings, schema: schema, round: round).dimension(
        of: source, beside: [source], in: material, at: settings.place)
    }
    rows = TallyRows(
      table: table, links: links, grid: try CellGrid(all, at: dimensions[0].place),
      dimensions: all, counted: table.accepted)
  }

  /// The registrations in every cell.
  package func counts() -> [Int32] { CountTally(.persons, rows).registered }

  package var columns: [Column] {
    rows.dimensions.map { dimension in
      switch dimension.places {
      case .coded(let codes, let members):
        Column(codes: codes.expanded, members: members, count: dimension.members.count)
      case .rows(let members):
        Column(
          codes: members.map { UInt32($0) },
          members: (0..<Int32(dimension.members.count)).map { $0 },
          count: dimension.members.count)
      }
    }
  }
}
