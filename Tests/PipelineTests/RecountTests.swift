import Containers
import Foundation
import Pipeline
import TestKit
import Testing

/// A count in another language, sharing no code, agrees with everything that a run hands out.
///
/// Which rows are one person it takes from the run where no identifier says so.
@Suite struct RecountTests {
  private func recount(_ run: CaseRun) throws -> [[String: String]] {
    let folder = try TestFolder()
    let duplicates = folder.path + "/duplicates.csv"
    try Data(run.text("duplicates.csv").utf8).write(to: URL(fileURLWithPath: duplicates))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "python3", ProjectFiles.path("Tests/recount/recount.py"),
      ProjectFiles.path("fixtures/office/input"), duplicates,
    ]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return CSVRecords.read(String(decoding: output, as: UTF8.self))
  }

  @Test func figuresPageAndWorkbookEqualACountInAnotherLanguage() async throws {
    let run = try await CaseRun()
    let counted = try recount(run)
    let figures = run.records("figures.csv")
    let value = { (table: String, row: String, column: String) in
      figures.first { $0["table"] == table && $0["row"] == row && $0["column"] == column }?["value"]
    }
    for line in counted {
      let grade = line["grade"].flatMap { $0.isEmpty ? nil : $0 } ?? "unknown"
      let sex = line["sex"].flatMap { $0.isEmpty ? nil : $0 } ?? "unknown"
      let school = line["school"].flatMap { $0.isEmpty ? nil : $0 } ?? "unknown"
      #expect(value("students-by-school", school, "\(grade)/\(sex)") == line["persons"])
      #expect(value("registrations-by-school", school, "\(grade)/\(sex)") == line["registered"])
    }
    let persons = counted.compactMap { Int($0["persons"] ?? "") }.reduce(0, +)
    #expect(value("students-by-school", "total", "all/all") == String(persons))

    let grouped = "\(persons / 1000),\(persons % 1000)"
    #expect(persons == 1498 && run.text("summary.html").contains(grouped))
    let workbook = try ZipArchive(ByteSource(try #require(run.pages["summary.xlsx"])))
    let sheets = try workbook.entries.filter { $0.path.hasPrefix("xl/worksheets/sheet") }.map {
      String(decoding: try workbook.read($0), as: UTF8.self)
    }
    #expect(sheets.count { $0.contains("<v>\(persons)</v>") } >= 3)
  }
}
