internal import Containers
internal import Deduplicate
package import Ingest
internal import Normalize
internal import Settings
internal import Tables

/// Finds two rows in the inputs and tells why they are, or are not, one person's.
///
/// It reads, cleans and compares what a run would, so that weights and clusters are those of the run.
package struct Explainer: Sendable {
  /// What cannot be explained, and why.
  package struct Refusal: Error {
    package let message: String
    /// The command names what is not there; else the row is there and could not be used.
    package let isWrongCommand: Bool
  }

  private let plan: Plan
  private let words: ExplanationWords

  package init(_ plan: Plan, words: ExplanationWords) {
    self.plan = plan
    self.words = words
  }

  /// - files: of all datasets, by their paths below the root of the inputs.
  package func explain(
    _ files: [InputFile], _ left: String, _ right: String
  ) async throws -> Explanation {
    let names = try [left, right].map(name)
    guard names[0] != names[1] else { throw refusal(.sameRow) }
    let files = try await files.mapInOrder(jobs: plan.jobs) { try InputArchive.files(of: $0) }
      .flatMap { $0 }
    let paths = Set(files.map { $0.path })
    let places = try names.map { name in
      guard let place = name.file(among: paths) else { throw refusal(.noFile, name.text) }
      return place
    }
    let (model, datasets) = try datasets(of: names, places.map { $0.path }, files)
    var findings = Findings()
    let clean = try await clean(files, neededFor: model, findings: &findings)
    let rows = try zip(zip(names, places), datasets).map { named, dataset in
      try row(named.0, named.1.path, named.1.sheet, of: dataset, in: clean, findings)
    }
    guard rows[0] != rows[1] else { throw refusal(.sameRow) }
    guard let explanation = await plan.deduplicate.explain(rows[0], rows[1], in: clean) else {
      throw refusal(.noModel)
    }
    return Explanation(
      explanation, rows: rows, audience: plan.audience, words: words,
      moved: moved(findings, in: clean))
  }

  private func name(_ text: String) throws -> RowName {
    guard let name = RowName(text) else { throw refusal(.notARow, text) }
    return name
  }

  private func refusal(_ key: ExplanationWords.Key, _ facts: String...) -> Refusal {
    let facts = facts + ["", ""]
    return Refusal(
      message: words[key, facts[0], facts[1]],
      isWrongCommand: key != .quarantined && key != .refusedFile)
  }

  // MARK: Files

  /// The dataset of each row, and the one whose model compares them.
  private func datasets(
    of names: [RowName], _ paths: [String], _ files: [InputFile]
  ) throws -> (model: String, datasets: [String]) {
    let claims = paths.map { path in files.filter { $0.path == path }.map { $0.dataset } }
    for left in claims[0] {
      for right in claims[1] {
        if let model = plan.deduplicate.dataset(comparing: left, with: right) {
          return (model, [left, right])
        }
      }
    }
    guard plan.deduplicate.hasModel else { throw refusal(.noModel) }
    let isLeft = !claims[0].contains { plan.deduplicate.dataset(comparing: $0, with: $0) != nil }
    let place = isLeft ? 0 : 1
    throw refusal(.otherDataset, names[place].text, claims[place].joined(separator: ", "))
  }

  /// The tables that a run would compare; files of other datasets are not read.
  private func clean(
    _ files: [InputFile], neededFor model: String, findings: inout Findings
  ) async throws -> CleanTables {
    let needed = plan.deduplicate.datasets(neededFor: model)
    let paths = Set(files.filter { needed.contains($0.dataset) }.map { $0.path })
    let files = files.filter { paths.contains($0.path) }
    let hashes = try await Run(plan).fingerprints(files)
    let read = RepeatedFiles.marked(files) { hashes[$0.dataset + "\n" + $0.path] }
    let raw = try await plan.ingest.run(read, findings: &findings)
    return try await plan.normalize.run(raw, findings: &findings)
  }

  // MARK: Rows

  private func row(
    _ name: RowName, _ path: String, _ sheet: String?, of dataset: String, in clean: CleanTables,
    _ findings: Findings
  ) throws -> RowReference {
    guard let index = clean.index(of: dataset),
      let input = clean.inputs.firstIndex(where: { $0.path == path && $0.dataset == dataset })
    else { throw refusal(.noFile, name.text) }
    let report = clean.inputs[input]
    if let code = report.refusal {
      throw refusal(.refusedFile, name.text, reason(code, input, findings))
    }
    let table = clean.tables[index]
    let sheets = try sheets(named: sheet, of: report, name)
    let rows = sheets.compactMap {
      table.raw.origins.row(at: Origin(input: input, sheet: $0, row: name.row))
    }
    guard let row = rows.first else { throw refusal(.noRow, name.text) }
    guard rows.count == 1 else {
      throw refusal(.whichSheet, name.text, report.sheets.joined(separator: ", "))
    }
    guard table.accepted[row] else {
      let rule = table.quarantine.first { $0.row == row }.map { plan.book.rules[$0.rule] }
      throw refusal(.quarantined, name.text, rule?.title[words.language] ?? "")
    }
    return RowReference(dataset: index, row: row)
  }

  /// The sheets that may be meant.
  private func sheets(
    named sheet: String?, of report: InputReport, _ name: RowName
  ) throws -> [Int] {
    guard let sheet else { return Array(0..<max(1, report.sheets.count)) }
    guard let index = report.sheets.firstIndex(of: sheet) else {
      throw refusal(.noSheet, name.text, report.sheets.joined(separator: ", "))
    }
    return [index]
  }

  private func reason(_ code: String, _ input: Int, _ findings: Findings) -> String {
    let told = findings.all.first { finding in
      guard case .input(let place) = finding.subject else { return false }
      return place.input == input && plan.book[finding].code == code
    }
    return told.map { plan.book[$0].sentence(words.language, facts: $0.facts.texts) } ?? code
  }

  /// The rows whose cells may stand under other headers than their own.
  private func moved(_ findings: Findings, in clean: CleanTables) -> Set<Origin> {
    Set(
      findings.all.filter { plan.book[$0].tellsMovedCells }.map { finding in
        switch finding.subject {
        case .input(let origin): origin
        case .row(let dataset, let row): clean.tables[dataset].raw.origins[row]
        }
      })
  }
}
