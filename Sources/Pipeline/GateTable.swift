package import Settings
internal import Tables

/// The gates of a run as a table of figures: reports say by it what failed, and figures.csv what was counted.
///
/// A row for each gate and a total; `failed` is 1 above the limit. Without gates there is the total alone.
package struct GateTable: Sendable {
  static let id = "gates"
  static let columns = ["found", "of", "share", "limit", "failed"]

  private let title: LocalizedText
  private let stub: LocalizedText
  private let total: LocalizedText
  private let heads: [LocalizedText]
  private let note: LocalizedText
  private let subjects: [(key: String, label: LocalizedText)]
  private let perSchool: LocalizedText

  /// Reads the words of `pages/gates.yaml`.
  package init(_ settings: Settings) throws {
    let words = ["title", "gate", "total", "note", "per-school"]
    try settings.allow(only: words + Self.columns + Gates.named)
    let text = { (key: String) in try settings.required(key).localizedText }
    title = try text("title")
    stub = try text("gate")
    total = try text("total")
    note = try text("note")
    perSchool = try text("per-school")
    heads = try Self.columns.map(text)
    subjects = try Gates.named.map { ($0, try text($0)) }
  }

  func table(_ results: [Gates.Result], _ book: RuleBook) -> FigureTable {
    let columns = zip(Self.columns, heads).map { key, heading in
      // What is counted hangs on the gate: rows, schools or files.
      let unit = key == "failed" ? "gates" : key == "share" ? "share" : "counted"
      return FigureTable.ColumnHead(key: key, headings: [heading], unit: unit)
    }
    var table = FigureTable(
      id: Self.id, title: title, stubs: [stub], columns: columns, notes: [note])
    for result in results {
      let limit: Figure.Value =
        switch result.limit {
        case .count(let most): .count(most)
        case .share(let most): .share(Int((most * 1_000_000).rounded()), of: 1_000_000)
        }
      let values: [Figure.Value] = [
        .count(result.found), .count(result.outOf), .share(result.found, of: result.outOf), limit,
        .count(result.passed ? 0 : 1),
      ]
      table.append(
        FigureTable.RowHead(key: result.name, labels: [label(result.name, book)]),
        values.map { Figure($0, rows: result.found) })
    }
    let failed = results.count { !$0.passed }
    table.append(
      FigureTable.RowHead(key: "total", labels: [total], role: .total),
      Self.columns.map { Figure($0 == "failed" ? .count(failed) : .noData, rows: failed) })
    return table
  }

  /// `แถวที่มีข้อผิดพลาด`, or the title of the rule that the gate limits.
  private func label(_ name: String, _ book: RuleBook) -> LocalizedText {
    let isPerSchool = name.hasPrefix("per-school.")
    let subject = isPerSchool ? String(name.dropFirst("per-school.".count)) : name
    let code = subject.hasPrefix("rules.") ? String(subject.dropFirst("rules.".count)) : nil
    let rule = code.flatMap { book.index(of: $0) }.map { book.rules[$0].title }
    let known = subjects.first { $0.key == subject }?.label
    let own = rule ?? known ?? LocalizedText(subject)
    guard isPerSchool else { return own }
    return LocalizedText(
      thai: own.thai + " " + perSchool.thai, english: own.english + " " + perSchool.english)
  }
}
