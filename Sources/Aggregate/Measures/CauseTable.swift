package import Settings
internal import Tables

/// The mistakes that stand behind many findings, worst first.
package struct CauseTable: Measure {
  package static let name = "causes"
  package static let summary =
    "One mistake in nearly every row of a file, or of a school in it, with its rows and pupils."

  private let frame: TableFrame

  package init(
    _ frame: TableFrame, _ settings: Settings, _ round: AggregateRound, shelf: Shelf
  ) throws {
    try settings.allow(only: TableFrame.keys)
    self.frame = frame
  }

  package func figures(of material: Material) -> TracedFigures {
    var result = TracedRows(
      frame.table(
        stubs: [
          LocalizedText(thai: "สาเหตุ", english: "Cause"),
          LocalizedText(thai: "ไฟล์", english: "File"), Words.school,
        ],
        columns: [
          .init("rows", "แถว", "Rows", unit: .rows),
          .init("of", "จากแถวทั้งหมด", "Of all rows", unit: .rows),
          .init("pupils", "นักเรียน", "Pupils", unit: .persons),
          .init("consequences", "ข้ออื่นที่ตามมา", "Follow from it", unit: .findings),
        ]))
    let worstFirst = material.causes.all.enumerated().sorted {
      (material.book.rules[$0.element.rule].severity, -$0.element.rows, $0.offset)
        < (material.book.rules[$1.element.rule].severity, -$1.element.rows, $1.offset)
    }
    for (_, cause) in worstFirst {
      result.append(head(of: cause, material), figures(cause, material))
    }
    return result.figures(of: material)
  }

  private func head(of cause: Cause, _ material: Material) -> FigureTable.RowHead {
    let rule = material.book.rules[cause.rule]
    let input = material.linked.clean.inputs[cause.input]
    let school = cause.school.map { material.linked.schools[$0] }
    let sheet = input.sheets.count > 1 ? " · " + input.sheets[cause.sheet] : ""
    let column = cause.column.flatMap { column in
      material.linked.clean.index(of: input.dataset)
        .map { material.linked.clean.tables[$0].schema.columns[column].name }
    }
    return .init(
      key: [rule.code, column ?? "", input.path + sheet, school?.code ?? ""]
        .filter { !$0.isEmpty }.joined(separator: ":"),
      labels: [
        rule.title, LocalizedText(input.path + sheet),
        school.map { Words.name(of: $0) } ?? .init(""),
      ])
  }

  private func figures(_ cause: Cause, _ material: Material) -> [TracedFigure] {
    let pupils = Self.pupils(of: cause, material).reduce(0) { $0 + $1.amount }
    let figure = { (value: Figure.Value, lines: @escaping TracedFigure.Lines) in
      TracedFigure(Figure(value, rows: cause.rows), lines: lines)
    }
    return [
      figure(.count(cause.rows)) { Self.rows(of: cause, $0) },
      figure(.count(cause.outOf)) { Self.whole(of: cause, $0) },
      figure(material.holdsPersons ? .count(pupils) : .noData) {
        $0.holdsPersons ? Self.pupils(of: cause, $0) : []
      },
      figure(.count(cause.consequences.count)) { material in
        material.lines(of: cause.consequences) { $0.findings }
      },
    ]
  }

  // MARK: Rows

  private static func rows(of cause: Cause, _ material: Material) -> [FigureTrace.Line] {
    cause.isOfSheet
      ? sheetRows(of: cause, material).map { FigureTrace.Line(.value, .row($0), 1) }
      : material.lines(of: cause.findings) { $0.rows }
  }

  /// The accepted rows of the sheet or of the school in it; those of the findings when they are more.
  private static func whole(of cause: Cause, _ material: Material) -> [FigureTrace.Line] {
    let all = sheetRows(of: cause, material)
    return all.count < cause.outOf
      ? rows(of: cause, material) : all.map { FigureTrace.Line(.value, .row($0), 1) }
  }

  /// The first row of each pupil gives 1.
  private static func pupils(of cause: Cause, _ material: Material) -> [FigureTrace.Line] {
    guard cause.isOfSheet else { return material.lines(of: cause.findings) { $0.pupils } }
    let sheet = Origin(input: cause.input, sheet: cause.sheet)
    var seen = Set<PersonRows.Person>()
    return sheetRows(of: cause, material).map { row in
      let place = FindingPlace(origin: sheet, row: (row.dataset, row.row), school: nil)
      let isFirst = material.persons.person(at: place).map { seen.insert($0).inserted } ?? false
      return FigureTrace.Line(.value, .row(row), isFirst ? 1 : 0)
    }
  }

  /// The accepted rows of the cause's sheet, of its school where it has one.
  private static func sheetRows(of cause: Cause, _ material: Material) -> [RowReference] {
    let clean = material.linked.clean
    guard let dataset = clean.index(of: clean.inputs[cause.input].dataset) else { return [] }
    let (table, links) = (clean.tables[dataset], material.linked.links[dataset])
    return table.raw.origins.rows(besides: Origin(input: cause.input, sheet: cause.sheet))
      .filter { row in
        table.accepted[row]
          && (cause.school.map { links.schools[row] == Int32(truncatingIfNeeded: $0) } ?? true)
      }
      .map { RowReference(dataset: dataset, row: $0) }
  }
}
