internal import Settings
internal import Tables

/// What the lists of findings have in common: a title, a sheet, and what stands there when they are empty.
struct ListTable: Sendable {
  private let id: String
  private let title: LocalizedText
  private let sheet: LocalizedText
  private let empty: LocalizedText?
  private let notes: [LocalizedText]

  /// `more` are the keys of the block beside those of all lists.
  init(_ settings: Settings, id: String, more: [String] = []) throws {
    try settings.allow(only: ["title", "sheet", "empty", "notes"] + more)
    self.id = id
    title = try settings.required("title").localizedText
    sheet = try settings.required("sheet").localizedText
    empty = try settings["empty"]?.localizedText
    notes = try settings["notes"]?.items.map { try $0.localizedText } ?? []
  }

  /// The table, or the words for an empty one.
  ///
  /// `texts` are the stubs that hold sentences. `list` makes of a title and the name of a sheet what a workbook
  /// shows in the table's place.
  func nodes(
    _ context: BlockContext, stubs: [Words.Word], naming: Int, texts: Set<Int>, figure: Words.Word,
    rows: [DocumentTable.Row], list: ((String, String) -> DocumentList)? = nil
  ) -> [Node] {
    guard !rows.isEmpty else {
      return empty.map { [.paragraph(Phrase($0[context.language]))] } ?? []
    }
    let (title, sheet) = (title[context.language], sheet[context.language])
    let table = DocumentTable(
      id: id, title: title, sheet: sheet, stubs: stubs.map { context.words[$0] },
      namingStub: naming, textStubs: texts,
      columns: [DocumentTable.Column(key: "findings", headings: [context.words[figure]])],
      rows: rows, notes: notes.map { $0[context.language] })
    return [list.map { .listed(table, $0(title, sheet)) } ?? .table(table)]
  }
}
