package import Settings
internal import Tables

/// A table of figures, whole or in part.
package struct TableBlock: Block {
  package static let name = "table"
  package static let summary =
    "A table by its 'id'; some of its 'columns' and 'rows' (* stands for anything), a 'limit', only when it 'needs' a column …"
  private static let keys = [
    "id", "title", "sheet", "columns", "rows", "limit", "hide-empty-columns", "name", "bars",
    "empty", "hide-empty", "needs", "not-computed", "notes",
  ]

  private let id: String
  private let place: Place
  private let title: FilledText?
  private let sheet: FilledText?
  private let columns: KeyPatterns
  private let rows: KeyPatterns
  private let limit: Int?
  private let hidesEmptyColumns: Bool
  /// The place of the stub that names a row, from 1.
  private let namingStub: Int
  private let bars: KeyPatterns
  private let empty: FilledText?
  /// Without any of these columns the table is not shown.
  private let needs: KeyPatterns?
  /// A table without rows, or of which nothing is known, is left out, because another one says why.
  private let hidesEmpty: Bool
  /// What is said in the place of rows none of whose figures was computed.
  private let notComputed: FilledText?
  /// Whether what the table says of all its columns stands below those that are shown.
  private let hasNotes: Bool

  package init(_ settings: Settings, known: KnownTables) throws {
    let isWord = (try? settings.word) != nil
    if !isWord { try settings.allow(only: Self.keys) }
    let name = isWord ? settings : try settings.required("id")
    id = try name.word
    place = name.place
    try known.check(id, at: place)
    title = try settings["title"].map { try FilledText($0, known: known) }
    sheet = try settings["sheet"].map { try FilledText($0, known: known) }
    columns = try settings["columns"].map { try KeyPatterns($0) } ?? .everything
    rows = try settings["rows"].map { try KeyPatterns($0) } ?? .everything
    limit = try settings["limit"].map { try $0.positive }
    hidesEmptyColumns = try settings["hide-empty-columns"]?.flag ?? false
    namingStub = try settings["name"].map { try $0.positive } ?? 1
    bars = try settings["bars"].map { try KeyPatterns($0) } ?? .nothing
    needs = try settings["needs"].map { try KeyPatterns($0) }
    empty = try settings["empty"].map { try FilledText($0, known: known) }
    hidesEmpty = try settings["hide-empty"]?.flag ?? false
    notComputed = try settings["not-computed"].map { try FilledText($0, known: known) }
    hasNotes = try settings["notes"]?.flag ?? true
  }

  package var mentionedTables: [String] {
    [title, sheet, empty, notComputed].flatMap { $0?.tables ?? [] }
  }
  package var shownTables: [String] { [id] }

  package func nodes(_ context: BlockContext) throws -> [Node] {
    let table = try context.table(id, at: place)
    if let needs, !table.columns.contains(where: { needs.match($0.key) }) { return [] }
    let (rows, isCut) = keptRows(of: table)
    let holds = { (row: Int, isWanted: (Figure.Value) -> Bool) in
      table.columns.indices.contains { isWanted(table[row, $0].value) }
    }
    let tells = rows.contains { row in
      // Of what is hidden nobody may say that there is nothing.
      holds(row) { $0 == .suppressed }
        || table.rows[row].role == .detail && holds(row) { $0 != .noData }
    }
    if !tells {
      if hidesEmpty { return [] }
      if let empty { return [.paragraph(try empty.phrase(context))] }
    }
    guard let notComputed else { return [try .table(drawn(rows, isCut, of: table, context))] }
    let computed = rows.filter { row in
      table.columns.indices.contains { table[row, $0].value != .notComputed }
    }
    let sentence = Node.paragraph(try notComputed.phrase(context))
    guard computed.contains(where: { table.rows[$0].role == .detail }) else { return [sentence] }
    let drawn = Node.table(try drawn(computed, isCut, of: table, context))
    return computed.count < rows.count ? [drawn, sentence] : [drawn]
  }

  private func drawn(
    _ rows: [Int], _ isCut: Bool, of table: FigureTable, _ context: BlockContext
  ) throws -> DocumentTable {
    let columns = keptColumns(of: table, rows: rows)
    let title = try title?.phrase(context).plain ?? table.title[context.language]
    return DocumentTable(
      id: id, title: title, sheet: try sheet?.phrase(context).plain ?? title,
      stubs: table.stubs.map { $0[context.language] },
      namingStub: min(namingStub, table.stubs.count) - 1,
      columns: drawn(columns, of: table, context),
      rows: rows.map { row in drawn(row, columns, of: table, context) },
      notes: notes(of: table, isCut: isCut, context), isNamed: true)
  }

  // MARK: What is kept

  /// All subtotals and totals, and detail rows up to the limit; whether it has cut any.
  private func keptRows(of table: FigureTable) -> (rows: [Int], isCut: Bool) {
    let all = table.rows.indices.filter { rows.match(table.rows[$0].key) }
    var room = limit ?? Int.max
    let kept = all.filter { row in
      guard table.rows[row].role == .detail else { return true }
      room -= 1
      return room >= 0
    }
    return (kept, kept.count < all.count)
  }

  private func keptColumns(of table: FigureTable, rows: [Int]) -> [Int] {
    table.columns.indices.filter { column in
      guard columns.match(table.columns[column].key) else { return false }
      return !hidesEmptyColumns
        || rows.contains { row in
          switch table[row, column].value {
          case .count(0), .noData, .share(0, of: _): false
          default: true
          }
        }
    }
  }

  // MARK: How it is drawn

  private func drawn(
    _ kept: [Int], of table: FigureTable, _ context: BlockContext
  ) -> [DocumentTable.Column] {
    let headings = kept.map { table.columns[$0].headings.map { $0[context.language] } }
    let lean = kept.count < table.columns.count ? Headings.withoutIdleLevels(headings) : headings
    return zip(kept, lean).map { column, headings in
      let head = table.columns[column]
      return DocumentTable.Column(
        key: head.key, headings: headings, role: head.role, hasBars: bars.match(head.key))
    }
  }

  private func drawn(
    _ row: Int, _ columns: [Int], of table: FigureTable, _ context: BlockContext
  ) -> DocumentTable.Row {
    let head = table.rows[row]
    return DocumentTable.Row(
      key: head.key, labels: head.labels.map { $0[context.language] }, role: head.role,
      cells: columns.map { table[row, $0].value })
  }

  private func notes(
    of table: FigureTable, isCut: Bool, _ context: BlockContext
  ) -> [String] {
    let cut = isCut ? limit.map { [context.words[.firstRows, NumberText.grouped($0)]] } ?? [] : []
    return cut + (hasNotes ? table.notes.map { $0[context.language] } : [])
  }
}
