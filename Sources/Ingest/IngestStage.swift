package import Tables

/// Room 1: files come in, one raw table a dataset goes out.
///
/// Every input is named in the result, with what it was taken for and what became of each of its
/// rows. A file that cannot be used is a finding; the others are still read.
package struct IngestStage: Stage {
  package struct Dataset: Sendable {
    package let name: String
    package let schema: Schema
    /// Reads all files that fit its patterns, even those that fit another dataset better.
    package let isShared: Bool

    package init(name: String, schema: Schema, isShared: Bool = false) {
      self.name = name
      self.schema = schema
      self.isShared = isShared
    }
  }

  private let datasets: [Dataset]
  private let rules: ReadingRules
  private let jobs: Int
  private let smallestStretch: Int

  /// Large files are cut into as many stretches as there are jobs, none below `smallestStretch` bytes.
  package init(
    datasets: [Dataset], rules: ReadingRules, jobs: Int, smallestStretch: Int = 4 << 20
  ) {
    self.datasets = datasets
    self.rules = rules
    self.jobs = jobs
    self.smallestStretch = smallestStretch
  }

  /// Reads files in the order of their paths, so that the order in which they were listed is of no account.
  ///
  /// A file that is listed for several datasets goes to the one that it fits best.
  package func run(_ files: [InputFile], findings: inout Findings) async throws -> RawTables {
    let files = try await FileClaims(datasets: datasets).settle(files, jobs: jobs)
      .sorted { ($0.dataset, $0.path) < ($1.dataset, $1.path) }
    let readers = files.enumerated().compactMap { input, file in
      datasets.first { $0.name == file.dataset }.map {
        FileReader(
          file: file, input: input, schema: $0.schema, rules: rules,
          smallestStretch: smallestStretch)
      }
    }
    precondition(readers.count == files.count, "every input belongs to a dataset of the run")
    let jobs = self.jobs
    let stretches = try await readers.mapInOrder(jobs: jobs) { try $0.stretches(jobs: jobs) }
    let units = zip(readers, stretches).flatMap { reader, ranges in ranges.map { (reader, $0) } }
    let readings = try await units.mapInOrder(jobs: jobs) { reader, range in
      try reader.read(range)
    }
    var joined = try join(readers, stretches, readings)
    for (index, reader) in readers.enumerated() {
      let total = LastTotal(schema: reader.schema, rules: rules)
      let subtotals = Subtotals(schema: reader.schema, rules: rules)
      for part in joined[index].parts.indices {
        subtotals.check(&joined[index].parts[part])
        total.setAside(&joined[index].parts[part])
      }
    }
    var found = Findings()
    let tables = try await assemble(readers, joined, &found)
    findings.append(rules.told(found))
    return tables
  }

  /// Joins the stretches of each file; a file that was cut inside a quoted field is read again whole.
  private func join(
    _ readers: [FileReader], _ stretches: [[Range<Int>]], _ readings: [FileReading]
  ) throws -> [FileReading] {
    var rest = readings[...]
    return try zip(readers, stretches).map { reader, ranges in
      let own = rest.prefix(ranges.count)
      rest = rest.dropFirst(ranges.count)
      guard ranges.count > 1, var whole = own.first else { return own[own.startIndex] }
      let wasCutWrong = own.dropLast().contains { $0.parts.first?.endedInsideQuotes ?? true }
      if wasCutWrong { return try reader.read(0..<whole.size) }
      for next in own.dropFirst() {
        whole.findings.append(next.findings)
        for part in next.parts { whole.parts[0].join(part) }
      }
      return whole
    }
  }

  private func assemble(
    _ readers: [FileReader], _ readings: [FileReading], _ findings: inout Findings
  ) async throws -> RawTables {
    var ledger = Ledger()
    var inputs: [InputReport] = []
    for (reader, reading) in zip(readers, readings) {
      inputs.append(InputReport(reader.file, reading))
      findings.append(reading.findings)
      for part in reading.parts { findings.append(part.findings) }
      ledger.entries += reading.parts.map { $0.entry }
    }
    var tables: [RawTable] = []
    for dataset in datasets {
      let parts = zip(readers, readings).filter { $0.0.file.dataset == dataset.name }
        .flatMap { $0.1.parts }
      let assembly = TableAssembly(dataset: dataset, rules: rules, jobs: jobs)
      let (table, more) = try await assembly.table(of: parts)
      findings.append(more)
      tables.append(table)
    }
    return RawTables(tables: tables, inputs: inputs, ledger: ledger)
  }
}

extension InputReport {
  fileprivate init(_ file: InputFile, _ reading: FileReading) {
    self.init(path: file.path, dataset: file.dataset)
    size = reading.size
    container = reading.container
    encoding = reading.encoding
    sheets = reading.sheets
    headerRows = reading.parts.compactMap { $0.headerRow }
    stamp = reading.parts.compactMap { $0.stamp }.first
    if let first = reading.parts.first {
      lacking = Set(
        first.columns.indices.filter { column in
          reading.parts.allSatisfy { $0.columns[column] == nil }
        })
    }
    refusal = reading.refusal?.rawValue
  }
}
