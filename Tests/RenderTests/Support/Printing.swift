import Containers
import Render
import Settings
import Tables
import Testing

/// The frame and the words of the tests, and the stage made with them.
enum Printing {
  /// The template that the project ships, by its place beside the tests.
  static var template: String {
    get throws {
      let source = try ByteSource(path: root + "/pipelines/pages/page.mustache")
      return String(decoding: try source.read(0..<source.count), as: UTF8.self)
    }
  }

  /// The top folder of the project.
  static var root: String {
    #filePath.split(separator: "/").dropLast(4).map { "/" + $0 }.joined()
  }

  /// Every word stands for itself.
  static var wordSettings: Written {
    let words = Words.Word.allCases.map { ($0.rawValue, Written.word($0.rawValue + " {0} {1}")) }
    return .map(words + [("months", .list((1...12).map { .word("month\($0)") }))])
  }

  /// Every word stands for itself, and so does every level.
  static var matchSettings: Written {
    let words = MatchWords.Word.allCases.map {
      ($0.rawValue, Written.word($0.rawValue + " {0} {1}"))
    }
    let sections = [
      "rivals", "classes", "kinds", "suggestions", "reasons", "resolutions", "levels",
    ]
    return .map(
      [
        ("words", .map(words)), ("missing", "missing"),
      ]
        + sections.map { ($0, .map([])) })
  }

  static func words(_ language: Language = .english) throws -> Words {
    try Words(wordSettings.settings(), language: language)
  }

  static func report(_ blocks: Written...) -> Written { report(blocks) }

  static func report(_ blocks: [Written]) -> Written {
    ["report": "test", "file": "page", "title": "Title", "blocks": .list(blocks)]
  }

  static func stage(
    _ reports: Written..., language: Language = .english, formats: [PageFormat] = [.html, .xlsx],
    known: KnownTables = .unknown
  ) throws -> RenderStage {
    try RenderStage(
      reports: reports.map { $0.settings() }, template: (template, "page.mustache"),
      words: wordSettings.settings(),
      matching: matchSettings.settings(), masthead: Office.mastheadIn(language), formats: formats,
      known: known)
  }

  static func pages(_ stage: RenderStage, _ figures: Figures) async throws -> [Pages.Page] {
    var findings = Findings()
    return try await stage.run(figures, findings: &findings).pages
  }

  /// The mistakes that a report's settings have, as a user is told them.
  static func mistakes(_ reports: Written..., known: KnownTables = .unknown) -> String {
    do {
      _ = try RenderStage(
        reports: reports.map { $0.settings() }, template: (template, "page.mustache"),
        words: wordSettings.settings(),
        matching: matchSettings.settings(), masthead: Office.masthead, formats: [.html],
        known: known)
      return ""
    } catch {
      return "\(error)"
    }
  }

  /// What the blocks of a report print between the page's head and its foot.
  static func body(_ blocks: Written..., figures: Figures) async throws -> String {
    let stage = try stage(report(blocks), formats: [.html])
    return try await body(of: pages(stage, figures))
  }

  static func body(of pages: [Pages.Page]) throws -> String {
    let text = String(decoding: try #require(pages.first).bytes, as: UTF8.self)
    let parts = text.split(separator: "<main>\n")
    return String(try #require(parts.last).split(separator: "\n\n</main>")[0])
  }
}
