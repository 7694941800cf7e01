internal import Mustache
internal import Settings

/// The frame of every page: a Mustache template with the style sheet inside.
///
/// What it is given is escaped already, so that the template writes `{{{name}}}`. Mustache's own
/// escaping is not used: it compares Characters, and lets a quote with a combining mark pass.
package struct PageFrame: Sendable {
  private let template: MustacheTemplate
  private let policy: String

  /// The words that a template may use.
  static let names = [
    "language", "title", "office", "subtitle", "facts", "audience", "contents", "sections", "id",
    "body", "policy", "find", "all", "shown", "totals", "colours", "print", "numerals", ".",
  ]

  package init(_ text: String, file: String) throws {
    do {
      template = try MustacheTemplate(string: text)
    } catch let error as MustacheTemplate.ParserError {
      throw SettingsError(
        "not a Mustache template: \(error.error)",
        at: Place(
          file: file, line: error.context.lineNumber, column: error.context.columnNumber))
    }
    policy = ContentPolicy(of: text).text
    try Self.refuseWrongTags(in: text, file: file)
    guard text.contains("{{{body}}}") else {
      throw SettingsError("the template has no {{{body}}}", at: Place(file: file))
    }
  }

  func page(_ values: [String: any Sendable]) -> String {
    template.render(values.merging(["policy": policy]) { given, _ in given })
  }

  /// Refuses names that nobody fills, and tags that would escape twice.
  private static func refuseWrongTags(in text: String, file: String) throws {
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      for tag in line.split(separator: "{{", omittingEmptySubsequences: false).dropFirst() {
        let place = Place(
          file: file, line: number + 1,
          column: line.distance(from: line.startIndex, to: tag.startIndex) - 1)
        let inside = tag.prefix { $0 != "}" }
        let name = inside.drop { "{#/^!".contains($0) }
        guard let sign = inside.first, sign != "!" else { continue }
        guard "{#/^".contains(sign) else {
          throw SettingsError("expected {{{\(name)}}}, found {{\(name)}}", at: place)
        }
        guard names.contains(String(name)) else {
          throw SettingsError(
            "unknown name '\(name)'" + Suggestion.clause(for: String(name), among: names), at: place
          )
        }
      }
    }
  }
}
