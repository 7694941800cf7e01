import Containers
import Ingest
import Pipeline
import Settings
import Tables
import TestKit
import Testing

/// What is told of a file before any pipeline reads it.
@Suite struct InspectTests {
  private static let workbook = "dmc/2569-1-student-20010001.xlsx"

  private func inspector(
    _ schema: String? = nil, audience: Audience = .director, language: Language = .thai,
    shelf: Shelf = CaseRun.shelf
  ) throws -> Inspector {
    try Inspector(
      shelf: shelf, round: "2569/1", schema: schema, today: try #require(Day(iso: "2026-07-01")),
      audience: audience, language: language, jobs: 1)
  }

  private func file(_ path: String) throws -> InputFile {
    InputFile(
      path: path, dataset: "", bytes: try ProjectFiles.bytes("fixtures/office/input/" + path))
  }

  private func text(_ file: InputFile, _ inspector: Inspector) async throws -> String {
    let inspection = try await inspector.inspect(file)
    return try InspectionText(inspector.words).text(inspection)
  }

  @Test func aKnownFileIsNamedWithItsSchemaHeaderAndRows() async throws {
    let text = try await text(file(Self.workbook), inspector(language: .english))
    for line in [
      "  xlsx · – · 56493 bytes", "  Exported 2026-06-10 02:00:12",
      "  Sheet 1 'Sheet1': header in row 2",
      "  Schema dmc-student – DMC student list (schemas/dmc/student.yaml), fits 100 %",
      "    3 เลขประจำตัวนักเรียน → citizen_id",
      "    12 อายุ(ปี) → age",
      "      filled 306 of 306 · distinct 11 · most frequent 12 (36) · min 4 · max 14",
      "  308 rows = title 2 + blank 0 + total 0 + quarantined 0 + accepted 306",
      "  Cells written anew: nothing 843, joiners 2, empty-zeros 66, variant 1, notation 306",
      "  error 1: Birth date in the future [birth-future]",
    ] {
      #expect(text.contains(line + "\n"), "\(line)")
    }
  }

  @Test func theNameOfAFileCannotMoveTheCursor() async throws {
    let file = InputFile(path: "a\u{1B}[2J\nb.csv", dataset: "", bytes: Array("x".utf8))
    #expect(try await text(file, inspector()).hasPrefix("a·[2J·b.csv\n"))
  }

  @Test func nobodyButAnOfficerSeesPersons() async throws {
    let list = "dmc/2569-1-student-20010004.csv"
    let rows = try ProjectFiles.text("fixtures/office/input/" + list).split(separator: "\n")
      .dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    let secret = Set(rows.flatMap { [$0[2], $0[9]] }.filter { $0.utf8.count > 12 })
    try #require(secret.count > 50)
    let masked = try await text(file(list), inspector())
    #expect(!secret.contains { masked.contains($0) })
    let open = try await text(file(list), inspector(audience: .officer))
    #expect(secret.contains { open.contains($0) })
  }

  @Test func aFileThatNoSchemaKnowsShowsItsOwnHeaderAndNoValues() async throws {
    let bytes = Array("รายงาน,,\nชื่อโครงการ,ผู้รับผิดชอบ,จำนวน\nอาหารกลางวัน,สมชาย,12\n".utf8)
    let file = InputFile(path: "a.csv", dataset: "", bytes: bytes)
    let text = try await text(file, inspector(language: .english))
    #expect(text.contains("No schema fits this file"))
    #expect(text.contains("    2 ผู้รับผิดชอบ → column_2\n"))
    #expect(!text.contains("สมชาย"))
  }

  @Test func aListWithoutAHeaderShowsNobody() async throws {
    let list = SmallOffice.list([[:], [:]]).split(separator: "\n").dropFirst()
    let name = try #require(list.first?.split(separator: ",")[8])
    let file = InputFile(
      path: "a.csv", dataset: "", bytes: Array(list.joined(separator: "\n").utf8))
    let inspection = try await inspector(language: .english).inspect(file)
    #expect(inspection.refusal?.rule == "header-missing")
    let text = try InspectionText(inspector(language: .english).words).text(inspection)
    #expect(!text.contains(name))
    #expect(!InspectionJSON.document([inspection]).document.contains(name))
  }

  @Test func aListWithoutARequiredColumnIsNamedWithWhatItLacks() async throws {
    let list = try ProjectFiles.text("fixtures/exports/dmc-student-36/utf-8.csv")
      .replacing("นามสกุล,", with: "นามสกุลล,", maxReplacements: 1)
    let file = InputFile(path: "a.csv", dataset: "", bytes: Array(list.utf8))
    let text = try await text(file, inspector(language: .english))
    #expect(text.contains("  Schema dmc-student – DMC student list"))
    #expect(
      text.contains(
        "the column 'นามสกุล (นามสกุลล?)' is missing, so the file cannot be used; download the list with all columns"
      ), "\(text)")
  }

  @Test func aListOfPupilsIsNoTableOfPupilsByGrade() async throws {
    let list = Array(SmallOffice.list([[:]]).utf8)
    let file = InputFile(path: "20010001.csv", dataset: "", bytes: list)
    let inspection = try await inspector("schemas/emis/students-by-grade.yaml").inspect(file)
    #expect(inspection.refusal?.rule == "column-required")
  }

  @Test func theSchoolOfAListMayStandInTheNameOfItsFile() async throws {
    let list = SmallOffice.list([[:]]).split(separator: "\n").map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).dropFirst().joined(
        separator: ",")
    }.joined(separator: "\n")
    let file = InputFile(
      path: "dmc/2569-1-student-20010002.csv", dataset: "", bytes: Array(list.utf8))
    let inspection = try await inspector().inspect(file)
    #expect(inspection.refusal?.rule == nil)
    #expect(InspectionJSON.document([inspection]).document.contains("\"top\": \"20010002\""))
  }

  @Test func anArchiveWithinAnArchiveIsRefusedByItsName() async throws {
    var inner = ZipWriter()
    inner.add(path: "a.csv", bytes: [0x61])
    var outer = ZipWriter()
    outer.add(path: "inner.zip", bytes: inner.finish())
    let archive = InputFile(path: "outer.zip", dataset: "", bytes: outer.finish())
    let file = try #require(try InputArchive.files(of: archive).first)
    let inspection = try await inspector().inspect(file)
    #expect(inspection.path == "outer.zip/inner.zip")
    #expect(inspection.refusal?.rule == "file-unsupported")
  }

  @Test func aRefusedFileSaysWhy() async throws {
    let file = InputFile(path: "a.csv", dataset: "", bytes: [])
    let inspection = try await inspector(language: .english).inspect(file)
    #expect(inspection.refusal?.rule == "file-empty")
    #expect(InspectionJSON.document([inspection]).document.contains("\"refused\": \"file-empty\""))
  }

  @Test func quarantinedRowsAreToldWithTheirReason() async throws {
    let list = SmallOffice.list([["citizen_id": "", "first_name": "", "last_name": ""], [:]])
    let file = InputFile(path: "a.csv", dataset: "", bytes: Array(list.utf8))
    let text = try await text(file, inspector(language: .english))
    #expect(text.contains("  1 rows would be quarantined: "))
    #expect(text.contains("= title 1 + blank 0 + total 0 + quarantined 1 + accepted 1\n"))
  }

  @Test func aDraftIsASchemaThatReadsTheFileItWasMadeFrom() async throws {
    let bytes = Array(
      "รายงาน\nรหัสโรงเรียน,\"ชื่อ \"\"โครงการ\"\"\",คน,วัน,เลขประจำตัว,คน\n20010001,ก,12,01/02/2569,1100000000016,1.5\n"
        .utf8)
    let file = InputFile(path: "a.csv", dataset: "", bytes: bytes)
    let draft = try await inspector().draft(file).text
    let schema = try Schema(YAMLFile.settings(draft, file: "draft.yaml"))
    #expect(schema.columns.map { $0.name }.first == "school_code")
    #expect(
      schema.columns.map { $0.kind } == [.text, .text, .integer, .date, .identifier, .decimal])
    #expect(schema.columns.dropFirst().allSatisfy { $0.privacy != .open })
    let withDraft = Shelf.files { path in
      path == "schemas/draft.yaml" ? draft : try ProjectFiles.text("pipelines/" + path)
    }
    let inspection = try await inspector("schemas/draft.yaml", shelf: withDraft).inspect(file)
    let json = InspectionJSON.document([inspection]).document
    #expect(json.contains("\"schema\": \"new-dataset\""))
    #expect(json.contains("\"score\": 1.0"))
    #expect(json.contains("\"accepted\": 1"))
  }

  @Test func theFileThatADraftIsWrittenToIsNoMistake() async throws {
    let shelf = Shelf.files { path in
      path == "schemas/emis/ict.yaml" ? "" : try ProjectFiles.text("pipelines/" + path)
    }
    let file = InputFile(path: "a.csv", dataset: "", bytes: Array("ชื่อโครงการ,จำนวน\nก,1\n".utf8))
    #expect(try await inspector(shelf: shelf).draft(file).text.contains("จำนวน"))
  }

  @Test func aSchemaThatDoesNotExistIsAMistakeWithTheLikelyName() throws {
    let error = #expect(throws: SettingsErrors.self) {
      try inspector("schemas/dmc/students.yaml")
    }
    #expect(
      "\(try #require(error))"
        == "--schema:1:1: error: there is no file 'schemas/dmc/students.yaml'; did you mean 'schemas/dmc/student.yaml'?"
    )
  }
}
