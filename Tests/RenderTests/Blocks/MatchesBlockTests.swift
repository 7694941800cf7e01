import Containers
import Render
import Tables
import Testing

/// Cases as cards on the page and lines in the workbook.
struct MatchesBlockTests {
  /// Two files of three pupils each; the schools are those of the files.
  private static func figures(
    _ clusters: [Cluster] = [], questions: [MatchQuestion] = []
  ) -> Figures {
    let names: [(String, PrivacyClass)] = [("grade", .open), ("name", .name)]
    let schema = Schema(
      name: "student", title: LocalizedText("student"),
      columns: names.map {
        SchemaColumn(name: $0, label: LocalizedText($0), privacy: $1, headers: [$0])
      }, minimumHeaders: 1, called: [0, 1])
    let cells = [["P1", "P2", "P3", "P1", "P2", "P3"], ["Ann", "Bo", "<i>", "Ann", "Bo", "Eve"]]
    var raw = RawTable(name: "student", schema: schema)
    for row in 0..<6 { raw.origins.append(Origin(input: row / 3, row: row % 3 + 2)) }
    let texts = cells.map { TextColumn($0) }
    raw.columns = texts.map { .text($0) }
    let columns = texts.map { text in
      CleanColumn(
        .text(
          CodedColumn(
            rows: text.codes, meaning: Array(0..<UInt32(text.dictionary.count)),
            dictionary: text.dictionary)))
    }
    var links = Links(rows: 6)
    links.schools = [0, 0, 0, 1, 1, 1]
    links.clusters = clusters
    for index in clusters.indices { links.clusters[index].number = index + 1 }
    links.questions = questions
    links.matchNames = MatchNames(
      comparisons: [.init(name: "name", title: LocalizedText("the name"), comparator: "name")],
      guards: ["twins": LocalizedText("they are twins")],
      evidence: ["by-name": LocalizedText("the names")], columns: [0, 1])
    let clean = CleanTables(
      tables: [CleanTable(raw: raw, columns: columns)],
      inputs: ["a.csv", "b.csv"].map { InputReport(path: $0, dataset: "student") },
      ledger: Ledger())
    return Figures(
      linked: LinkedTables(
        clean: clean,
        schools: [
          School(code: "1", name: "One", registerRow: nil),
          School(code: "2", name: "Two", registerRow: nil),
        ], links: [links]), tables: [])
  }

  private static func evidence(_ left: Int, _ right: Int, apart: String? = nil) -> MatchEvidence {
    MatchEvidence(
      left: RowReference(dataset: 0, row: left), right: RowReference(dataset: 0, row: right),
      rival: .family, prior: -100,
      items: [.init(comparison: "name", level: "equal", points: 1234, rarity: 0)], apart: apart)
  }

  private static func cluster(
    _ rows: [Int], score: Double = 0.99, kind: Cluster.Kind = .sameOffice
  ) -> Cluster {
    Cluster(
      kind: kind, evidence: "by-name", certainty: .probable, score: score,
      members: rows.enumerated().map {
        .init(
          dataset: 0, row: $1, suggestion: $0 == 0 ? .keep : .check, reason: "latest", score: score)
      },
      links: kind == .collision ? [] : zip(rows, rows.dropFirst()).map { evidence($0, $1) })
  }

  private static func block(_ show: String, limit: Int = 500) -> Written {
    [
      "matches": [
        "dataset": "student", "show": .word(show), "limit": .word(String(limit)), "title": "Cases",
        "sheet": "Cases", "empty": "none",
      ]
    ]
  }

  private static func page(
    _ figures: Figures, _ block: Written, for audience: Audience = .director,
    as format: PageFormat = .html
  ) async throws -> [UInt8] {
    let masthead = Masthead(
      office: LocalizedText("Office"), pipeline: LocalizedText("P"), round: Office.masthead.round,
      version: "1", audience: audience, language: .english)
    let stage = try RenderStage(
      reports: [Printing.report(block).settings()], template: (Printing.template, "p"),
      words: Printing.wordSettings.settings(), matching: Printing.matchSettings.settings(),
      masthead: masthead, formats: [format])
    return try await Printing.pages(stage, figures)[0].bytes
  }

  private static func articles(_ bytes: [UInt8]) throws -> [String] {
    try ReadPage(bytes).tree.every("article").map {
      $0.allText.split(whereSeparator: { " \n".contains($0) }).joined(separator: " ")
    }
  }

  @Test func aCardTellsRegistrationsAndWeights() async throws {
    let page = try await Self.page(Self.figures([Self.cluster([0, 3])]), Self.block("clusters"))
    #expect(
      String(decoding: page, as: UTF8.self).contains(
        "<th scope=\"col\" class=\"kept\">1 <b>keep</b>"))
    let text = try #require(try Self.articles(page).first)
    for part in [
      "same-office 1", "probable", "99.00%", "the names", "gradeP1P1", "nameA…A…", "One · 1",
      "a.csv:2", "latest", "Two · 2", "b.csv:2", "1 ↔ 2 · family", "prior", "-1.00", "the name",
      "equal", "+12.34",
      "sum", "+11.34",
    ] { #expect(text.contains(part), "\(part)") }
    #expect(!text.contains("Ann"))
  }

  @Test(arguments: [
    (Audience.officer, "nameAnnAnn"), (.director, "nameA…A…"), (.school, "nameA…A…"),
  ])
  func namesAreMaskedByAudience(_ audience: Audience, name: String) async throws {
    let figures = Self.figures([Self.cluster([0, 3])])
    let page = try await Self.page(figures, Self.block("clusters"), for: audience)
    let text = try #require(try Self.articles(page).first)
    #expect(text.contains(name))
  }

  @Test func thePublicSeesNoCase() async throws {
    let figures = Self.figures([Self.cluster([0, 3])])
    for show in ["clusters", "collisions", "questions"] {
      let page = try await Self.page(figures, Self.block(show), for: .public)
      #expect(try Self.articles(page).isEmpty)
      #expect(!String(decoding: page, as: UTF8.self).contains("a.csv:2"))
    }
  }

  @Test func thoseWithMostToReclaimComeFirstAndTheRestIsCounted() async throws {
    let figures = Self.figures([
      Self.cluster([0, 3], score: 0.6), Self.cluster([1, 4, 5], score: 0.9),
      Self.cluster([2, 5], score: 0.95),
    ])
    let page = try await Self.page(figures, Self.block("clusters", limit: 2))
    let numbers = try ReadPage(page).tree.every("article").map { $0.every("span").first?.text }
    #expect(numbers == ["2", "3"])
    #expect(String(decoding: page, as: UTF8.self).contains("<p class=\"note\">more 2 3</p>"))
  }

  @Test func collisionsClaimNoProbability() async throws {
    let figures = Self.figures([
      Self.cluster([0, 3]), Self.cluster([1, 5], score: 0, kind: .collision),
    ])
    let text = try Self.articles(await Self.page(figures, Self.block("collisions")))
    #expect(text.count == 1)
    #expect(text[0].hasPrefix("collision 2the names "))
    #expect(!text[0].contains("%"))
  }

  @Test func pairsToBeDecidedKeepTheirOrderAndTellTheirGuard() async throws {
    let questions = [(0, 4, 0.4), (1, 3, 0.6)].map { left, right, probability in
      MatchQuestion(
        evidence: Self.evidence(left, right, apart: "twins"), probability: probability, impact: 1,
        record: "1:\(left)", other: "2:\(right)", isJoined: false, isPutOff: false)
    }
    let figures = Self.figures(questions: questions)
    let text = try Self.articles(await Self.page(figures, Self.block("questions")))
    #expect(text.count == 2)
    #expect(text[0].contains("a.csv:2") && text[0].contains("40.00%"))
    #expect(text[1].contains("b.csv:2") && text[1].contains("apart they are twins"))
  }

  @Test func whatDiffersIsMarkedAndSaidToBe() async throws {
    let page = try await Self.page(Self.figures([Self.cluster([0, 4])]), Self.block("clusters"))
    let marks = try ReadPage(page).tree.every("mark")
    #expect(marks.map { $0.allText } == ["≠ P1", "≠ P2", "≠ A…", "≠ B…"])
    #expect(marks.allSatisfy { $0.attributes["title"] == "differs {0} {1}" })
    let same = try await Self.page(Self.figures([Self.cluster([0, 3])]), Self.block("clusters"))
    #expect(try ReadPage(same).tree.every("mark").isEmpty)
  }

  @Test func aCheckThatIsDoneStandsLastAndSaysWhatItFound() async throws {
    let members = [(0, CheckedPresence.Result.found), (3, .left)].map { row, result in
      Cluster.Member(
        dataset: 0, row: row, suggestion: row == 0 ? .keep : .remove,
        presence: CheckedPresence(result, note: "phoned"))
    }
    let figures = Self.figures([
      Cluster(kind: .sameOffice, evidence: "by-name", score: 1, members: members),
      Self.cluster([1, 5], score: 0.5),
    ])
    let text = try Self.articles(await Self.page(figures, Self.block("clusters")))
    #expect(text[0].hasPrefix("same-office 2") && text[1].hasPrefix("same-office 1"))
    #expect(text[1].contains("confirmed") && text[1].contains("result {0} {1}foundleft"))
    let bytes = try await Self.page(figures, Self.block("clusters"), as: .xlsx)
    let values = try ReadBook(bytes).cells(ofSheet: "Cases").values
    #expect(values.contains(.text("found")) && values.contains(.text("phoned")))
  }

  @Test func theWorkbookHoldsALineForEveryRegistration() async throws {
    let figures = Self.figures([Self.cluster([0, 3]), Self.cluster([2, 4, 5])])
    let bytes = try await Self.page(figures, Self.block("clusters", limit: 1), as: .xlsx)
    let cells = try ReadBook(bytes).cells(ofSheet: "Cases")
    #expect((6...10).map { cells["A\($0)"] } == [2, 2, 2, 1, 1].map { .number($0) })
    #expect(cells["A11"] == nil)
    #expect(cells["A3"] == .text("how {0} {1}") && cells["H6"] == .text("<…"))
    let values = cells.filter { $0.key.hasSuffix("9") }.values
    #expect(values.contains(.text("the name equal +12.34")) && values.contains(.text("a.csv")))
  }

  @Test func nothingToShowIsSaid() async throws {
    for show in ["clusters", "collisions", "questions"] {
      let page = try await Self.page(Self.figures(), Self.block(show))
      #expect(String(decoding: page, as: UTF8.self).contains("<p>none</p>"))
    }
  }

  @Test(arguments: [
    ("clustrs", 1, "unknown kind of case 'clustrs'; did you mean 'clusters'?"),
    ("clusters", 0, "expected a number from 1 to 5000, found '0'"),
  ])
  func mistakesAreTold(_ show: String, _ limit: Int, _ message: String) {
    let told = Printing.mistakes(Printing.report(Self.block(show, limit: limit)))
    #expect(told.hasSuffix(message))
  }
}
