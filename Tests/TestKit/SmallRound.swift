package import Tables

/// Datasets of a few rows, as Deduplicate would have handed them on.
package struct SmallRound: Sendable {
  package static let round = Round(
    system: "dmc", year: 2569, term: 1, title: LocalizedText("2569/1"),
    asOf: Day(iso: "2026-06-10") ?? Day(number: 0), opens: Day(number: 0), closes: Day(number: 0))

  package var linked = LinkedTables(
    clean: CleanTables(tables: [], inputs: [], ledger: Ledger()),
    schools: [School(code: "20010001", name: "วัดตัวอย่าง", registerRow: 0)], links: [])

  package init() {}

  /// Rows are written as `a|b|c`, one a line; a cell that stands for nothing is `-`.
  package mutating func add(
    _ dataset: String, _ columns: [(String, SchemaColumn.Kind)], _ rows: [String],
    privacy: [String: PrivacyClass] = [:], labels: [String: LocalizedText] = [:]
  ) {
    let schema = Schema(
      name: dataset, title: LocalizedText(dataset),
      columns: columns.map { name, kind in
        SchemaColumn(
          name: name, label: labels[name] ?? LocalizedText(name), kind: kind,
          privacy: privacy[name] ?? .open,
          headers: [name])
      }, minimumHeaders: 1)
    let cells = rows.map { $0.split(separator: "|", omittingEmptySubsequences: false) }
    var raw = RawTable(name: dataset, schema: schema)
    for (index, line) in cells.enumerated() {
      for (column, cell) in line.enumerated() { raw.columns[column].append(Array(cell.utf8).span) }
      raw.origins.append(Origin(input: linked.clean.inputs.count, row: index + 2))
    }
    var report = InputReport(path: dataset + ".xlsx", dataset: dataset)
    report.sheets = ["Sheet1"]
    linked.clean.inputs.append(report)
    linked.clean.tables.append(
      CleanTable(raw: raw, columns: zip(raw.columns, columns).map { Self.clean($0, $1.1) }))
    var links = Links(rows: rows.count)
    for row in rows.indices { links.schools[row] = 0 }
    linked.links.append(links)
  }

  package mutating func quarantine(_ row: Int, of dataset: Int) {
    linked.clean.tables[dataset].quarantine(row, because: 0)
  }

  /// Says what became of the person of a row since the round of another dataset.
  package mutating func follow(_ row: Int, of dataset: Int, to other: Int, _ movement: Movement) {
    var movements =
      linked.links[dataset].movements
      ?? Movements(count: linked.clean.tables[dataset].count, other: other, isLater: true)
    movements[row] = movement
    linked.links[dataset].movements = movements
  }

  package mutating func mark(_ row: Int, of dataset: Int) {
    linked.links[dataset].further[row] = true
    linked.links[dataset].schools[row] = nil
  }

  /// Where the rows of a dataset belong; none for a row of no school.
  package mutating func place(_ schools: [Int?], of dataset: Int) {
    linked.links[dataset].schools = schools.map { $0.map { Int32($0) } }
  }

  private static func clean(_ raw: RawColumn, _ kind: SchemaColumn.Kind) -> CleanColumn {
    guard case .text(let text) = raw else {
      guard case .identifier(let identifiers) = raw else {
        preconditionFailure("two kinds of columns")
      }
      let dash = identifiers.exceptions.find("-").map { Int($0) }
      let meaning = (0..<identifiers.exceptions.count).map { code in
        code == dash
          ? .empty : PackedIdentifier(form: .other, length: 0, value: UInt64(code))
      }
      return CleanColumn(
        .identifier(
          CleanIdentifierColumn(
            words: identifiers.words, meaning: meaning, texts: identifiers.exceptions)))
    }
    let words = (0..<UInt32(text.dictionary.count)).map { text.dictionary.string(of: $0) }
    var missing = Bitmap(count: words.count)
    for (code, word) in words.enumerated() { missing[code] = word == "-" }
    switch kind {
    case .text, .identifier:
      return CleanColumn(
        .text(
          CodedColumn(
            rows: text.codes, meaning: Array(0..<UInt32(words.count)),
            dictionary: ByteDictionary(words.map { $0 == "-" ? "" : $0 }))))
    case .integer, .decimal:
      let scale = kind == .integer ? 1 : 100
      let values = words.map { Int(((Double($0) ?? 0) * Double(scale)).rounded()) }
      return CleanColumn(
        .number(NumberColumn(rows: text.codes, values: values, missing: missing, scale: scale)))
    case .date:
      let days = words.map { Day(iso: $0) ?? Day(number: 0) }
      return CleanColumn(.date(DateColumn(rows: text.codes, days: days, missing: missing)))
    case .flag:
      var flags = Bitmap(count: words.count)
      for (code, word) in words.enumerated() { flags[code] = word == "yes" }
      return CleanColumn(.flag(FlagColumn(rows: text.codes, flags: flags, missing: missing)))
    }
  }
}
