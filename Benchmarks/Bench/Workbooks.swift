internal import Containers
internal import Ingest
internal import Tables

/// Writes the officer's workbook of many students, and says what that cost.
struct Workbooks {
  let options: Options

  /// Prints `name value` lines; leaves the workbook, and its cells for another program to write, in a folder.
  func print(_ folder: String) async throws {
    let run = SyntheticRun(
      schools: max(1, options.students / 250), students: options.students, isClean: true,
      jobs: options.jobs)
    let files = try await run.pages([
      "render.audience=officer", "render.reports=[reports/students.yaml]",
    ])
    guard let page = files.pages.first(where: { $0.path == "students.xlsx" }) else {
      throw Misuse(reason: "the run made no students.xlsx")
    }
    var bytes: [UInt8] = []
    for _ in 0..<options.rounds {
      let before = Cost.now
      bytes = page.bytes
      let after = Cost.now
      Swift.print("cpu \(after.processorSeconds - before.processorSeconds)")
      Swift.print("wall \(after.wallSeconds - before.wallSeconds)")
      Swift.print("over-columns \(after.peakBytes - before.peakBytes)")
    }
    Swift.print("file \(bytes.count)")
    try Self.write(bytes, to: folder + "/krong.xlsx")
    try Self.write(try CellRows(bytes, sheet: 2).asText, to: folder + "/cells.tsv")
  }

  /// Says whether two workbooks hold the same cells, as Krong reads them.
  static func compare(_ folder: String) throws {
    func rows(_ name: String, sheet: Int) throws -> CellRows {
      let source = try ByteSource(path: folder + "/" + name)
      return try CellRows(source.read(0..<source.count), sheet: sheet)
    }
    let (own, other) = (try rows("krong.xlsx", sheet: 2), try rows("peer.xlsx", sheet: 1))
    guard own.rows == other.rows else { throw Misuse(reason: "the two workbooks differ") }
    Swift.print("cells \(own.rows.reduce(0) { $0 + $1.count })")
  }

  private static func write(_ bytes: [UInt8], to path: String) throws {
    let sink = try FileSink(path: path)
    try sink.append(bytes)
    try sink.finish()
  }
}

/// The cells of a sheet from its header down, as Krong reads them; what stands above has fewer than three a row.
private struct CellRows {
  struct Cell: Equatable {
    let column: Int
    let isNumber: Bool
    let text: ArraySlice<UInt8>
  }

  private(set) var rows: [[Cell]] = []

  init(_ workbook: [UInt8], sheet: Int) throws {
    var listing: [UInt8] = []
    try CellListing.list(ByteSource(workbook)) { listing += $0 }
    var last = 0
    for line in listing.split(separator: UInt8(ascii: "\n")) {
      let parts = line.split(
        separator: UInt8(ascii: "\t"), maxSplits: 4, omittingEmptySubsequences: false)
      guard Self.number(parts[0]) == sheet else { continue }
      let row = Self.number(parts[1])
      if row != last { rows.append([]) }
      last = row
      rows[rows.count - 1].append(
        Cell(
          column: Self.number(parts[2]), isNumber: parts[3].first == UInt8(ascii: "n"),
          text: parts[4]))
    }
    rows.removeFirst(rows.firstIndex { $0.count > 2 } ?? 0)
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int {
    digits.reduce(0) { $0 * 10 + Int($1 &- UInt8(ascii: "0")) }
  }

  /// Which columns hold numbers, then a line a row with tabs between its cells.
  var asText: [UInt8] {
    let width = rows.first?.last?.column ?? 0
    var kinds = [UInt8](repeating: UInt8(ascii: "s"), count: width)
    for cell in rows.dropFirst().joined() where cell.isNumber {
      kinds[cell.column - 1] = UInt8(ascii: "n")
    }
    var text = Array(kinds.map { [$0] }.joined(separator: [UInt8(ascii: "\t")]))
    text.append(UInt8(ascii: "\n"))
    for row in rows {
      var column = 1
      for cell in row {
        text += repeatElement(UInt8(ascii: "\t"), count: cell.column - column)
        column = cell.column
        text += cell.text
      }
      text += repeatElement(UInt8(ascii: "\t"), count: width - column)
      text.append(UInt8(ascii: "\n"))
    }
    return text
  }
}
