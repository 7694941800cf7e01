package import Settings
package import Tables

/// What a run's checks and tables may name: its datasets, its register and its round.
package struct AggregateRound: Sendable {
  package let schemas: [String: Schema]
  /// The dataset of schools.
  package let register: String?
  package let round: Round
  let shelf: Shelf
  /// The catalogue of dimensions, by name.
  let dimensions: Settings?
  /// What is paid for a pupil, where the pipeline names a table of it.
  let rates: RateTable?
  /// What the readers may not see of the tables; nil for readers inside of the offices.
  let suppression: SuppressionRule?

  package init(
    schemas: [String: Schema], register: String?, round: Round, shelf: Shelf,
    dimensions: Settings? = nil, rates: RateTable? = nil, suppression: SuppressionRule? = nil
  ) {
    self.rates = rates
    self.suppression = suppression
    self.schemas = schemas
    self.register = register
    self.round = round
    self.shelf = shelf
    self.dimensions = dimensions
  }

  /// The dataset that a word names.
  func dataset(_ name: Settings) throws -> (name: String, schema: Schema) {
    guard let schema = schemas[try name.word] else {
      throw name.unknown("dataset", among: schemas.keys.sorted())
    }
    return (try name.word, schema)
  }
}
