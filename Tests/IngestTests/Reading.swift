import Ingest
import Settings
import Tables

/// Reads files in memory with a small schema, and shows what came of it as text.
struct Reading {
  static let schema = Schema(
    name: "pupil", title: LocalizedText("pupil"),
    columns: [
      column("school", ["รหัสโรงเรียน"]),
      column("id", ["เลขประจำตัวนักเรียน", "เลขประจำตัวประชาชน"], length: 13, kind: .identifier),
      column("number", ["เลขประจำตัวนักเรียน"]),
      column("name", ["ชื่อ"]),
      column("weight", ["น้ำหนัก"], isRequired: false),
    ], minimumHeaders: 3, totalWords: ["รวม"], stampWords: ["วันและเวลาที่สร้างรายงาน"])

  private static func column(
    _ name: String, _ headers: [String], length: Int? = nil,
    kind: SchemaColumn.Kind = .text, isRequired: Bool = true
  ) -> SchemaColumn {
    SchemaColumn(
      name: name, label: LocalizedText(name), kind: kind, headers: headers, length: length,
      isRequired: isRequired)
  }

  static let header = "รหัสโรงเรียน,เลขประจำตัวนักเรียน,เลขประจำตัวนักเรียน,ชื่อ,น้ำหนัก\n"

  let tables: RawTables
  let findings: [String]
  /// What each finding says beside its rule, where that is a text.
  let details: [String]

  init(_ bytes: [UInt8], jobs: Int = 1) async throws {
    try await self.init(
      [InputFile(path: "a.csv", dataset: "pupil", bytes: bytes)], jobs: jobs)
  }

  init(_ text: String, jobs: Int = 1) async throws {
    try await self.init(Array(text.utf8), jobs: jobs)
  }

  /// The words that `rules/ingest.yaml` states, or some of them.
  private static var words: [RuleSettings] {
    let place = Place(file: "rules/ingest.yaml")
    let words = ["404 Error", "not found", "ไม่พบข้อมูล"].map { Settings(.word($0), at: place) }
    let rule = Settings(
      .map([(key: "words", keyPlace: place, value: Settings(.list(words), at: place))]), at: place)
    return [RuleSettings(rule: 0, code: "page-missing", settings: rule)]
  }

  init(_ files: [InputFile], jobs: Int = 1) async throws {
    var book = RuleBook()
    for rule in ReadingRule.allCases {
      _ = book.add(
        Rule(
          code: rule.rawValue, title: LocalizedText(""), severity: .error,
          message: LocalizedText(""), source: ""))
    }
    let stage = IngestStage(
      datasets: [.init(name: "pupil", schema: Self.schema)],
      rules: try ReadingRules(book, Self.words),
      jobs: jobs, smallestStretch: 1000)
    var found = Findings()
    tables = try await stage.run(files, findings: &found)
    details = found.all.compactMap { finding in
      if case .text(let detail) = finding.facts { detail } else { nil }
    }
    findings = found.all.map { finding in
      guard case .input(let origin) = finding.subject else { return "?" }
      let row = origin.row > 0 ? ":\(origin.row)" : ""
      let column = finding.column.map { ":" + Self.schema.columns[$0].name } ?? ""
      return book[finding].code + row + column
    }
  }

  /// The cells of the table, one row a line, with `|` between cells.
  var rows: [String] {
    let table = tables.tables[0]
    return (0..<table.count).map { row in
      table.columns.map { $0.string(row) }.joined(separator: "|")
    }
  }

  var physicalRows: [Int] {
    (0..<tables.tables[0].count).map { tables.tables[0].origins[$0].row }
  }

  var entry: LedgerEntry { tables.ledger.entries[0] }
  var input: InputReport { tables.inputs[0] }
}
