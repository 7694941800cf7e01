package import Settings
package import Tables

extension Schema {
  /// Reads a schema as its file states it.
  package init(_ settings: Settings) throws {
    try settings.allow(only: [
      "schema", "title", "header", "stamp", "totals", "notes", "ignore", "key", "page", "columns",
    ])
    let header = try settings.required("header")
    try header.allow(only: ["minimum"])
    let entries = try settings.required("columns").entries
    let columns = try entries.map { try SchemaColumn(name: $0.key, $0.value) }
    let minimum = try header.required("minimum")
    guard try 1...columns.count ~= minimum.number else {
      throw minimum.expected("a number from 1 to \(columns.count)")
    }
    self.init(
      name: try settings.required("schema").word,
      title: try settings.required("title").localizedText,
      columns: columns,
      minimumHeaders: try minimum.number,
      totalWords: try settings["totals"]?.words ?? [],
      noteWords: try settings["notes"]?.words ?? [],
      stampWords: try settings["stamp"]?.words ?? [],
      ignoredHeaders: try settings["ignore"]?.words ?? [],
      key: try settings["key"].map { key in
        let name = try key.word
        guard let column = columns.firstIndex(where: { $0.name == name }) else {
          throw key.unknown("column", among: columns.map { $0.name })
        }
        return column
      },
      pageRecords: try settings["page"].map { page in
        try page.allow(only: ["records"])
        return try page.required("records").word
      })
  }
}

extension SchemaColumn {
  fileprivate init(name: String, _ settings: Settings) throws {
    try settings.allow(only: [
      "label", "headers", "kind", "privacy", "length", "occurrence", "fill", "path", "elsewhere",
      "required", "expected", "clean",
    ])
    let headers = settings["headers"]
    if let headers, headers.items.isEmpty { throw headers.expected("at least one header") }
    if headers == nil, settings["path"] == nil, settings["elsewhere"] == nil {
      _ = try settings.required("headers")
    }
    self.init(
      name: name,
      label: try settings.required("label").localizedText,
      kind: try settings["kind"]?.choice(of: Kind.self, called: "kind") ?? .text,
      privacy: try settings["privacy"]?.choice(of: PrivacyClass.self, called: "privacy class")
        ?? .open,
      headers: try headers?.words ?? [],
      length: try settings["length"]?.number,
      occurrence: try settings["occurrence"]?.number,
      fillsDown: try settings["fill"].map { _ = try $0.choice(of: Fill.self, called: "fill") }
        != nil,
      path: try settings["path"]?.word,
      elsewhere: try settings["elsewhere"]?.items.map { try Elsewhere($0) } ?? [],
      isRequired: try settings["required"]?.flag ?? false,
      isExpected: try settings["expected"]?.flag ?? true)
  }
}

private enum Fill: String, CaseIterable { case down }

extension SchemaColumn.Elsewhere {
  /// Reads `{ title: WORDS }`, `{ file-name: DIGITS }` or `{ page: XPATH }`.
  fileprivate init(_ settings: Settings) throws {
    try settings.allow(only: ["title", "file-name", "page"])
    if let words = settings["title"] {
      self = .title(try words.word)
    } else if let digits = settings["file-name"] {
      self = .fileName(digits: try digits.number)
    } else {
      self = .page(try settings.required("page").word)
    }
  }
}
