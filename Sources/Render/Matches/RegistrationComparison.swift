internal import Tables

/// Registrations side by side: what each says in the columns by which a person knows it, and in those that
/// are compared.
///
/// A value differs where two registrations say something else in a column that is compared; that a pupil has
/// another number in another school says nothing.
struct RegistrationComparison {
  /// One column, with what each registration has in it.
  struct Field {
    let label: String
    /// In a workbook, in digits of the usual type.
    let width: Int
    fileprivate(set) var values: [(text: String, differs: Bool)] = []

    func cell(_ place: Int) -> DocumentList.Cell {
      values[place].differs ? .marked(values[place].text) : .text(values[place].text)
    }
  }

  /// The columns by which a person knows a row, and the others that are compared.
  let called: [Field]
  let further: [Field]

  /// - Parameters:
  ///   - members: the first is of the dataset whose columns are named.
  ///   - compared: the places of the columns that are compared in its schema.
  init(
    _ members: [RowReference], _ text: RegistrationText, _ linked: LinkedTables, compared: [Int],
    _ language: Language
  ) {
    guard let first = members.first else {
      (called, further) = ([], [])
      return
    }
    let schema = linked.clean.tables[first.dataset].schema
    let field = { (column: Int) -> Field in
      Self.field(
        schema.columns[column], of: members, text, linked, isCompared: compared.contains(column),
        language)
    }
    called = schema.called.map { field($0) }
    further = compared.filter { !schema.called.contains($0) }.map { field($0) }
  }

  private static func field(
    _ column: SchemaColumn, of members: [RowReference], _ text: RegistrationText,
    _ linked: LinkedTables, isCompared: Bool, _ language: Language
  ) -> Field {
    // Another dataset may have the column in another place, or not at all.
    let cells = members.map { row -> (clean: String, shown: String) in
      let table = linked.clean.tables[row.dataset]
      guard let place = table.schema.index(of: column.name) else { return ("", "") }
      return (table.columns[place].string(row.row), text.value(row, place))
    }
    let isMixed = isCompared && Set(cells.map { $0.clean }.filter { !$0.isEmpty }).count > 1
    return Field(
      label: column.label[language], width: width(of: column),
      values: cells.map { ($0.shown, isMixed && !$0.clean.isEmpty) })
  }

  /// For a page: the columns in which any registration says something.
  var sides: [MatchCards.Side] {
    (called + further).filter { $0.values.contains { !$0.text.isEmpty } }.map {
      MatchCards.Side(label: $0.label, values: $0.values)
    }
  }

  private static func width(of column: SchemaColumn) -> Int {
    switch column.privacy {
    case .identifier: column.length == nil ? 12 : 19
    case .name: 13
    case .open, .sensitive: column.kind == .date ? 12 : 9
    }
  }
}
