internal import Settings
internal import Tables

/// Numbers the tables of a report, and says below each where its figures come from.
///
/// A report file asks for it by `numbered: true` and `sources: true`.
struct TableNumbering: Sendable {
  private let isNumbered: Bool
  private let namesSources: Bool

  init(_ settings: Settings) throws {
    isNumbered = try settings["numbered"]?.flag ?? false
    namesSources = try settings["sources"]?.flag ?? false
  }

  func numbered(_ nodes: [Node], _ context: BlockContext) -> [Node] {
    guard isNumbered || namesSources else { return nodes }
    var number = 0
    return nodes.map { node in
      guard case .table(let table) = node else { return node }
      number += 1
      let title =
        isNumbered ? context.words[.tableNumber, String(number), table.title] : table.title
      let source = namesSources ? source(of: table.id, context) : nil
      return .table(table.retitled(title, more: [source].compactMap { $0 }))
    }
  }

  /// The datasets behind a table, and how many files of each; where a table names none, all that are counted.
  private func source(of table: String, _ context: BlockContext) -> String? {
    let clean = context.figures.linked.clean
    let named = context.figures[table]?.datasets ?? []
    let counted = clean.tables.map { $0.name }.filter { name in
      clean.inputs.contains { $0.dataset == name && !$0.isReference }
    }
    let sources = (named.isEmpty ? counted : named).compactMap { name -> String? in
      guard let index = clean.index(of: name) else { return nil }
      let files = clean.inputs.count { $0.dataset == name && $0.refusal == nil }
      return context.words[
        .sourceFiles, clean.tables[index].schema.title[context.language], String(files)]
    }
    return sources.isEmpty
      ? nil : context.words[.source, sources.joined(separator: " · "), context.asOf]
  }
}
