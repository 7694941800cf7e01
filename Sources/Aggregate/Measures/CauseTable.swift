package import Settings
package import Tables

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

  package func table(of material: Material) -> FigureTable {
    var result = frame.table(
      stubs: [
        LocalizedText(thai: "สาเหตุ", english: "Cause"),
        LocalizedText(thai: "ไฟล์", english: "File"), Words.school,
      ],
      columns: [
        .init("rows", "แถว", "Rows", unit: .rows),
        .init("of", "จากแถวทั้งหมด", "Of all rows", unit: .rows),
        .init("pupils", "นักเรียน", "Pupils", unit: .persons),
        .init("consequences", "ข้ออื่นที่ตามมา", "Follow from it", unit: .findings),
      ])
    let worstFirst = material.causes.all.enumerated().sorted {
      (material.book.rules[$0.element.rule].severity, -$0.element.rows, $0.offset)
        < (material.book.rules[$1.element.rule].severity, -$1.element.rows, $1.offset)
    }
    for (_, cause) in worstFirst {
      result.append(head(of: cause, material), figures(cause, material))
    }
    return result
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

  private func pupils(of cause: Cause, _ material: Material) -> Int {
    var tally = FindingTally()
    for finding in cause.findings { material.add(finding, to: &tally) }
    guard cause.isOfSheet,
      let dataset = material.linked.clean.index(
        of: material.linked.clean.inputs[cause.input].dataset)
    else { return tally.pupils }
    let sheet = Origin(input: cause.input, sheet: cause.sheet)
    let rows = material.linked.clean.tables[dataset].raw.origins.rows(besides: sheet)
    return Set(
      rows.compactMap { row in
        material.persons.person(at: FindingPlace(origin: sheet, row: (dataset, row), school: nil))
      }
    ).count
  }

  private func figures(_ cause: Cause, _ material: Material) -> [Figure] {
    let pupils: Figure.Value = material.holdsPersons ? .count(pupils(of: cause, material)) : .noData
    return [.count(cause.rows), .count(cause.outOf), pupils, .count(cause.consequences.count)].map {
      Figure($0, rows: cause.rows)
    }
  }
}
