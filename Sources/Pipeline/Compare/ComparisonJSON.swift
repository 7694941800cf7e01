internal import Tables

/// A comparison of rounds for machines; figures are written as figures.csv writes them.
package enum ComparisonJSON {
  package static func document(_ comparison: RoundComparison, _ words: ComparisonWords) -> JSON {
    .object([
      ("pipeline", .text(comparison.pipeline)),
      ("a", round(comparison.before)), ("b", round(comparison.now)),
      ("warnings", .list(comparison.warnings.map { .text(words.sentence($0)) })),
      ("tables", .list(comparison.tables.map { table($0, words.language) })),
    ])
  }

  private static func round(_ round: RoundFigures) -> JSON {
    .object([("round", .text(round.name)), ("krong", .text(round.facts?.version))])
  }

  private static func table(_ table: TableComparison, _ language: Language) -> JSON {
    let state =
      switch table.presence {
      case .onlyBefore: "only-a"
      case .onlyNow: "only-b"
      case .both: table.isEqual ? "equal" : "changed"
      }
    let keys = { (keys: [String]) in JSON.list(keys.map { .text($0) }) }
    return .object([
      ("table", .text(table.id)), ("title", .text(table.title(language))), ("state", .text(state)),
      ("equal", .number(table.equal)),
      (
        "changes",
        .list(
          table.differences.map { difference in
            .object([
              ("row", .text(difference.row)),
              ("row_label", .text(table.row(difference.row, language))),
              ("column", .text(difference.column)),
              ("column_label", .text(table.column(difference.column, language))),
              ("a", figure(difference.before)), ("b", figure(difference.now)),
              ("change", figure(difference.change)),
            ])
          })
      ),
      ("rows_only_in_a", keys(table.rows.before)), ("rows_only_in_b", keys(table.rows.now)),
      ("columns_only_in_a", keys(table.columns.before)),
      ("columns_only_in_b", keys(table.columns.now)),
    ])
  }

  private static func figure(_ value: Figure.Value) -> JSON { .text(FiguresFile.parts(value)[0]) }
}
