internal import Tables

/// What the last run of a round with other inputs found, held against what this one finds.
struct FindingMemory: FindingHistory {
  /// Nil when the round has no run before this one.
  let earlier: [RememberedFinding]?
  let digest: RowDigest
  /// The rules that are switched off; what they found before is not mended.
  let off: Set<Int>

  func progress(
    of findings: Findings, at places: [FindingPlace], in linked: LinkedTables, _ book: RuleBook
  ) -> Progress? {
    guard let earlier else { return nil }
    var left: [FindingKey: [Int]] = [:]
    for index in earlier.indices.reversed() { left[earlier[index].key, default: []].append(index) }
    let states = zip(findings.all, places).map { finding, place -> Progress.State in
      left[key(finding, place, linked, book)]?.popLast() == nil ? .new : .open
    }
    let seen = Seen(linked)
    let mended = left.values.flatMap { $0 }.sorted().map { earlier[$0] }.filter { finding in
      guard let rule = book.index(of: finding.key.rule), !off.contains(rule) else { return false }
      return seen.holds(finding.key)
    }
    return Progress(states: states, mended: mended.map { Progress.Mended($0) })
  }

  /// The findings of a run as the next one will ask for them.
  func remembered(
    _ findings: Findings, in linked: LinkedTables, _ book: RuleBook
  ) -> [RememberedFinding] {
    findings.all.map { finding in
      let place = linked.place(of: finding)
      let input = linked.clean.inputs[place.origin.input]
      return RememberedFinding(
        key: key(finding, place, linked, book), file: input.path,
        sheet: input.sheet(place.origin.sheet), row: place.origin.row)
    }
  }

  private func key(
    _ finding: Finding, _ place: FindingPlace, _ linked: LinkedTables, _ book: RuleBook
  ) -> FindingKey {
    let input = linked.clean.inputs[place.origin.input]
    let dataset = place.row?.dataset ?? linked.clean.index(of: input.dataset)
    let table = dataset.map { linked.clean.tables[$0] }
    let row =
      if let table, let row = place.row?.row {
        digest.digest(of: row, in: table)
      } else {
        digest.digest(of: "\(input.path)\u{1F}\(place.origin.sheet)\u{1F}\(place.origin.row)")
      }
    return FindingKey(
      rule: book[finding].code, dataset: table?.name ?? input.dataset,
      school: place.school.map { linked.schools[$0].code } ?? "",
      column: finding.column.flatMap { table?.schema.columns[$0].name } ?? "", row: row)
  }
}

/// Which schools have rows in this run: what is not handed in again is not mended.
private struct Seen {
  private var schools: [String: Set<String>] = [:]

  init(_ linked: LinkedTables) {
    for (table, links) in zip(linked.clean.tables, linked.links) where table.count > 0 {
      // Findings without a school belong to the dataset's files.
      var codes: Set<String> = [""]
      for school in Set(links.schools) {
        if let school { codes.insert(linked.schools[Int(school)].code) }
      }
      schools[table.name] = codes
    }
  }

  func holds(_ key: FindingKey) -> Bool { schools[key.dataset]?.contains(key.school) ?? false }
}

extension Progress.Mended {
  fileprivate init(_ finding: RememberedFinding) {
    self.init(
      rule: finding.key.rule, school: finding.key.school, file: finding.file, sheet: finding.sheet,
      row: finding.row, column: finding.key.column)
  }
}
