import Containers
import Foundation
import Pipeline
import Render
import Settings
import Tables
import TestKit
import Testing

/// A run beside the rounds before it: what is found of them, and what it says of them.
@Suite struct EarlierFiguresTests {
  private static let header = "table,row,column,value,numerator,denominator,unit,rows\n"
  private static let previous = "dmc-students/2568-3/figures.csv"
  private static let lastYear = "dmc-students/2568-1/figures.csv"

  /// A run without pupils, beside the bytes of the round before.
  private func emptyRun(beside bytes: [UInt8]) async throws -> [EarlierFigures] {
    let text = """
      pipeline: p
      round: { system: dmc, year: 2569, term: 1 }
      ingest:
        student: { schema: schemas/dmc/student.yaml, files: "dmc/*" }
        previous: { schema: schemas/dmc/student.yaml, files: "previous/*", reference: true }
      deduplicate: { student: { model: matching/student.yaml } }
      aggregate: { tables: tables/dmc-summary.yaml, compare: previous }
      """
    let plan = try Plan(
      text: text, path: "p.yaml", shelf: CaseRun.shelf, options: RunOptions())
    return try await Run(plan).run([]) { _ in ByteSource(bytes) }.compared
  }

  /// The files of a run of the example office, beside the results of earlier ones.
  private func run(
    _ results: [String: [UInt8]], overrides: [String] = []
  ) async throws -> [String: String] {
    let plan = try CaseRun.plan(overrides: overrides)
    let outcome = try await Run(plan).run(CaseRun.files("office", of: plan)) { path in
      results[path].map { ByteSource($0) }
    }
    return Dictionary(
      uniqueKeysWithValues: outcome.pages
        .filter { $0.path != "timings.json" && !$0.path.hasSuffix("xlsx") }
        .map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
  }

  private func headline(_ pages: [String: String], _ row: String) -> [String] {
    (pages["figures.csv"] ?? "").split(separator: "\n").map { String($0) }
      .filter { $0.hasPrefix("headline,\(row),") }
  }

  private func compared(_ pages: [String: String]) throws -> [[String: String]] {
    let text = Data((pages["manifest.json"] ?? "").utf8)
    let manifest = try JSONSerialization.jsonObject(with: text) as? [String: Any]
    return (manifest?["compared"] as? [[String: Any]] ?? []).map {
      $0.compactMapValues { $0 as? String }
    }
  }

  private static func csv(_ lines: String...) -> [UInt8] {
    Array((header + lines.map { $0 + "\n" }.joined()).utf8)
  }

  @Test func headlineFiguresStandBesideThoseOfEarlierRounds() async throws {
    let pages = try await run([
      Self.previous: Self.csv(
        "headline,persons,value,1486,,,,1500", "headline,g-code,value,44,,,,44",
        "headline,not-removable,value,,,,,0", "headline,error-findings,value,suppressed,,,,0",
        "headline,rows-with-errors,value,not computed,,,,0",
        "headline,persons,previous,7,,,,0", "other,persons,value,1,,,,1"),
      Self.lastYear: Self.csv("headline,persons,value,1528,,,,1528"),
    ])
    #expect(
      headline(pages, "persons") == [
        "headline,persons,value,1498,,,,1514", "headline,persons,previous,1486,,,,0",
        "headline,persons,previous-change,12,1498,1486,,1514",
        "headline,persons,last-year,1528,,,,0",
        "headline,persons,last-year-change,-30,1498,1528,,1514",
      ])
    let change = { (row: String) in headline(pages, row).first { $0.contains(",previous-change,") }
    }
    #expect(change("g-code") == "headline,g-code,previous-change,0,44,44,,48")
    #expect(change("not-removable") == "headline,not-removable,previous-change,,,,,8")
    #expect(change("error-findings") == "headline,error-findings,previous-change,suppressed,,,,73")
    #expect(
      change("rows-with-errors") == "headline,rows-with-errors,previous-change,not computed,,,,73")
    #expect(change("persons-male") == "headline,persons-male,previous-change,,,,,751")
    let page = try #require(pages["summary.html"])
    #expect(
      page.contains(
        "<dd class=\"change\"><span>เทียบรอบก่อน "
          + "<b data-figure=\"book-basic:persons:value/previous-change\">+12 (+0.8%)</b></span> · <span>เทียบปีก่อน "
          + "<b data-figure=\"book-basic:persons:value/last-year-change\">−30 (−2.0%)</b></span></dd>"
      ))
    #expect(page.contains("<b data-figure=\"book-basic:g-code:value/previous-change\">0<"))
    #expect(page.contains("ตัวเลขสำคัญเทียบกับรอบก่อนและปีก่อน"))
    #expect(page.contains("รอบก่อน (2568/3)") && page.contains("ปีก่อน (2568/1)"))
  }

  @Test func aRoundWithNothingToCompareShowsNothing() async throws {
    let pages = try await run([Self.previous: Self.csv("other,a,value,1,,,,1")])
    #expect(headline(pages, "persons") == ["headline,persons,value,1498,,,,1514"])
    let page = try #require(pages["summary.html"])
    #expect(!page.contains("class=\"change\"") && !page.contains("เทียบกับรอบก่อน"))
  }

  @Test func theManifestNamesWhatWasLookedFor() async throws {
    let bytes = Self.csv("headline,persons,value,1486,,,,1500")
    let pages = try await run([Self.previous: bytes])
    #expect(
      try compared(pages) == [
        [
          "with": "previous", "round": "2568/3", "path": Self.previous, "state": "found",
          "sha256": Fingerprint.sha256(bytes),
        ],
        ["with": "last-year", "round": "2568/1", "path": Self.lastYear, "state": "not there"],
      ])
    let again = try await run([Self.previous: bytes])
    #expect(again == pages)
  }

  @Test func yearsAreReadFromTheirRoundsAndNamedWhereTheyWereFound() async throws {
    let years = Self.csv(
      "headline,schools-in-register,value,9,,,schools,9",
      "book-by-grade,total,persons,1400,,,persons,1",
      "book-by-grade,total,per-room,20.0,1400,70,ratio,1")
    let pages = try await run(["dmc-students/2567-1/figures.csv": years])
    #expect(try compared(pages).map { $0["with"] } == ["previous", "last-year", "years"])
    #expect(try compared(pages).last?["round"] == "2567/1")
    let lines = (pages["figures.csv"] ?? "").split(separator: "\n").filter {
      $0.hasPrefix("book-years,2567,") && !$0.contains("/change")
    }
    #expect(
      lines == [
        "book-years,2567,schools,9,,,,0", "book-years,2567,persons,1400,,,persons,0",
        "book-years,2567,rooms,,,,rooms,0", "book-years,2567,per-room,20.0,1400,70,ratio,0",
      ])
    // What only tables of years ask for is compared with in no other place.
    #expect(headline(pages, "persons") == ["headline,persons,value,1498,,,,1514"])
  }

  @Test func tablesTellTheirChangeWhereTheyAskForIt() async throws {
    let pages = try await run([
      Self.previous: Self.csv("book-by-grade,ป.1,persons,100,,,persons,1")
    ])
    let lines = (pages["figures.csv"] ?? "").split(separator: "\n").filter {
      $0.hasPrefix("book-by-grade,ป.1,persons")
    }
    try #require(lines.count == 2)
    let now = try #require(Int(lines[0].split(separator: ",", omittingEmptySubsequences: false)[3]))
    #expect(
      lines[1].hasPrefix(
        "book-by-grade,ป.1,persons/previous-change,\(now - 100),\(now),100,persons,"))
  }

  @Test func onlyTheRoundsThatThePipelineNamesAreLookedFor() async throws {
    let bytes = Self.csv("headline,persons,value,1486,,,,1500")
    let pages = try await run(
      [Self.previous: bytes, Self.lastYear: bytes], overrides: ["aggregate.compare=last-year"])
    #expect(try compared(pages).map { $0["with"] } == ["last-year"])
    #expect(headline(pages, "persons").count == 3)
  }

  @Test func theManifestSaysWhyAFileIsNotUsed() async throws {
    let bytes = Array("table,row\n".utf8)
    let pages = try await run([Self.previous: bytes])
    #expect(
      try compared(pages).first == [
        "with": "previous", "round": "2568/3", "path": Self.previous, "state": "not readable",
        "reason": "line 1 is no line of figures.csv", "sha256": Fingerprint.sha256(bytes),
      ])
    #expect(headline(pages, "persons").count == 1)
  }

  @Test(arguments: [
    ("", "line 1 is no line of figures.csv"), ("\u{FEFF}x", "line 1 is no line of figures.csv"),
    ("table,row\n", "line 1 is no line of figures.csv"),
    (header + "headline,persons,value,x,,,,1\n", "line 2 is no line of figures.csv"),
    (header + "headline,persons,value,1.005,,,,1\n", "line 2 is no line of figures.csv"),
    (header + "headline,persons,value,5,9,3,,1\n", "line 2 is no line of figures.csv"),
    (header + "headline,persons,value,0.5,9,3,,1\n", "line 2 is no line of figures.csv"),
    (
      header + "headline,persons,value,5,9223372036854775807,-9,,1\n",
      "line 2 is no line of figures.csv"
    ),
    (
      header + "headline,persons,value,99999999999999999999,,,,1\n",
      "line 2 is no line of figures.csv"
    ),
    (header + "headline,a,value,1,,,,1\nheadline,b\n", "line 3 is no line of figures.csv"),
    (header + "headline,a,value,1,,,,1,\n", "line 2 is no line of figures.csv"),
    (header + "\"headline,a\n,value,1,,,,1\n", "line 2 is no line of figures.csv"),
    (header + "\"headline\"x,a,value,1,,,,1\n", "line 2 is no line of figures.csv"),
    (header + "other,a,value\n", "line 2 is no line of figures.csv"),
  ])
  func aFileThatNoRunHasWrittenIsSaidAndNotUsed(text: String, reason: String) async throws {
    #expect(try await emptyRun(beside: Array(text.utf8)).map { $0.state } == [.unreadable(reason)])
  }

  @Test(arguments: 0..<40)
  func bytesOfAnybodyDoNoHarm(seed: UInt64) async throws {
    var generator = SeededGenerator(seed)
    var bytes = Self.csv(
      "headline,persons,value,1486,,,,1500", "headline,\"a,\"\"b\",value,0.5,1,2,share,2")
    for _ in 0..<Int.random(in: 1...6, using: &generator) {
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      switch Int.random(in: 0..<3, using: &generator) {
      case 0: bytes[place] = UInt8.random(in: .min ... .max, using: &generator)
      case 1: bytes.remove(at: place)
      default: bytes.removeLast(bytes.count - max(1, place))
      }
    }
    let compared = try await emptyRun(beside: bytes)
    #expect(compared.count == 1 && compared[0].state != .missing)
  }

  @Test(arguments: [
    (
      "aggregate.compare=last",
      "--set aggregate.compare=last:1:1: error: unknown round to compare with 'last'; expected "
        + "previous or last-year"
    ),
    (
      "aggregate.compar=previous",
      "--set aggregate.compar=previous:1:1: error: unknown key 'compar'; did you mean 'compare'?"
    ),
  ])
  func aMistakeInWhatIsComparedIsTold(override: String, message: String) {
    do {
      _ = try CaseRun.plan(overrides: [override])
      Issue.record("no mistake")
    } catch {
      #expect("\(error)" == message)
    }
  }
}
