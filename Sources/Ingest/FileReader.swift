internal import Containers
internal import Tables

/// What came of reading one file, or one stretch of a large one.
struct FileReading: Sendable {
  var size = 0
  var container: String?
  var encoding: String?
  var sheets: [String] = []
  var parts: [TablePart] = []
  var findings = Findings()
  var refusal: ReadingRule?
}

/// Reads a file, whatever it is: tells its container from its bytes and hands it to that reader.
struct FileReader: Sendable {
  let file: InputFile
  /// The place of the file in the run's list of inputs.
  let input: Int
  let schema: Schema
  let rules: ReadingRules
  /// A file of less than twice this many bytes is read in one stretch.
  let smallestStretch: Int

  private static let headSize = 4096

  private var origin: Origin { Origin(input: input) }

  /// The stretches of bytes in which the file may be read at the same time.
  func stretches(jobs: Int) throws -> [Range<Int>] {
    if file.repeats != nil { return [0..<0] }
    if let size = file.size { return [0..<size] }
    let source = try file.open()
    let whole = 0..<source.count
    let head = try source.read(0..<Self.headSize)
    guard jobs > 1, source.count >= 2 * smallestStretch, ContainerKind(head: head) == .text,
      let reader = try? delimited(source)
    else { return [whole] }
    let cuts = [0] + (try reader.cuts(stretches: jobs)) + [source.count]
    return zip(cuts, cuts.dropFirst()).map { $0..<$1 }.filter { !$0.isEmpty }
  }

  /// Reads a stretch; a file that cannot be used gives a finding, not an error.
  ///
  /// An error means that the file itself could not be opened or read.
  func read(_ stretch: Range<Int>) throws -> FileReading {
    var reading = FileReading()
    reading.size = file.size ?? 0
    if let twin = file.repeats {
      reading.size = try file.size ?? file.open().count
      reading.findings.append(rules.finding(.fileTwice, origin, facts: .text(twin)))
      return reading
    }
    do {
      let source = try file.open()
      reading.size = source.count
      try read(source, stretch, into: &reading)
    } catch let refusal as Refusal {
      refuse(refusal, &reading)
    } catch let error as ContainerError {
      refuse(Refusal(ReadingRule(error.kind), error.message), &reading)
    }
    return reading
  }

  private func read(
    _ source: ByteSource, _ stretch: Range<Int>, into reading: inout FileReading
  ) throws {
    guard source.count > 0 else { throw Refusal(.fileEmpty) }
    let head = try source.read(0..<Self.headSize)
    let kind = ContainerKind(head: head)
    let page = PageSurroundings(source, isPage: kind == .html)
    switch kind {
    case .text:
      reading.container = "delimited"
      let reader = try delimited(source)
      reading.encoding = reader.encoding.rawValue
      reading.parts = [try reader.read(stretch)]
    case nil: throw Refusal(.fileUnknown)
    case .html where schema.page != nil: try read(tablesOr: page, source, into: &reading)
    case let kind?: try read(kind, source, into: &reading)
    }
    let fill = SurroundingColumns(schema: schema, rules: rules, path: file.path, page: page)
    for index in reading.parts.indices {
      try fill.fill(&reading.parts[index])
      if reading.parts[index].stamp == nil { reading.parts[index].stamp = try stamp(on: page) }
      try refuseOverfull(reading.parts[index])
    }
  }

  private func refuseOverfull(_ part: TablePart) throws {
    guard let column = part.columns.firstIndex(where: { $0?.isOverfull == true }) else { return }
    throw Refusal(
      .fileTooLarge, "4 GB of different texts in the column \(schema.columns[column].title)")
  }

  private func read(
    _ kind: ContainerKind, _ source: ByteSource, into reading: inout FileReading
  ) throws {
    reading.container = kind.rawValue
    guard let book = try CellBooks.open(kind, source) else {
      throw Refusal(.fileUnsupported, kind.rawValue)
    }
    reading.container = type(of: book).container
    reading.encoding = book.encoding
    reading.sheets = book.sheets.map { $0.name }
    reading.parts = try WorkbookReader(
      book, schema: schema, rules: rules, origin: origin, dataset: file.dataset,
      sheets: file.sheets
    ).read()
  }

  /// Reads a page whose data may be a table with a header, or records of labels and values.
  private func read(
    tablesOr surroundings: PageSurroundings, _ source: ByteSource, into reading: inout FileReading
  ) throws {
    do {
      return try read(.html, source, into: &reading)
    } catch let refusal as Refusal where Self.saysNoTable.contains(refusal.rule) {
      guard let page = try surroundings.page(),
        let records = try PageRecords(page, schema: schema)
      else { throw refusal }
      reading.encoding = surroundings.encoding?.rawValue
      reading.sheets = []
      let reader = PageReader(
        records: records, schema: schema, rules: rules, origin: origin, dataset: file.dataset)
      reading.parts = [try reader.read()]
    }
  }

  /// A table of labels may look like a header that lacks a column.
  private static let saysNoTable: [ReadingRule] = [
    .headerMissing, .columnRequired, .fileUnsupported,
  ]

  /// The stamp of a page that stands outside of its tables.
  private func stamp(on page: PageSurroundings) throws -> String? {
    guard !schema.stampWords.isEmpty, let text = try page.text("string()") else { return nil }
    return Stamp.find(in: [[text]], words: schema.stampWords)
  }

  private func delimited(_ source: ByteSource) throws -> DelimitedReader {
    try DelimitedReader(
      source, schema: schema, rules: rules, origin: origin, dataset: file.dataset)
  }

  private func refuse(_ refusal: Refusal, _ reading: inout FileReading) {
    reading.parts = []
    reading.refusal = refusal.rule
    let facts: Finding.Facts = refusal.detail.isEmpty ? .none : .text(refusal.detail)
    reading.findings.append(rules.finding(refusal.rule, origin, facts: facts))
  }
}
