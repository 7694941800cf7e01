package import Settings
package import Tables

/// The figures of the top of the page, each one a row.
package struct Headline: Measure {
  package static let name = "headline"
  package static let summary =
    "Single figures of a dataset: schools, registrations, persons, findings; with those of the rounds that the pipeline compares, and the change since."

  /// What can be asked for; the names stand in figures.csv.
  private enum Item: String, CaseIterable {
    case schoolsInRegister = "schools-in-register"
    case schoolsSubmitted = "schools-submitted"
    case schoolsWithoutPupils = "schools-without-pupils"
    case schoolsNotSubmitted = "schools-not-submitted"
    case registered = "persons-registered"
    case rowsQuarantined = "rows-quarantined"
    case inputsRefused = "inputs-refused"
    case persons
    case male = "persons-male"
    case female = "persons-female"
    case sexUnknown = "persons-sex-unknown"
    case further = "further-registrations"
    case errors = "error-findings"
    case rowsWithErrors = "rows-with-errors"
    case notRemovable = "not-removable"
    case gCode = "g-code"
  }

  private let frame: TableFrame
  private let dataset: String
  private let items: [(item: Item, label: LocalizedText)]
  private let sex: Int
  private let male: String
  private let female: String
  private let notRemovable: Int
  private let identifier: Int

  package init(
    _ frame: TableFrame, _ settings: Settings, _ round: AggregateRound, shelf: Shelf
  ) throws {
    try settings.allow(
      only: TableFrame.keys + [
        "dataset", "items", "sex", "male", "female", "not_removable", "identifier",
      ])
    self.frame = frame
    let (name, schema) = try round.dataset(settings.required("dataset"))
    dataset = name
    items = try settings.required("items").entries.map { key, place, label in
      let item = try Settings(.word(key), at: place).choice(of: Item.self, called: "figure")
      return (item, try label.localizedText)
    }
    sex = try schema.index(of: settings.required("sex"))
    male = try settings.required("male").word
    female = try settings.required("female").word
    notRemovable = try schema.index(of: settings.required("not_removable"))
    identifier = try schema.index(of: settings.required("identifier"))
  }

  package var isCompared: Bool { true }

  package func table(of material: Material) -> FigureTable {
    let earlier = EarlierColumns(material.earlier, table: frame.id, column: "value")
    var result = frame.table(
      stubs: [LocalizedText(thai: "รายการ", english: "Item")],
      columns: [
        FigureTable.ColumnHead(
          key: "value", headings: [LocalizedText(thai: "จำนวน", english: "Number")], unit: "")
      ] + earlier.heads)
    guard let (table, links) = material.dataset(dataset) else { return result }
    let submissions = Submissions(material.linked, dataset: dataset)
    for (item, label) in items {
      let now = figure(item, table, links, submissions, material)
      result.append(
        .init(key: item.rawValue, labels: [label]), [now] + earlier.figures(item.rawValue, now))
    }
    return result
  }

  private func figure(
    _ item: Item, _ table: CleanTable, _ links: Links, _ submissions: Submissions,
    _ material: Material
  ) -> Figure {
    let schools = { (count: Int) in Figure(.count(count), rows: count) }
    let entries = material.linked.clean.ledger.entries.filter { $0.dataset == dataset }
    let rows = { (field: (LedgerEntry) -> Int) -> Figure in
      let count = entries.reduce(0) { $0 + field($1) }
      return Figure(.count(count), rows: count)
    }
    switch item {
    case .schoolsInRegister:
      return schools(submissions.states.count - submissions.count(.unregistered))
    case .schoolsSubmitted:
      return schools(submissions.count(.submitted) + submissions.count(.withoutPupils))
    case .schoolsWithoutPupils: return schools(submissions.count(.withoutPupils))
    case .schoolsNotSubmitted: return schools(submissions.count(.notSubmitted))
    case .registered: return rows { $0.accepted }
    case .rowsQuarantined: return rows { $0.quarantined }
    case .inputsRefused: return schools(material.linked.clean.inputs.count { $0.refusal != nil })
    case .further: return rows { $0.furtherRegistrations }
    case .errors: return errors(material).findings
    case .rowsWithErrors: return errors(material).rows
    case .persons: return persons(table, links) { _ in true }
    case .male: return persons(table, links, whose: sex, is: male)
    case .female: return persons(table, links, whose: sex, is: female)
    case .sexUnknown:
      let (all, male, female) = (
        persons(table, links) { _ in true }, persons(table, links, whose: sex, is: male),
        persons(table, links, whose: sex, is: female)
      )
      return Figure(
        .count(all.count - male.count - female.count), rows: all.rows - male.rows - female.rows)
    case .notRemovable:
      return persons(table, links) { table.columns[notRemovable].flag?[$0] == true }
    case .gCode:
      return persons(table, links) { table.columns[identifier].identifier?[$0].form == .gCode }
    }
  }

  private func persons(
    _ table: CleanTable, _ links: Links, whose column: Int, is value: String
  ) -> Figure {
    guard let text = table.columns[column].text, let code = text.dictionary.find(value) else {
      return Figure(.count(0), rows: 0)
    }
    return persons(table, links) { text.code($0) == code }
  }

  private func persons(
    _ table: CleanTable, _ links: Links, where holds: (Int) -> Bool
  ) -> Figure {
    var rows = 0
    var further = 0
    for row in 0..<table.count where table.accepted[row] && holds(row) {
      rows += 1
      if links.further[row] { further += 1 }
    }
    return Figure(.count(rows - further), rows: rows)
  }

  private func errors(_ material: Material) -> (findings: Figure, rows: Figure) {
    let errors = zip(material.findings.all, material.places)
      .filter { material.book[$0.0].severity == .error }
    let rows = Set(errors.map { $0.1.origin }).count
    return (Figure(.count(errors.count), rows: rows), Figure(.count(rows), rows: rows))
  }
}

extension Figure {
  fileprivate var count: Int {
    if case .count(let count) = value { count } else { 0 }
  }
}
