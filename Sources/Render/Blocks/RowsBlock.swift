package import Settings
internal import Tables

/// The rows of a dataset themselves, for the officer and for the school whose rows they are.
package struct RowsBlock: Block {
  package static let name = "rows"
  package static let summary =
    "The rows of a 'dataset' with their wrong cells marked: for the officer all, in a report 'each: school' its own; by default those of every dataset in which something was found."
  private static let keys = [
    "dataset", "heading", "title", "sheet", "columns", "order", "marks", "empty", "notes",
  ]
  /// So many rows a sheet of Excel holds, and its head.
  private static let mostRows = 1_000_000

  /// nil for all in which something was found.
  private let dataset: Settings?
  private let heading: LocalizedText?
  private let title: LocalizedText?
  private let sheet: LocalizedText?
  private let columns: KeyPatterns
  private let order: [Settings]
  private let marks: Bool
  private let empty: LocalizedText?
  private let notes: [LocalizedText]
  /// What codes are called, by dataset and column.
  private let codes: [String: [String: CodeNames]]
  private let references: Set<String>

  package init(_ settings: Settings, known: KnownTables) throws {
    try settings.allow(only: Self.keys)
    dataset = settings["dataset"]
    heading = try settings["heading"]?.localizedText
    title = try settings["title"]?.localizedText
    sheet = try settings["sheet"]?.localizedText
    columns = try settings["columns"].map { try KeyPatterns($0) } ?? .everything
    order = settings["order"]?.items ?? []
    marks = try settings["marks"]?.flag ?? false
    empty = try settings["empty"]?.localizedText
    notes = try settings["notes"]?.items.map { try $0.localizedText } ?? []
    if dataset == nil, let order = settings["order"] {
      throw SettingsError("'order' needs the key 'dataset' beside it", at: order.place)
    }
    let all = known.datasets ?? []
    references = Set(all.filter { $0.isReference }.map { $0.name })
    var shown = all.filter { !$0.isReference }
    if let dataset {
      let name = try dataset.word
      shown = all.filter { $0.name == name }
      if let known = known.datasets, shown.isEmpty {
        throw dataset.unknown("dataset", among: known.map { $0.name })
      }
    }
    if let only = shown.first, dataset != nil {
      for column in settings["columns"]?.items ?? [] where !(try column.word.contains("*")) {
        _ = try only.schema.index(of: column)
      }
      for column in order { _ = try only.schema.index(of: column) }
    }
    codes = Dictionary(uniqueKeysWithValues: shown.map { ($0.name, $0.codes) })
  }

  /// The places of the datasets that can be shown.
  func datasets(of linked: LinkedTables) -> [Int] {
    let name = try? dataset?.word
    return linked.clean.tables.indices.filter { index in
      let own = linked.clean.tables[index].name
      return dataset == nil
        ? !references.contains(own) && index != linked.register : own == name
    }
  }

  /// How the values of a dataset are written.
  func writing(of table: CleanTable, for audience: Audience, _ words: Words) -> RowWriting {
    RowWriting(names: codes[table.name] ?? [:], audience: audience, words: words)
  }

  package func nodes(_ context: BlockContext) throws -> [Node] {
    guard let index = context.rows else { return [] }
    let linked = context.figures.linked
    var tables: [RowsTable] = []
    for dataset in datasets(of: linked) {
      let rows: [Int32]
      switch (context.worklist, context.audience) {
      case (let list?, .school): rows = Array(index.rows(of: list.school, in: dataset))
      case (nil, .officer): rows = index.rows(in: dataset)
      default: return []
      }
      let hasFindings =
        self.dataset != nil
        || rows.contains { !index.findings(in: Int($0), of: dataset).isEmpty }
      guard !rows.isEmpty, hasFindings else { continue }
      tables += try self.tables(of: sorted(rows, dataset, linked), in: dataset, context, index)
    }
    guard tables.isEmpty else {
      let heading = heading.map { [Node.heading($0[context.language])] } ?? []
      return heading + tables.map { .rows($0) }
    }
    return empty.map { [.paragraph(Phrase($0[context.language]))] } ?? []
  }

  private func sorted(_ rows: [Int32], _ dataset: Int, _ linked: LinkedTables) throws -> [Int32] {
    let table = linked.clean.tables[dataset]
    let columns = try order.map { try table.schema.index(of: $0) }
    let schools = linked.links[dataset].schools
    return RowsOrder(table, by: columns, names: codes[table.name] ?? [:])
      .sorted(rows) { schools[Int($0)] ?? .max }
  }

  private func tables(
    of rows: [Int32], in dataset: Int, _ context: BlockContext, _ index: RowsIndex
  ) throws -> [RowsTable] {
    let table = context.figures.linked.clean.tables[dataset]
    let schema = table.schema
    let maker = RowsMaker(
      linked: context.figures.linked, dataset: dataset,
      columns: schema.columns.indices.filter { columns.match(schema.columns[$0].name) },
      writing: writing(of: table, for: context.audience, context.words),
      made: index.cells(of: dataset, for: context.audience), moved: context.movedRows)
    let (found, book) = (context.figures.found.findings, context.figures.found.book)
    let marks = marks
    let title = (self.title ?? schema.title)[context.language]
    let sheet = (self.sheet ?? schema.title)[context.language]
    let key =
      marks
      ? [context.words[.rowsMarks, context.words[Severity.error], context.words[Severity.warning]]]
      : []
    let parts = (rows.count + Self.mostRows - 1) / Self.mostRows
    return (0..<parts).map { part in
      let own = rows[(part * Self.mostRows)..<min(rows.count, (part + 1) * Self.mostRows)]
      let count = parts > 1 ? " " + context.words[.part, String(part + 1), String(parts)] : ""
      let fill = { @Sendable in
        maker.content(Array(own)) { row in
          guard marks else { return [] }
          return index.findings(in: row, of: dataset).map { number in
            let finding = found.all[Int(number)]
            return (Int(number), finding.column, book[finding].severity)
          }
        }
      }
      // The few rows of a school stand in more than one file; all rows are too many to be held.
      let made = context.worklist == nil ? nil : fill()
      return RowsTable(
        title: title + count, sheet: sheet, notes: key + notes.map { $0[context.language] },
        count: own.count, fill: { made ?? fill() }
      ) {
        FindingText(context).reason($0)
      }
    }
  }
}
