package import Settings
internal import Tables

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
    case furtherUnresolved = "further-unresolved"
    case furtherConfirmed = "further-confirmed"
    case errors = "error-findings"
    case rowsWithErrors = "rows-with-errors"
    case sharedErrors = "shared-errors"
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
  /// Who has no number of a citizen is sensitive.
  private let suppression: SuppressionRule?
  /// How other tables count them.
  private let hiddenName: String

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
    suppression = round.suppression
    hiddenName = Predicate.name([
      dataset, CountTally.What.persons.rawValue,
      Predicate.starts(schema.columns[identifier].name, "G"),
    ])
  }

  package var isCompared: Bool { true }
  package var knownRows: [String]? { items.map { $0.item.rawValue } }

  package func figures(of material: Material) -> TracedFigures {
    let earlier = EarlierColumns(material.earlier, table: frame.id, column: "value")
    var result = TracedRows(
      frame.table(
        stubs: [LocalizedText(thai: "รายการ", english: "Item")],
        columns: [
          FigureTable.ColumnHead(
            key: "value", headings: [LocalizedText(thai: "จำนวน", english: "Number")], unit: "")
        ] + earlier.heads))
    guard let place = material.linked.clean.index(of: dataset) else {
      return result.figures(of: material)
    }
    let submissions = Submissions(material.linked, dataset: dataset)
    for (item, label) in items {
      let now = figure(item, place, submissions, material)
      let before = earlier.figures(item.rawValue, now.figure)
      if item == .gCode, isHidden([now.figure] + before, material) {
        let hidden = TracedFigure(Figure(.suppressed, rows: 0)) { _ in [] }
        result.append(
          .init(key: item.rawValue, labels: [label]),
          [TracedFigure](repeating: hidden, count: 1 + before.count))
        continue
      }
      let traced = before.map { figure in
        TracedFigure(figure) { _ in
          throw UntracedFigure(
            "it is of an earlier round, or the change since; trace the column 'value', and that of the earlier round on its own files"
          )
        }
      }
      result.append(.init(key: item.rawValue, labels: [label]), [now] + traced)
    }
    return result.figures(of: material)
  }

  /// A small number of any round hides those beside it, for the change would tell it.
  private func isHidden(_ figures: [Figure], _ material: Material) -> Bool {
    guard let suppression else { return false }
    return material.hiddenFigures.contains(hiddenName)
      || figures.contains { suppression.hides($0.value) }
  }

  private func figure(
    _ item: Item, _ place: Int, _ submissions: Submissions, _ material: Material
  ) -> TracedFigure {
    let (table, links) = (material.linked.clean.tables[place], material.linked.links[place])
    let persons = { (holds: @escaping @Sendable (Int) -> Bool) in
      Self.persons(table, links, place, where: holds)
    }
    switch item {
    case .schoolsInRegister: return Self.schools(submissions) { $0 != .unregistered }
    case .schoolsSubmitted:
      return Self.schools(submissions) { $0 == .submitted || $0 == .withoutPupils }
    case .schoolsWithoutPupils: return Self.schools(submissions) { $0 == .withoutPupils }
    case .schoolsNotSubmitted: return Self.schools(submissions) { $0 == .notSubmitted }
    case .registered: return rows(.accepted, material)
    case .rowsQuarantined: return rows(.quarantined, material)
    case .further: return rows(.further, material)
    case .furtherUnresolved: return Self.further(links, place) { $0 != .confirmed }
    case .furtherConfirmed: return Self.further(links, place) { $0 == .confirmed }
    case .inputsRefused: return Self.refused(material)
    case .errors: return errors(material).findings
    case .rowsWithErrors: return errors(material).rows
    case .sharedErrors: return Self.sharedErrors(material)
    case .persons: return persons { _ in true }
    case .male: return persons(Self.isOne(of: [male], table.columns[sex].text))
    case .female: return persons(Self.isOne(of: [female], table.columns[sex].text))
    case .sexUnknown:
      let isKnown = Self.isOne(of: [male, female], table.columns[sex].text)
      return persons { !isKnown($0) }
    case .notRemovable:
      let flags = table.columns[notRemovable].flag
      return persons { flags?[$0] == true }
    case .gCode:
      let identifiers = table.columns[identifier].identifier
      return persons { identifiers?[$0].isGCode == true }
    }
  }

  /// The schools in some states, each standing where the register lists it.
  private static func schools(
    _ submissions: Submissions, _ isWanted: (Submissions.State) -> Bool
  ) -> TracedFigure {
    let schools = submissions.states.indices.filter { isWanted(submissions.states[$0]) }
    return TracedFigure(Figure(.count(schools.count), rows: schools.count)) { material in
      schools.compactMap { school in
        guard let register = material.linked.register,
          let row = material.linked.schools[school].registerRow
        else { return nil }
        return FigureTrace.Line(.value, .row(RowReference(dataset: register, row: row)), 1)
      }
    }
  }

  private func rows(_ fate: RowFate, _ material: Material) -> TracedFigure {
    let entries = material.linked.clean.ledger.entries.filter { $0.dataset == dataset }
    let count = fate.count(entries)
    return TracedFigure(Figure(.count(count), rows: count)) { material in
      fate.lines(of: entries, in: material.linked)
    }
  }

  /// The further registrations of clusters whose check has come so far.
  private static func further(
    _ links: Links, _ place: Int, _ isWanted: (Cluster.Resolution) -> Bool
  ) -> TracedFigure {
    let rows = links.clusters.filter { $0.isOnePerson && isWanted($0.resolution) }
      .flatMap { $0.rows(of: place) }.filter { links.further[$0] }.sorted()
    return TracedFigure(Figure(.count(rows.count), rows: rows.count)) { _ in
      rows.map { FigureTrace.Line(.value, .row(RowReference(dataset: place, row: $0)), 1) }
    }
  }

  private static func refused(_ material: Material) -> TracedFigure {
    let inputs = material.linked.clean.inputs
    let refused = inputs.indices.filter { inputs[$0].refusal != nil }
    return TracedFigure(Figure(.count(refused.count), rows: refused.count)) { _ in
      refused.map { FigureTrace.Line(.value, .input(Origin(input: $0)), 1) }
    }
  }

  /// Whether a row holds one of some texts.
  private static func isOne(
    of values: [String], _ text: CodedColumn?
  ) -> @Sendable (Int) -> Bool {
    guard let text else { return { _ in false } }
    let codes = values.compactMap { text.dictionary.find($0) }
    return { codes.contains(text.code($0)) }
  }

  private static func persons(
    _ table: CleanTable, _ links: Links, _ place: Int,
    where holds: @escaping @Sendable (Int) -> Bool
  ) -> TracedFigure {
    var rows = 0
    var further = 0
    for row in 0..<table.count where table.accepted[row] && holds(row) {
      rows += 1
      if links.further[row] { further += 1 }
    }
    return TracedFigure(Figure(.count(rows - further), rows: rows)) { _ in
      (0..<table.count).filter { table.accepted[$0] && holds($0) }.map { row in
        FigureTrace.Line(
          .value, .row(RowReference(dataset: place, row: row)), links.further[row] ? 0 : 1)
      }
    }
  }

  private func errors(_ material: Material) -> (findings: TracedFigure, rows: TracedFigure) {
    let errors = material.findings.all.indices.filter {
      material.book[material.findings.all[$0]].severity == .error
    }
    // What is wrong with a file as a whole stands in no row.
    let inRows = errors.filter { material.places[$0].origin.row > 0 }
    let rows = Set(inRows.map { material.places[$0].origin }).count
    return (
      TracedFigure(Figure(.count(errors.count), rows: rows)) { material in
        material.lines(of: errors) { $0.findings }
      },
      TracedFigure(Figure(.count(rows), rows: rows)) { material in
        material.lines(of: inRows) { $0.places }
      }
    )
  }

  /// Errors that nearly all rows of a file, or of a school in it, have in common.
  private static func sharedErrors(_ material: Material) -> TracedFigure {
    let firsts = material.causes.all
      .filter { material.book.rules[$0.rule].severity == .error }.map { $0.findings[0] }
    return TracedFigure(Figure(.count(firsts.count), rows: firsts.count)) { material in
      firsts.map { FigureTrace.Line(.value, material.place(ofFinding: $0), 1) }
    }
  }
}
