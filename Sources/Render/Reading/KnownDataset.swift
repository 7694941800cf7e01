package import Tables

/// A dataset of the run, as far as a report may name it, its columns and their codes.
package struct KnownDataset: Sendable {
  package let name: String
  package let schema: Schema
  /// Its rows are only compared with, or are the register's: no school is shown them as its own.
  package let isReference: Bool
  private let lists: @Sendable () -> [String: CodeNames]

  package init(
    name: String, schema: Schema, isReference: Bool = false,
    codes: @escaping @Sendable () -> [String: CodeNames] = { [:] }
  ) {
    self.name = name
    self.schema = schema
    self.isReference = isReference
    lists = codes
  }

  /// What the codes are called, by the name of their column.
  var codes: [String: CodeNames] { lists() }
}
