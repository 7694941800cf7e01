package import Settings
package import Tables

/// Room 5: figures come in, pages go out, one file for each report and format.
///
/// A report file says which figures stand where. Blocks turn it into a document, a small tree that
/// knows no file format; each writer prints that tree. So a page and a workbook cannot disagree, and
/// nothing is calculated here: every number is a figure that Aggregate made.
package struct RenderStage: Stage {
  private let reports: [Report]
  private let frame: PageFrame
  private let words: Words
  private let matching: MatchWords
  private let answers: ChoiceWords
  private let results: ChoiceWords
  private var masthead: Masthead
  private let formats: [PageFormat]

  /// Reads everything that is said about pages, before any data is read.
  ///
  /// - reports: the files of `pipelines/reports/` that the pipeline names.
  /// - template: the text of `pipelines/pages/page.mustache`, with the word that names it.
  /// - words: `pipelines/pages/words.yaml`.
  /// - matching: `pipelines/pages/matching.yaml`.
  /// - answers: what a school can answer to a finding, `pipelines/codes/answer.csv`.
  /// - results: what a check of a registration can find, `pipelines/codes/duplicate-result.csv`.
  /// - known: the tables that Aggregate will make; without it their names are checked when it has.
  ///
  /// Throws all mistakes together, as `SettingsErrors`.
  package init(
    reports: [Settings], template: (text: String, file: String), words: Settings,
    matching: Settings, answers: ChoiceWords = ChoiceWords(), results: ChoiceWords = ChoiceWords(),
    masthead: Masthead, formats: [PageFormat], known: KnownTables = .unknown
  ) throws {
    var mistakes = Mistakes()
    let frame = try mistakes.collect { try PageFrame(template.text, file: template.file) }
    let spoken = try mistakes.collect { try Words(words, language: masthead.language) }
    let told = try mistakes.collect { try MatchWords(matching, language: masthead.language) }
    let read = try reports.compactMap { settings in
      try mistakes.collect { (report: try Report(settings, known: known), settings: settings) }
    }
    try mistakes.collect { try Self.refuseEqualFiles(read) }
    try mistakes.end()
    self.frame = try mistakes.result(frame)
    self.words = try mistakes.result(spoken)
    self.matching = try mistakes.result(told)
    self.answers = answers
    self.results = results
    self.reports = read.map { $0.report }
    self.masthead = masthead
    self.formats = formats
  }

  /// Whether a report is made for each school, of what it must correct.
  package var hasSchoolReports: Bool {
    masthead.audience != .public && reports.contains { $0.isForEachSchool }
  }

  /// The same room for another office, whose name is known only when its register has been read.
  package func named(_ office: LocalizedText) -> RenderStage {
    var stage = self
    stage.masthead = masthead.of(office)
    return stage
  }

  package func run(_ figures: Figures, findings: inout Findings) async throws -> Pages {
    var pages = Pages(batches: [])
    let moved = Set(
      figures.found.findings.all.filter { figures.found.book[$0].tellsMovedCells }
        .map { figures.linked.place(of: $0).origin })
    let index = rowsIndex(figures)
    for report in reports where !report.isForEachSchool && report.isFor(masthead.audience) {
      let document = try report.document(
        of: figures, under: masthead, words: words, matching: matching, answers: answers,
        results: results, movedRows: moved, rows: index)
      pages.batches += batch(of: document, report)
    }
    // What a school must correct is for nobody who may only see sums.
    if hasSchoolReports {
      for report in reports where report.isForEachSchool {
        pages.batches += try schools(report, figures, moved, index)
      }
    }
    return pages
  }

  private func batch(of document: Document, _ report: Report) -> [Pages.Batch] {
    // Rows that nobody may see leave nothing to be written.
    if report.showsRows, document.nodes.isEmpty { return [] }
    return report.formats(among: formats).map { format in
      let path = report.file + "." + format.rawValue
      // Long lists are made when they are written.
      guard report.showsRows else {
        return Pages.Batch(Pages.Page(path: path, bytes: print(document, as: format)))
      }
      return Pages.Batch(Pages.Page(path: path) { print(document, as: format) })
    }
  }

  /// Where the rows stand, if any report shows them to its audience.
  private func rowsIndex(_ figures: Figures) -> RowsIndex? {
    let showing = reports.filter { report in
      report.showsRows
        && (report.isForEachSchool
          ? hasSchoolReports : masthead.audience == .officer && report.isFor(.officer))
    }
    guard !showing.isEmpty else { return nil }
    var datasets: Set<Int> = []
    var cells: [Int: RowCells] = [:]
    for report in showing {
      for (dataset, writing) in report.datasets(of: figures.linked, words) {
        datasets.insert(dataset)
        guard report.isForEachSchool, cells[dataset] == nil else { continue }
        cells[dataset] = RowCells(figures.linked.clean.tables[dataset], writing)
      }
    }
    return RowsIndex(figures, datasets: datasets, cells: cells)
  }

  /// A page for each school that has something to correct, made when it is written.
  private func schools(
    _ report: Report, _ figures: Figures, _ moved: Set<Origin>, _ index: RowsIndex?
  ) throws -> [Pages.Batch] {
    let masthead = masthead.made(for: .school)
    let names = SchoolFileNames(figures)
    let document = {
      @Sendable [words, matching, answers, results] (list: Worklist) throws -> Document in
      try report.document(
        of: figures, under: masthead, words: words, matching: matching, answers: answers,
        results: results, worklist: list, movedRows: moved, rows: index)
    }
    // A mistake of the report shows in any school's page; it is told before anything is written.
    if let first = figures.found.worklists.first { _ = try document(first) }
    let formats = report.formats(among: formats)
    return figures.found.worklists.map { list in
      let paths = formats.map { "\(report.file)/\(names[list.school]).\($0.rawValue)" }
      return Pages.Batch(paths, isOfSchool: true) {
        guard let document = try? document(list) else {
          preconditionFailure("what one school's page can be made of, all can")
        }
        return zip(paths, formats).map { path, format in
          Pages.Page(path: path) { print(document, as: format) }
        }
      }
    }
  }

  private func print(_ document: Document, as format: PageFormat) -> [UInt8] {
    switch format {
    case .html: HTMLWriter(frame: frame, words: words).page(of: document)
    case .xlsx: XLSXWriter(words: words).workbook(of: document)
    }
  }

  /// Two reports of one file would overwrite each other; a report is named like its file if it does not say.
  private static func refuseEqualFiles(_ reports: [(report: Report, settings: Settings)]) throws {
    var seen: Set<String> = []
    for (report, settings) in reports where !seen.insert(report.file).inserted {
      let place = settings["file"]?.place ?? settings["report"]?.place ?? settings.place
      throw SettingsError("another report is written to '\(report.file)' already", at: place)
    }
  }
}

/// The formats that a report is written in, by the ending of their files.
package enum PageFormat: String, Sendable, CaseIterable {
  case html, xlsx
}
