package import Settings
internal import Tables

/// Figures of other tables through the last years, each year from the run of its round of the same term.
///
/// With `figures` a year is a line, with `of` a table keeps its lines and each of its `columns` has one for
/// every year. A round that was not run, or lacks a figure, is no data and never 0.
package struct YearTable: Measure {
  package static let name = "years"
  package static let summary =
    "Named 'figures', or 'columns' 'of' a table, in the same term of the 'last' … years, with the change since the year before."

  private enum Content: Sendable {
    /// The years are lines.
    case figures([NamedFigure])
    /// The years are columns of those of a table.
    case table(String, Place, columns: [(key: String, title: LocalizedText)])
  }

  private let frame: TableFrame
  private let content: Content
  private let years: [Int]
  private let term: Int

  private static let most = 10

  package init(
    _ frame: TableFrame, _ settings: Settings, _ round: AggregateRound, shelf: Shelf
  ) throws {
    try settings.allow(only: TableFrame.keys + ["figures", "of", "columns", "last"])
    self.frame = frame
    let last = try settings["last"].map { last in
      guard let number = try? last.number, 2...Self.most ~= number else {
        throw last.expected("a number of years from 2 to \(Self.most)")
      }
      return number
    }
    years = Array(round.round.year - (last ?? 5) + 1...round.round.year)
    term = round.round.term
    if let table = settings["of"] {
      if let figures = settings["figures"] {
        throw SettingsError("a table of years has 'figures' or 'of', not both", at: figures.place)
      }
      content = .table(
        try table.word, table.place,
        columns: try settings.required("columns").entries.map {
          ($0.key, try $0.value.localizedText)
        })
    } else {
      content = .figures(
        try settings.required("figures").entries.map { try NamedFigure($0.key, $0.value) })
    }
  }

  package var repeated: [RepeatedTable] {
    switch content {
    case .figures(let figures): figures.map { RepeatedTable($0.id.table, at: $0.place) }
    case .table(let id, let place, _): [RepeatedTable(id, at: place)]
    }
  }

  package var earlierYears: Int { years.count - 1 }

  package func figures(of material: Material) -> TracedFigures {
    switch content {
    case .figures(let figures):
      let table = byYear(figures, material)
      return TracedFigures(table) { row, column in
        guard years[row] == years.last, column.isMultiple(of: 2) else {
          return try .ofOtherRounds(table[row, column])
        }
        return try figures[column / 2].trace(in: material)
      }
    case .table(let id, _, let columns):
      let table = across(id, columns, material)
      return TracedFigures(table) { row, column in
        guard years[column % years.count] == years.last else {
          return try .ofOtherRounds(table[row, column])
        }
        guard let traced = material.tables[id],
          let place = traced.table.columns.firstIndex(where: {
            $0.key == columns[column / years.count].key
          })
        else { return FigureTrace([]) }
        return try traced.trace(row: row, column: place)
      }
    }
  }

  /// A figure of a year; that of this one is of this run.
  private func figure(_ id: FigureID, in year: Int, _ now: Figure?, _ material: Material) -> Figure
  {
    // What is hidden now is hidden of the other years, whoever their runs were for.
    if year == years.last || now?.value == .suppressed { return now ?? Figure(.noData, rows: 0) }
    let earlier = material.earlier.first { $0.round.year == year && $0.round.term == term }
    // The rows behind it were those of another run.
    return Figure(earlier?[id] ?? .noData, rows: 0)
  }

  // MARK: Years as lines

  private func byYear(_ figures: [NamedFigure], _ material: Material) -> FigureTable {
    let now = figures.map { $0.figure(in: material) }
    var result = frame.table(
      stubs: [Self.year],
      columns: zip(figures, now).flatMap { named, now in
        [
          .init(key: named.key, headings: [named.title, Self.number], unit: now?.unit ?? ""),
          .init(
            key: named.key + "/change", headings: [named.title, Self.change],
            unit: now?.unit ?? ""),
        ]
      })
    for year in years {
      result.append(
        .init(key: String(year), labels: [LocalizedText(String(year))]),
        zip(figures, now).flatMap { named, now -> [Figure] in
          let own = figure(named.id, in: year, now?.figure, material)
          let before = figure(named.id, in: year - 1, now?.figure, material)
          return [own, Figure(own.value.change(since: before.value), rows: own.rows)]
        })
    }
    return result
  }

  // MARK: Years as columns

  private func across(
    _ id: String, _ titles: [(key: String, title: LocalizedText)], _ material: Material
  ) -> FigureTable {
    guard let table = material.tables[id]?.table else { return frame.table(stubs: [], columns: []) }
    // A column that the table does not have is no data.
    let columns = titles.map { key, title in
      (key: key, place: table.columns.firstIndex { $0.key == key }, title: title)
    }
    var result = frame.table(
      stubs: table.stubs,
      columns: columns.flatMap { column in
        years.map { year in
          FigureTable.ColumnHead(
            key: "\(column.key)/\(year)", headings: [column.title, LocalizedText(String(year))],
            unit: column.place.map { table.columns[$0].unit } ?? "")
        }
      })
    for (row, head) in table.rows.enumerated() {
      result.append(
        head,
        columns.flatMap { column in
          years.map {
            figure(
              FigureID(table: id, row: head.key, column: column.key), in: $0,
              column.place.map { table[row, $0] }, material)
          }
        })
    }
    return result
  }

  private static let year = LocalizedText(thai: "ปีการศึกษา", english: "Academic year")
  private static let number = LocalizedText(thai: "จำนวน", english: "Number")
  private static let change = LocalizedText(thai: "เปลี่ยนแปลง", english: "Change")
}
