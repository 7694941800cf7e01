internal import Settings
internal import Tables

/// A column as a model uses it: which one, and what of it is compared.
struct ColumnUse: Sendable, Equatable {
  enum Reading: Sendable, Equatable {
    case value
    /// The place of a text in an ordered list, as the grades of a school stand.
    case rank([String: UInt32])
    /// The school that the row is linked to, of no column.
    case school
  }

  let name: String
  let kind: SchemaColumn.Kind
  let reading: Reading

  static let school = ColumnUse(name: "school", kind: .text, reading: .school)
}

/// The columns that a model uses, each once.
struct ColumnUses: Sendable {
  private(set) var all: [ColumnUse] = []
  let schema: Schema

  init(_ schema: Schema) { self.schema = schema }

  /// The place of a column among those used; it is taken in when it is new.
  mutating func place(
    of column: Settings, kinds: SchemaColumn.Kind..., reading: ColumnUse.Reading = .value
  ) throws -> Int {
    let index = try schema.index(of: column)
    let kind = schema.columns[index].kind
    guard kinds.isEmpty || kinds.contains(kind) else {
      throw column.expected(
        "a column of kind " + kinds.map { $0.rawValue }.joined(separator: " or "))
    }
    return place(of: ColumnUse(name: schema.columns[index].name, kind: kind, reading: reading))
  }

  mutating func place(of use: ColumnUse) -> Int {
    if let known = all.firstIndex(of: use) { return known }
    all.append(use)
    return all.count - 1
  }
}
