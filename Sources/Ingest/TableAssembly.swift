internal import Containers
internal import Tables

/// Joins the parts of a dataset into one table in UTF-8, column by column.
struct TableAssembly: Sendable {
  let dataset: IngestStage.Dataset
  let rules: ReadingRules
  let jobs: Int

  func table(of parts: [TablePart]) async throws -> (table: RawTable, findings: Findings) {
    var table = RawTable(name: dataset.name, schema: dataset.schema)
    for part in parts { table.origins.append(part.origins, shiftedBy: 0) }
    let origins = table.origins
    let columns = try await Array(dataset.schema.columns.indices).mapInOrder(jobs: jobs) { index in
      column(index, of: parts, origins)
    }
    table.columns = columns.map { $0.column }
    if let full = table.columns.firstIndex(where: { $0.isOverfull }) {
      throw FileError(
        path: dataset.name,
        reason: "the files together have more than 4 GB of different texts in the column "
          + "\(dataset.schema.columns[full].title); read fewer of them in one run")
    }
    var findings = Findings()
    for column in columns { findings.append(column.findings) }
    return (table, findings)
  }

  private func column(
    _ index: Int, of parts: [TablePart], _ origins: RowOrigins
  ) -> (column: RawColumn, findings: Findings) {
    var column = RawColumn(dataset.schema.columns[index].kind)
    var findings = Findings()
    for part in parts {
      guard let read = part.columns[index] else {
        column.appendEmpty(part.origins.count)
        continue
      }
      let more = dataset.schema.columns[index].fillsDown ? read.filledDown() : read
      let damaged = more.damagedCodes(part.encoding)
      for row in more.rows(withAnyOf: damaged) {
        let place = origins[column.count + row]
        findings.append(rules.finding(.byteUndefined, place, column: index))
      }
      let isUTF8 = part.encoding != .windows874 && damaged.isEmpty
      if isUTF8 { column.append(more) } else { column.append(more) { part.encoding.decode($0) } }
    }
    return (column, findings)
  }
}

extension RawColumn {
  /// The distinct texts of a column, with their codes.
  private var dictionary: ByteDictionary {
    switch self {
    case .text(let column): column.dictionary
    case .identifier(let column): column.exceptions
    }
  }

  /// The codes of the values that hold bytes without a meaning in this encoding.
  fileprivate func damagedCodes(_ encoding: TextEncoding) -> Set<UInt32> {
    let dictionary = self.dictionary
    var damaged: Set<UInt32> = []
    for code in 0..<UInt32(dictionary.count) {
      let text = dictionary.arena.span.extracting(dictionary.range(of: code))
      if !encoding.isPlain(text), encoding.isDamaged(dictionary.bytes(of: code)) {
        damaged.insert(code)
      }
    }
    return damaged
  }

  fileprivate func rows(withAnyOf codes: Set<UInt32>) -> [Int] {
    guard !codes.isEmpty else { return [] }
    switch self {
    case .text(let column): return (0..<count).filter { codes.contains(column.codes[$0]) }
    case .identifier(let column):
      return (0..<count).filter {
        column.words[$0].form == .other && codes.contains(UInt32(column.words[$0].value))
      }
    }
  }
}
