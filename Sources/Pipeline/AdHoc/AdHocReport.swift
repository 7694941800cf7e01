internal import Aggregate
package import Ingest
internal import Render
package import Tables

/// Makes the one table of a plan that was asked for on the command line.
package struct AdHocReport: Sendable {
  private let plan: Plan

  package init(_ plan: Plan) { self.plan = plan }

  /// The table, and the page and the workbook that show it.
  package func made(
    _ files: [InputFile]
  ) async throws -> (table: FigureTable, pages: [Pages.Page]) {
    var walk = Walk()
    let linked = try await Run(plan).linked(files, &walk).rows
    var findings = walk.findings
    let figures = try await plan.aggregate.run(linked, findings: &findings)
    let pages = try await plan.render.run(figures, findings: &findings).pages
    guard let table = figures.tables.first else {
      preconditionFailure("the plan of an ad-hoc report has one table")
    }
    return (table, pages)
  }

  /// The table for a terminal: as many detail lines as wanted, then the sums.
  package func text(_ table: FigureTable, limit: Int?) -> String {
    let language = plan.language
    let stubs = table.stubs.count
    let levels = table.columns.map { $0.headings.count }.max() ?? 0
    let heads = (0..<levels).map { level in
      table.stubs.map { level == levels - 1 ? $0[language] : "" }
        + table.columns.map { column in
          let shift = level - (levels - column.headings.count)
          return shift >= 0 ? column.headings[shift][language] : ""
        }
    }
    var room = limit ?? .max
    let lines = table.rows.indices.filter { row in
      guard table.rows[row].role == .detail else { return true }
      room -= 1
      return room >= 0
    }
    let rows = lines.map { row in
      table.rows[row].labels.map { $0[language] }
        + table.columns.indices.map { NumberText.of(table[row, $0].value) }
    }
    let numbers = Set(stubs..<stubs + table.columns.count)
    return TerminalTable(heads + rows, numbers: numbers).lines.joined(separator: "\n") + "\n"
  }

  /// One line a row, its figures as plain numbers; nothing stands for no data.
  package func csv(_ table: FigureTable) -> [UInt8] {
    let language = plan.language
    let heads =
      table.stubs.map { $0[language] }
      + table.columns.map { $0.headings.map { $0[language] }.joined(separator: " / ") }
    var csv = CSVText()
    csv.append(heads)
    for row in table.rows.indices {
      csv.append(
        table.rows[row].labels.map { $0[language] }
          + table.columns.indices.map { FiguresFile.parts(table[row, $0].value)[0] })
    }
    return csv.bytes
  }
}
