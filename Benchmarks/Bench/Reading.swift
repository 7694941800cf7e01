internal import Containers
internal import Ingest
internal import Pipeline
internal import Settings
internal import Tables

/// Reads one file into the raw table and prints what it cost.
struct Reading {
  private let schema: Schema
  private let rules: ReadingRules
  private let jobs: Int

  init(_ options: Options) throws {
    schema = try Schema(Self.settings(options.schema))
    var book = RuleBook()
    for entry in try Self.settings(options.rules).required("rules").entries {
      _ = book.add(
        Rule(
          code: entry.key, title: LocalizedText(""), severity: .error, message: LocalizedText(""),
          source: ""))
    }
    rules = try ReadingRules(book)
    jobs = options.jobs
  }

  private static func settings(_ path: String) throws -> Settings {
    let source = try ByteSource(path: path)
    let bytes = try source.read(0..<source.count)
    return try YAMLFile.settings(String(decoding: bytes, as: UTF8.self), file: path)
  }

  /// Prints `name value` lines: seconds of the processor, and bytes.
  ///
  /// The processor's seconds are those of the reading alone, of all threads, in user and system.
  func print(_ path: String) async throws {
    let stage = IngestStage(
      datasets: [.init(name: "bench", schema: schema)], rules: rules, jobs: jobs)
    let file = InputFile(path: path, dataset: "bench") { try ByteSource(path: path) }
    var findings = Findings()
    let before = Cost.now
    let raw = try await stage.run([file], findings: &findings)
    let after = Cost.now
    guard let table = raw.tables.first, let input = raw.inputs.first else { return }
    Swift.print("container \(input.container ?? "unknown")")
    Swift.print("rows \(table.count)")
    Swift.print("columns \(table.columns.count { $0.isFilled })")
    Swift.print("findings \(findings.all.count)")
    Swift.print("cpu \(after.processorSeconds - before.processorSeconds)")
    Swift.print("wall \(after.wallSeconds - before.wallSeconds)")
    Swift.print("peak \(after.peakBytes)")
    Swift.print("table \(table.columns.reduce(0) { $0 + $1.bytesHeld })")
    Swift.print("file \(input.size)")
  }
}

extension RawColumn {
  fileprivate var isFilled: Bool {
    switch self {
    case .text(let column): column.dictionary.count > 1
    case .identifier(let column): column.words.contains { $0.form != .empty }
    }
  }

  /// The bytes of the texts, of their ends and of one code a row; not the room kept for more.
  fileprivate var bytesHeld: Int {
    switch self {
    case .text(let column):
      let distinct = column.dictionary.count
      let width = distinct <= 0x100 ? 1 : distinct <= 0x10000 ? 2 : 4
      return column.dictionary.byteCount + distinct * 4 + column.count * width
    case .identifier(let column):
      return column.exceptions.byteCount + column.count * 8
    }
  }
}
