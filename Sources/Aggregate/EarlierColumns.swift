internal import Tables

/// The columns that stand beside a column of figures: those of earlier rounds, and the change since.
///
/// There are none for a round that is not to be had.
struct EarlierColumns {
  private let rounds: [(kind: EarlierRound.Kind, round: EarlierRound)]
  private let table: String
  private let column: String
  private let unit: String

  /// `column` is the one that is compared, of a table.
  init(_ rounds: [EarlierRound], table: String, column: String, unit: String = "") {
    self.rounds = rounds.compactMap { round in
      round.holds(table) ? round.kind.map { ($0, round) } : nil
    }
    self.table = table
    self.column = column
    self.unit = unit
  }

  var heads: [FigureTable.ColumnHead] {
    rounds.flatMap { kind, earlier -> [FigureTable.ColumnHead] in
      let round = Words.name(of: earlier)
      return [
        .init(key: kind.column, headings: [round, Self.number], unit: unit),
        .init(key: kind.changeColumn, headings: [round, Self.change], unit: unit),
      ]
    }
  }

  /// The figures of a row beside the one of this round.
  func figures(_ row: String, _ now: Figure) -> [Figure] {
    rounds.flatMap { _, earlier -> [Figure] in
      let before = earlier[FigureID(table: table, row: row, column: column)] ?? .noData
      // The rows behind the earlier figure were those of another run.
      return [
        Figure(before, rows: 0), Figure(now.value.change(since: before), rows: now.rows),
      ]
    }
  }

  private static let number = LocalizedText(thai: "จำนวน", english: "Number")
  private static let change = LocalizedText(thai: "เปลี่ยนแปลง", english: "Change")
}
