internal import Settings
internal import Tables

/// All rules as one page of Markdown, which is kept in `docs/`.
package struct RuleReference: Sendable {
  private let words: RuleWords

  package init(_ words: RuleWords) { self.words = words }

  package func text(_ entries: [RuleCatalog.Entry]) -> String {
    let files = entries.map { $0.place.file }.reduce(into: [String]()) { files, file in
      if files.last != file { files.append(file) }
    }
    let parts = files.map { file in (file, entries.filter { $0.place.file == file }) }
    let lines =
      ["# \(words[.heading])", "", words[.intro], ""]
      + parts.flatMap { contents(of: $0, $1) } + kinds
      + parts.flatMap { file, entries in
        ["", "## \(file)", "", "\(words[.uses]): \(entries.first?.usesLine ?? "")"]
          + entries.flatMap { section($0) }
      }
    return lines.joined(separator: "\n") + "\n"
  }

  private func contents(of file: String, _ entries: [RuleCatalog.Entry]) -> [String] {
    [
      "**\(file)** (\(entries.count))", "",
      row([
        words[.code], words[.severity], words[.counts], words[.state], words[.check], words[.title],
      ]),
      "|---|---|---|---|---|---|",
    ]
      + entries.map { entry in
        row([
          "[\(entry.rule.code)](#\(entry.rule.code))", words.severity(entry.rule),
          words.unit(entry.rule), words.state(entry), words.check(entry),
          entry.rule.title[words.language],
        ])
      } + [""]
  }

  /// All kinds of checks, with the part of a pipeline that names their rules.
  private var kinds: [String] {
    [
      "## \(words[.kinds])", "", row([words[.check], words[.part], words[.finds]]), "|---|---|---|",
    ]
      + RuleKind.all.map { row(["`\($0.name)`", "`\($0.room.rawValue):`", $0.summary]) }
  }

  private func section(_ entry: RuleCatalog.Entry) -> [String] {
    let rule = entry.rule
    var lines = [
      "", "### \(rule.code)", "",
      "**\(Self.plain(rule.title[words.language]))** · \(words.severity(rule))"
        + " · \(words[.counts]): \(words.unit(rule)) · \(words.state(entry))",
      "", "> " + Self.plain(rule.message[words.language]), "",
    ]
    if let kind = entry.kind {
      lines.append("- \(words[.check]): `\(kind.name)` – \(Self.plain(kind.summary))")
    }
    if !entry.settings.isEmpty { lines.append("- \(words[.settings]): `\(entry.settingsLine)`") }
    if let privacy = rule.privacy {
      lines.append("- \(words[.privacy]): \(words.privacy(privacy))")
    }
    lines.append("- \(words[.source]): \(Self.plain(rule.source))")
    return lines + examples(.finds, entry.examples.finds) + examples(.passes, entry.examples.passes)
  }

  private func examples(_ key: RuleWords.Key, _ examples: [RuleExample]) -> [String] {
    guard !examples.isEmpty else { return [] }
    return ["- \(words[key]):"] + examples.map { "  - " + example($0) }
  }

  /// An example on one line, its rows with a stroke between them.
  private func example(_ example: RuleExample) -> String {
    let isPlain = example.files.count == 1 && example.others.isEmpty
    let parts =
      example.files.map { name, rows in
        (isPlain ? "" : "\(name): ") + (rows.isEmpty ? words[.empty] : line(rows))
      }
      + example.others.map { "\(words.dataset($0.dataset)): " + line($0.rows) }
    return parts.joined(separator: "; ")
  }

  private func line(_ rows: [RuleExample.Row]) -> String {
    RuleExample.repeated(
      rows.map { row in
        row.map { "\($0.column) " + ($0.value.isEmpty ? "–" : "`\($0.value)`") }
          .joined(separator: ", ")
      }
    ).joined(separator: " / ")
  }

  private func row(_ cells: [String]) -> String {
    "| " + cells.map { Self.plain($0) }.joined(separator: " | ") + " |"
  }

  /// A text in which nothing but its letters shows.
  private static func plain(_ text: String) -> String {
    text.replacing("|", with: "\\|").replacing("<", with: "&lt;").replacing("*", with: "\\*")
  }
}
