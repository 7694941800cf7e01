package import Aggregate
package import Ingest
package import Settings
package import Tables

/// Walks a figure back to the rows of the inputs that made it.
///
/// It reads, cleans, links and counts what a run would, so that the rows are those of the run.
package struct Tracer: Sendable {
  /// A figure and the rows behind it.
  package struct Found: Sendable {
    package let name: String
    package let title: LocalizedText
    package let figure: Figure
    package let unit: String
    package let rows: [Row]
    package let scale: Int
    /// The figure is the middle of the amounts, and not their sum.
    package let isMedian: Bool
  }

  /// A row of an input and what it gives to the figure.
  package struct Row: Sendable, Equatable {
    package let part: String
    package let dataset: String
    package let file: String
    package let sheet: String
    /// As a spreadsheet counts; 0 stands for the whole sheet.
    package let row: Int
    package let school: String
    package let amount: Int
  }

  /// The rows do not add up to the figure, which is a mistake in this program and no answer.
  package struct Mismatch: Error, CustomStringConvertible {
    package let description: String
  }

  private let plan: Plan

  package init(_ plan: Plan) { self.plan = plan }

  /// - files: of all datasets, by their paths below the root of the inputs.
  package func trace(_ settings: Settings, _ files: [InputFile]) async throws -> Found {
    // What is no name at all is told before anything is read.
    _ = try FigureName(settings)
    return try Self.trace(settings, in: await read(files))
  }

  /// Everything before the figures, of which one after the other can then be traced.
  package func read(_ files: [InputFile]) async throws -> TracedRound {
    var walk = Walk()
    let linked = try await Run(plan).linked(files, &walk).rows
    var findings = walk.findings
    return try plan.aggregate.traced(linked, findings: &findings)
  }

  package static func trace(_ settings: Settings, in round: TracedRound) throws -> Found {
    let figure = try FigureName(settings)
    guard let figures = try round.figures(of: figure.table) else {
      throw Settings(.word(figure.table), at: settings.place).unknown(
        "table", among: round.tableIDs)
    }
    let (row, column) = try place(of: figure, in: figures.table, settings.place)
    do {
      return try found(figures, row, column, round.linked)
    } catch let untraced as UntracedFigure {
      throw SettingsError(
        "the figure '\(name(figures.table, row, column))' cannot be walked back to rows: "
          + untraced.reason, at: settings.place)
    }
  }

  /// A figure of a table and the rows behind it, which add up to it.
  package static func found(
    _ figures: TracedFigures, _ row: Int, _ column: Int, _ linked: LinkedTables
  ) throws -> Found {
    let table = figures.table
    let (name, figure) = (name(table, row, column), table[row, column])
    let trace = try figures.trace(row: row, column: column)
    guard trace.addsUp(to: figure) else {
      throw Mismatch(
        description: "the rows behind '\(name)' do not add up to it; please report this mistake")
    }
    return Found(
      name: name, title: table.title, figure: figure, unit: table.columns[column].unit,
      rows: trace.lines.map { Self.row($0, linked) }, scale: trace.scale,
      isMedian: trace.isMedian)
  }

  /// As figures.csv names it.
  private static func name(_ table: FigureTable, _ row: Int, _ column: Int) -> String {
    "\(table.id):\(table.rows[row].key):\(table.columns[column].key)"
  }

  /// A row's own name may hold colons, so a name can be read in two ways.
  private static func place(
    of figure: FigureName, in table: FigureTable, _ place: Place
  ) throws -> (row: Int, column: Int) {
    let columns = Settings(.word(""), at: place)
    var missing = columns.expected("a column: " + Self.list(table.columns.map { $0.key }))
    for reading in figure.readings {
      guard let row = table.rows.firstIndex(where: { $0.key == reading.row }) else {
        if reading.column != nil || figure.readings.count == 1 {
          missing = Settings(.word(reading.row), at: place).unknown(
            "row of '\(table.id)'", among: table.rows.map { $0.key })
        }
        continue
      }
      guard let name = reading.column else {
        if table.columns.count == 1 { return (row, 0) }
        missing = SettingsError(
          "'\(figure.text)' lacks its column; expected one of "
            + Self.list(table.columns.map { $0.key }), at: place)
        continue
      }
      guard let column = table.columns.firstIndex(where: { $0.key == name }) else {
        missing = Settings(.word(name), at: place).unknown(
          "column of '\(table.id)'", among: table.columns.map { $0.key })
        continue
      }
      return (row, column)
    }
    throw missing
  }

  private static func list(_ words: [String]) -> String {
    words.prefix(12).joined(separator: ", ") + (words.count > 12 ? ", …" : "")
  }

  private static func row(_ line: FigureTrace.Line, _ linked: LinkedTables) -> Row {
    let clean = linked.clean
    switch line.place {
    case .row(let place):
      let table = clean.tables[place.dataset]
      let origin = table.raw.origins[place.row]
      let input = clean.inputs[origin.input]
      return Row(
        part: line.part.rawValue, dataset: table.name, file: input.path,
        sheet: sheet(origin, input), row: origin.row,
        school: linked.links[place.dataset].schools[place.row]
          .map { linked.schools[Int($0)].code } ?? "",
        amount: line.amount)
    case .input(let origin):
      let input = clean.inputs[origin.input]
      return Row(
        part: line.part.rawValue, dataset: input.dataset, file: input.path,
        sheet: sheet(origin, input), row: origin.row, school: "", amount: line.amount)
    }
  }

  private static func sheet(_ origin: Origin, _ input: InputReport) -> String {
    input.sheets.indices.contains(origin.sheet) ? input.sheets[origin.sheet] : ""
  }
}
