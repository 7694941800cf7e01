package import Tables

/// The tables of a round, counted when they are asked for and with the rows behind their figures.
package struct TracedRound: Sendable {
  private let plan: AggregatePlan
  private let material: Material

  init(_ plan: AggregatePlan, _ material: Material) {
    self.plan = plan
    self.material = material
  }

  package var linked: LinkedTables { material.linked }

  /// The ids of the tables, in order.
  package var tableIDs: [String] { plan.tableIDs }

  /// The table of an id; nil when there is none.
  package func figures(of id: String) throws -> TracedFigures? {
    try plan.figures(of: id, in: material)
  }
}
