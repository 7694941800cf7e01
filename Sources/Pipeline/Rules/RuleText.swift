internal import Settings
internal import Tables

/// Rules as lines for a person at a terminal.
package struct RuleText: Sendable {
  private let words: RuleWords

  package init(_ words: RuleWords) { self.words = words }

  /// Every rule in a few lines, file by file.
  package func list(_ entries: [RuleCatalog.Entry]) -> String {
    var lines: [String] = []
    var file = ""
    for entry in entries {
      if entry.place.file != file {
        file = entry.place.file
        lines += (lines.isEmpty ? [] : [""]) + [file]
      }
      lines += summary(entry).map { "  " + $0 }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// One rule with everything that its file says of it, and its examples.
  package func explanation(_ entry: RuleCatalog.Entry) -> String {
    var lines = summary(entry)
    if let kind = entry.kind, !kind.summary.isEmpty {
      lines.append("  \(words[.check]): \(kind.name) – \(kind.summary)")
    }
    lines.append("  \(words[.uses]): \(entry.usesLine)")
    lines.append("  \(words[.place]): pipelines/\(entry.place.file):\(entry.place.line)")
    lines += examples(.finds, entry.examples.finds) + examples(.passes, entry.examples.passes)
    return lines.joined(separator: "\n") + "\n"
  }

  private func summary(_ entry: RuleCatalog.Entry) -> [String] {
    let rule = entry.rule
    var lines = [
      [
        rule.code, words.severity(rule), "\(words[.counts]): \(words.unit(rule))",
        words.state(entry), words.check(entry),
      ].joined(separator: " · "),
      "  " + rule.title[words.language],
      "  " + rule.message[words.language],
    ]
    if !entry.settings.isEmpty { lines.append("  \(words[.settings]): \(entry.settingsLine)") }
    if let privacy = rule.privacy {
      lines.append("  \(words[.privacy]): \(words.privacy(privacy))")
    }
    return lines + ["  \(words[.source]): \(rule.source)"]
  }

  private func examples(_ key: RuleWords.Key, _ examples: [RuleExample]) -> [String] {
    guard !examples.isEmpty else { return [] }
    return ["  \(words[key]):"]
      + examples.flatMap { example -> [String] in
        rows(example).enumerated().map { "    \($0 == 0 ? "-" : " ") \($1)" }
      }
  }

  /// The rows of an example, each on a line, with what they are rows of where that is not plain.
  private func rows(_ example: RuleExample) -> [String] {
    let named = example.files.count > 1
    return example.files.flatMap { name, rows in
      RuleExample.repeated(rows.map { (named ? "\(name): " : "") + line($0) })
        + (rows.isEmpty ? ["\(name): \(words[.empty])"] : [])
    }
      + example.others.flatMap { dataset, rows in
        rows.map { "\(words.dataset(dataset)): " + line($0) }
      }
  }

  private func line(_ row: RuleExample.Row) -> String {
    row.map { "\($0.column) '\($0.value)'" }.joined(separator: ", ")
  }
}
