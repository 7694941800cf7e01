/// A dataset as it was read: a column for each column of its schema, and each row's origin.
package struct RawTable: Sendable {
  package let name: String
  package let schema: Schema
  /// In the order of the schema; empty cells where a file lacks the column.
  package var columns: [RawColumn]
  package var origins = RowOrigins()

  package init(name: String, schema: Schema) {
    self.name = name
    self.schema = schema
    columns = schema.columns.map { RawColumn($0.kind) }
  }

  package var count: Int { origins.count }
}
