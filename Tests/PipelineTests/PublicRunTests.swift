import TestKit
import Testing

/// A run for the public, beside the same run for the director.
@Suite struct PublicRunTests {
  private static let sensitive = [
    "book-by-nationality", "book-by-religion", "book-disadvantaged", "book-registration",
    "book-unregistered-by-nationality", "book-unregistered-by-school", "book-by-age",
    "book-population", "findings-by-rule",
  ]

  private struct Cell: Hashable {
    let table: String
    let row: String
    let column: String
  }

  private static func figures(_ run: CaseRun) -> [Cell: [String: String]] {
    Dictionary(
      uniqueKeysWithValues: run.records("figures.csv").map {
        (Cell(table: $0["table"] ?? "", row: $0["row"] ?? "", column: $0["column"] ?? ""), $0)
      })
  }

  @Test(arguments: [5, 10]) func smallNumbersOfWhatIsSensitiveAreHiddenAndTheRestIsTold(
    fewest: Int
  ) async throws {
    let whole = Self.figures(try await CaseRun())
    let run = try await CaseRun(
      overrides: ["render.audience=public", "privacy.fewest=\(fewest)"])
    let open = Self.figures(run)
    for (cell, figure) in open {
      guard figure["value"] == "suppressed" else {
        #expect(figure == whole[cell], "\(cell)")
        continue
      }
      #expect(Self.sensitive.contains(cell.table) || cell.row == "g-code", "\(cell)")
      // Neither a part nor the rows of it are told.
      #expect(
        ["numerator", "denominator"].allSatisfy { figure[$0] == "" } && figure["rows"] == "0")
    }
    for table in ["book-by-nationality", "book-by-religion", "book-disadvantaged"] {
      let own = open.filter { $0.key.table == table }
      let hidden = own.filter { $0.value["value"] == "suppressed" }
      #expect(!hidden.isEmpty && hidden.count < own.count, "\(table)")
      for (cell, figure) in own where cell.row != "total" || table == "book-disadvantaged" {
        #expect(!(1..<fewest).contains(Int(figure["value"] ?? "") ?? 0), "\(cell)")
      }
    }
    // Everybody knows how many pupils there are.
    #expect(
      open.filter { $0.key.table == "students-by-school" }
        .allSatisfy { $0.value["value"] != "suppressed" })
  }

  @Test func aNumberThatIsHiddenInOneTableIsHiddenInAll() async throws {
    let open = Self.figures(
      try await CaseRun(overrides: ["render.audience=public", "privacy.fewest=100"]))
    let values = [
      ("book-registration", "G", "all"), ("headline", "g-code", "value"),
    ].map { open[Cell(table: $0, row: $1, column: $2)]?["value"] }
    #expect(values == ["suppressed", "suppressed"])
  }

  /// Beside `book-registration` and `book-by-age` their sums would be one equation too many.
  @Test(arguments: [
    "book-population", "book-unregistered-by-nationality", "book-unregistered-by-school",
  ])
  func tablesThatTellWhatOthersHideAreNotForThePublic(table: String) async throws {
    let run = try await CaseRun(overrides: ["render.audience=public"])
    let own = Self.figures(run).filter { $0.key.table == table }
    #expect(!own.isEmpty && own.allSatisfy { $0.value["value"] == "suppressed" })
    #expect(Set(own.keys.map { $0.row }) == ["total"])
    // Nor is it said that there is nobody.
    #expect(run.text("book.html").contains("data-figure=\"\(table):total:"))
  }

  @Test func aRuleThatConcernsFewIsNeverHiddenAlone() async throws {
    let run = try await CaseRun(overrides: ["render.audience=public"])
    let shown = Self.figures(run).filter { $0.key.table == "findings-by-rule" }
    let pupils = shown.filter { $0.key.column == "pupils" }
    #expect(pupils.contains { $0.value["value"] == "suppressed" })
    #expect(pupils.allSatisfy { !(1..<5).contains(Int($0.value["value"] ?? "") ?? 0) })
    // The sum of a severity is told elsewhere, and would tell the only one that is hidden.
    let severities = Dictionary(
      try await CaseRun().records("findings.csv").map { ($0["rule"] ?? "", $0["severity"] ?? "") },
      uniquingKeysWith: { first, _ in first })
    let hidden = pupils.filter { $0.value["value"] == "suppressed" }.keys.map { $0.row }
    let bySeverity = Dictionary(grouping: hidden) { severities[$0] ?? "" }
    #expect(bySeverity.values.allSatisfy { $0.count > 1 }, "\(bySeverity)")
  }

  @Test func thePublicIsGivenFiguresAndNoRows() async throws {
    let run = try await CaseRun(overrides: ["render.audience=public"])
    let data = run.pages.keys.filter { $0.hasSuffix(".csv") || $0.hasSuffix(".json") }.sorted()
    #expect(data == ["figures.csv", "labels.csv", "manifest.json"])
  }

  @Test func nutritionIsHiddenByLevels() async throws {
    let overrides = ["growth=growth/example.csv"]
    let whole = Self.figures(try await CaseRun(overrides: overrides))
    let open = Self.figures(
      try await CaseRun(overrides: overrides + ["render.audience=public"]))
    let own = open.filter { $0.key.table == "nutrition" }
    for (cell, figure) in own where figure["value"] != "suppressed" {
      #expect(figure == whole[cell], "\(cell)")
      let isOfGrowth = !cell.row.hasPrefix("measuring") && !cell.row.hasSuffix("assessed")
      guard isOfGrowth, cell.row != "total", cell.column != "share" else { continue }
      #expect(!(1...4).contains(Int(figure["value"] ?? "") ?? 0), "\(cell)")
    }
    let hidden = Set(own.filter { $0.value["value"] == "suppressed" }.map { $0.key.column })
    #expect(!hidden.isEmpty)
    // One level by itself would be what the sum leaves over.
    #expect(hidden.count > 1)
  }
}
