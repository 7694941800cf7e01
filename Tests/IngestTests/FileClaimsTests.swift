import Containers
import Ingest
import Pipeline
import Settings
import Tables
import TestKit
import Testing

/// A file that fits the patterns of several datasets is read by the one that it fits best.
@Suite struct FileClaimsTests {
  private static func schema(_ name: String, _ headers: [String]) -> Schema {
    Schema(
      name: name, title: LocalizedText(name),
      columns: headers.map {
        SchemaColumn(name: $0, label: LocalizedText($0), headers: [$0], isRequired: true)
      }, minimumHeaders: 2)
  }

  private static let pupil = schema("pupil", ["รหัส", "ชื่อ", "เพศ"])
  private static let school = schema("school", ["รหัส", "ชื่อ"])
  private static let room = schema("room", ["ห้อง", "ชั้น"])
  private let pupils = Array("รหัส,ชื่อ,เพศ\n1,ก,ช\n2,ข,ญ\n".utf8)
  private let schools = Array("รหัส,ชื่อ\n1,วัด\n".utf8)

  /// What became of files that every dataset may take: `dataset path rows refusal`.
  private func read(
    _ files: [(path: String, bytes: [UInt8])],
    _ datasets: [IngestStage.Dataset] = [
      .init(name: "school", schema: school), .init(name: "pupil", schema: pupil),
      .init(name: "room", schema: room),
    ]
  ) async throws -> (inputs: [String], findings: Int) {
    let inputs = files.flatMap { file in
      datasets.map { InputFile(path: file.path, dataset: $0.name, bytes: file.bytes) }
    }
    var book = RuleBook()
    for rule in ReadingRule.allCases {
      _ = book.add(
        Rule(
          code: rule.rawValue, title: LocalizedText(""), severity: .error,
          message: LocalizedText(""), source: ""))
    }
    let stage = IngestStage(datasets: datasets, rules: try ReadingRules(book), jobs: 2)
    var findings = Findings()
    let tables = try await stage.run(inputs, findings: &findings)
    #expect(tables.ledger.isBalanced)
    let lines = tables.inputs.enumerated().map { index, input in
      let rows = tables.ledger.entries.filter { $0.input == index }.map { $0.accepted }
      return
        ([input.dataset, input.path] + rows.map { String($0) } + [input.refusal].compactMap { $0 })
        .joined(separator: " ")
    }
    return (lines, findings.count)
  }

  @Test func eachFileHasOneReader() async throws {
    let (inputs, findings) = try await read([("a.csv", pupils), ("b.csv", schools)])
    #expect(inputs == ["pupil a.csv 2", "school b.csv 1"])
    #expect(findings == 0)
  }

  @Test func aFileThatFitsNoneIsToldOnce() async throws {
    let files = [
      ("a.csv", Array("x,y\n1,2\n".utf8)), ("b.csv", Array("%PDF-1.7\n".utf8)), ("c.csv", []),
    ]
    let (inputs, findings) = try await read(files)
    #expect(
      inputs == [
        "school a.csv header-missing", "school b.csv file-unsupported", "school c.csv file-empty",
      ])
    #expect(findings == 3)
  }

  @Test func theSheetsOfOneWorkbookGoToTheirOwnDatasets() async throws {
    let sheet = { (rows: [[String]]) in
      SampleWorkbook.sheet(
        rows.map { cells in
          "<row>" + cells.map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined() + "</row>"
        }.joined())
    }
    let sheets = [
      sheet([["รหัส", "ชื่อ", "เพศ"], ["1", "ก", "ช"], ["2", "ข", "ญ"]]),
      sheet([["รหัส", "ชื่อ"], ["1", "วัด"]]), sheet([["บันทึก"], ["ข้อความ"]]),
    ]
    let workbook = SampleWorkbook.bytes(sheets: sheets)
    let (inputs, findings) = try await read([("a.xlsx", workbook)])
    // The third sheet is told by one of them, and its rows are titles there.
    #expect(inputs == ["pupil a.xlsx 2", "school a.xlsx 1 0"])
    #expect(findings == 1)
  }

  @Test func aSharedDatasetReadsWhatFitsAnotherBetter() async throws {
    let datasets: [IngestStage.Dataset] = [
      .init(name: "school", schema: Self.school, isShared: true),
      .init(name: "pupil", schema: Self.pupil), .init(name: "room", schema: Self.room),
    ]
    let (inputs, _) = try await read([("a.csv", pupils)], datasets)
    #expect(inputs == ["pupil a.csv 2", "school a.csv 2"])
  }

  /// The synthetic exports among all schemas that Krong carries.
  @Test(arguments: [
    ("dmc-student-36", "dmc/student"), ("dmc-student-39", "dmc/student"),
    ("dmc-student-titles", "dmc/student"), ("dmc-student-long-76", "dmc/student-long"),
    ("dmc-student-long-91", "dmc/student-long"), ("dmc-area", "dmc/area"),
    ("dmc-master", "dmc/master"), ("school-emis-list", "school"), ("p-obec", "personnel/p-obec"),
    ("poor-students", "poor-students"), ("g-code", "g-code"),
  ])
  func everyExportFindsItsSchema(export: String, name: String) async throws {
    let names = try ProjectFiles.files(below: "pipelines/schemas").filter { $0.hasSuffix(".yaml") }
    let schemas = try names.map { name in
      try Schema(
        YAMLFile.settings(ProjectFiles.text("pipelines/schemas/" + name), file: name))
    }
    for file in ["utf-8.csv", "workbook.xlsx"] {
      let bytes = try ProjectFiles.bytes("fixtures/exports/\(export)/\(file)")
      let head = try FileHead(ByteSource(bytes))
      let best = SchemaRecognition.rank(head: head.rows, schemas: schemas).first
      #expect(best.map { names[$0.schema] } == name + ".yaml", "\(file)")
    }
  }
}
