import Foundation
import Pipeline
import TestKit
import Testing

/// Every kind of workbook as LibreOffice reads it; half a minute, so only where `KRONG_NIGHTLY` is set.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["KRONG_NIGHTLY"] != nil))
struct LibreOfficeTests {
  @Test(arguments: [[], ["render.audience=officer"], ["render.numerals=thai"]])
  func itReadsEveryCellAsItWasWritten(overrides: [String]) async throws {
    let folder = try TestFolder()
    let run = try await CaseRun(overrides: overrides)
    let books = run.pages.filter {
      $0.key.hasSuffix(".xlsx") && (!$0.key.contains("/") || $0.key.hasSuffix("20010001.xlsx"))
    }
    for (path, bytes) in books {
      let name = path.replacing("/", with: "-")
      try Data(bytes).write(to: URL(fileURLWithPath: folder.path + "/" + name))
    }
    let ended = try Program.python("office.py", [folder.path])
    #expect(ended.status == 0, "\(ended.output)\(ended.errors)")
    #expect(ended.output.contains("\(books.count) workbooks, "))
  }
}
