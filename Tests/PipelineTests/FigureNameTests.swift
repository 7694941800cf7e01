import Containers
import Foundation
import Pipeline
import Render
import Settings
import Tables
import TestKit
import Testing

/// Every number of the director's page carries its name, by which figures.csv has it; `SameFiguresTests` compare the numbers.
@Suite struct FigureNameTests {
  private func every(_ tree: XMLTree, _ holds: (XMLTree) -> Bool) -> [XMLTree] {
    (holds(tree) ? [tree] : [])
      + tree.children.filter { !($0.attributes["class"] ?? "").hasPrefix("paper") }
      .flatMap { every($0, holds) }
  }

  private func page(_ pages: [String: [UInt8]]) throws -> XMLTree {
    let text = String(decoding: try #require(pages["summary.html"]), as: UTF8.self)
    return try XMLTree(
      Array(text.replacing("<!DOCTYPE html>\n", with: "").utf8), part: "summary.html")
  }

  @Test func everyNumberOfTheDirectorsPageIsAFigureOfTheFile() async throws {
    let first = try await CaseRun()
    let plan = try CaseRun.plan()
    let earlier = try #require(first.pages["figures.csv"])
    let text = String(decoding: earlier, as: UTF8.self)
    let outcome = try await Run(plan).run(CaseRun.files("office", of: plan)) { path in
      path.contains("2568-3")
        ? ByteSource(Array(text.replacing("value,1498,", with: "value,1487,").utf8))
        : ByteSource(Array(text.replacing("value,44,", with: "value,51,").utf8))
    }
    let pages = Dictionary(
      uniqueKeysWithValues: outcome.pages.filter {
        $0.path.hasPrefix("summary") || $0.path == "figures.csv"
      }
      .map { ($0.path, $0.bytes) })
    let records = CSVRecords.read(
      String(decoding: try #require(pages["figures.csv"]), as: UTF8.self))
    let figures = Set(
      records.map { record in
        ["table", "row", "column"].compactMap { record[$0] }.joined(separator: ":")
      })
    let tree = try page(pages)
    let isNumber = { (element: XMLTree) in
      element.name == "td" || element.name == "b" || element.attributes["class"] == "figure"
    }
    let numbers = every(tree, isNumber)
    #expect(numbers.count > 500)
    for number in numbers {
      let name = try #require(number.attributes["data-figure"], "\(number.text) has no name")
      #expect(figures.contains(name), "\(name)")
    }
    #expect(
      numbers.contains {
        $0.attributes["data-figure"] == "headline:persons:previous-change"
          && $0.text == "+11 (+0.7%)"
      })
  }

  @Test func nothingOnPaperHasAName() async throws {
    let text = try await CaseRun().text("book.html")
    let papers = text.split(separator: "<div class=\"paper\">").dropFirst()
      .map { $0.prefix(while: { $0 != ">" }) + ($0.split(separator: "</table>").first ?? "") }
    #expect(papers.count > 1)
    #expect(papers.allSatisfy { !$0.contains("data-figure") })
    #expect(text.contains("@media screen {\n  [data-figure]:is(:hover, :focus)::after {"))
  }
}
