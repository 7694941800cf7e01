internal import Tables

/// A dataset as a query sees it: a table of the dataset's name, with the columns of its schema.
struct QueryTable: Sendable {
  struct Column: Sendable, Equatable {
    /// What the column is filled from.
    enum Content: Sendable, Equatable {
      case key, school, file, sheet, line, further, movement, step, identity, other
      /// By the place of the column in the schema.
      case clean(Int)
      case raw(Int)
    }

    let name: String
    let type: String
    let content: Content

    var isRaw: Bool { if case .raw = content { true } else { false } }
  }

  /// What SQL calls it.
  let name: String
  let dataset: String
  let schema: Schema
  /// In the order of the schema, what every table has first.
  let columns: [Column]

  private init(name: String, dataset: String, schema: Schema) {
    self.name = name
    self.dataset = dataset
    self.schema = schema
    columns =
      Self.ownColumns
      + schema.columns.enumerated().flatMap { index, column in
        [
          Column(name: column.name, type: Self.type(of: column.kind), content: .clean(index)),
          Column(name: column.name + "__raw", type: "TEXT", content: .raw(index)),
        ]
      }
  }

  /// The tables of a round; `service-area` is called `service_area`, too, which needs no quotes.
  static func all(of schemas: [String: Schema]) -> [QueryTable] {
    var tables: [QueryTable] = []
    for (dataset, schema) in schemas.sorted(by: { $0.key < $1.key }) {
      tables.append(QueryTable(name: dataset, dataset: dataset, schema: schema))
    }
    for table in tables {
      let plain = table.name.replacing("-", with: "_")
      guard !tables.contains(where: { $0.isCalled(plain) }) else { continue }
      tables.append(QueryTable(name: plain, dataset: table.dataset, schema: table.schema))
    }
    return tables
  }

  /// SQLite does not tell `A` from `a` in the names of tables and columns.
  func isCalled(_ name: String) -> Bool { self.name.lowercased() == name.lowercased() }

  func column(_ name: String) -> Column? {
    columns.first { $0.name.lowercased() == name.lowercased() }
  }

  /// What some of the columns hold the values of.
  func schemaColumns(of columns: [Column]) -> [SchemaColumn] {
    columns.compactMap { column in
      switch column.content {
      case .clean(let index), .raw(let index): schema.columns[index]
      default: nil
      }
    }
  }

  /// The statement that makes the table with some of its columns.
  func creation(_ columns: [Column]) -> String {
    let fields = columns.map {
      "\(Self.quoted($0.name)) \($0.type)" + ($0.content == .key ? " PRIMARY KEY" : "")
    }
    return "CREATE TABLE \(Self.quoted(name)) (\(fields.joined(separator: ", ")))"
  }

  /// The statement that fills one row.
  func insertion(_ columns: [Column]) -> String {
    let marks = columns.map { _ in "?" }.joined(separator: ", ")
    return "INSERT INTO \(Self.quoted(name)) VALUES (\(marks))"
  }

  private static let ownColumns = [
    Column(name: "_row", type: "INTEGER", content: .key),
    Column(name: "_school", type: "TEXT", content: .school),
    Column(name: "_file", type: "TEXT", content: .file),
    Column(name: "_sheet", type: "TEXT", content: .sheet),
    Column(name: "_line", type: "INTEGER", content: .line),
    Column(name: "_further", type: "INTEGER", content: .further),
    Column(name: "_movement", type: "TEXT", content: .movement),
    Column(name: "_step", type: "TEXT", content: .step),
    Column(name: "_identity", type: "TEXT", content: .identity),
    Column(name: "_other", type: "INTEGER", content: .other),
  ]

  private static func type(of kind: SchemaColumn.Kind) -> String {
    switch kind {
    case .text, .identifier, .date: "TEXT"
    case .integer, .flag: "INTEGER"
    case .decimal: "REAL"
    }
  }

  private static func quoted(_ name: String) -> String {
    "\"" + name.replacing("\"", with: "\"\"") + "\""
  }
}
