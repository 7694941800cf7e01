internal import Render
internal import Tables

/// A comparison of rounds as lines for a person, table by table.
package struct ComparisonText: Sendable {
  private let words: ComparisonWords

  package init(_ words: ComparisonWords) { self.words = words }

  package func text(_ comparison: RoundComparison) -> String {
    let (before, now) = (comparison.before.name, comparison.now.name)
    var lines = [comparison.pipeline + ": " + words[.title, before, now]]
    lines += comparison.warnings.map { words[.warning] + ": " + words.sentence($0) }
    for table in comparison.tables { lines += self.lines(table, before, now) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func lines(_ table: TableComparison, _ before: String, _ now: String) -> [String] {
    let title = table.title(words.language) + " [" + table.id + "]: "
    switch table.presence {
    case .onlyBefore: return [title + words[.onlyTable, before]]
    case .onlyNow: return [title + words[.onlyTable, now]]
    case .both: break
    }
    if table.isEqual { return [title + words[.equal, NumberText.grouped(table.equal)]] }
    let counts = words[
      .changedFigures, NumberText.grouped(table.differences.count), NumberText.grouped(table.equal)]
    let heads = [words[.row], words[.column], before, now, words[.change], words[.percent]]
    let rows = table.differences.isEmpty ? [] : [heads] + table.differences.map { cells($0, table) }
    return ["", title + counts]
      + TerminalTable(rows, numbers: [2, 3, 4, 5]).lines.map { "  " + $0 }
      + words.lone(table, before, now).map { "  " + $0 }
  }

  private func cells(_ difference: TableComparison.Difference, _ table: TableComparison) -> [String]
  {
    var change = NumberText.of(difference.change)
    var percent = ""
    if case .change(let now, let before, let scale) = difference.change {
      change = NumberText.difference(now, before, in: scale)
      percent = NumberText.growth(now, from: before, in: scale) ?? ""
    }
    return [
      table.row(difference.row, words.language), table.column(difference.column, words.language),
      NumberText.of(difference.before), NumberText.of(difference.now), change, percent,
    ]
  }
}
