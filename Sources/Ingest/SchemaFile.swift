internal import Containers
package import Settings
package import Tables

extension Schema {
  /// Reads a schema as its file states it.
  package init(_ settings: Settings) throws {
    try settings.allow(only: [
      "schema", "title", "header", "stamp", "totals", "notes", "ignore", "key", "identity",
      "called", "page", "columns",
    ])
    let header = try settings.required("header")
    try header.allow(only: ["minimum", "others"])
    let entries = try settings.required("columns").entries
    let columns = try entries.map { try SchemaColumn(name: $0.key, $0.value) }
    let minimum = try header.required("minimum")
    guard try 1...columns.count ~= minimum.number else {
      throw minimum.expected("a number from 1 to \(columns.count)")
    }
    let totals = try Totals(settings["totals"], columns: columns)
    self.init(
      name: try settings.required("schema").word,
      title: try settings.required("title").localizedText,
      columns: columns,
      minimumHeaders: try minimum.number,
      totalWords: totals.words,
      totalColumns: totals.columns,
      noteWords: try settings["notes"]?.words ?? [],
      stampWords: try settings["stamp"]?.words ?? [],
      passesOverRest: try header["others"].map {
        _ = try $0.choice(of: Rest.self, called: "word for the rest")
      } != nil,
      ignoredHeaders: try settings["ignore"]?.words ?? [],
      addedColumns: totals.added,
      key: try settings["key"].map { try $0.place(among: columns) },
      identity: try settings["identity"]?.items.map { group in
        try group.items.map { try $0.place(among: columns) }
      } ?? [],
      called: try settings["called"]?.items.map { try $0.place(among: columns) } ?? [],
      page: try settings["page"].map { try PageLayout($0) })
  }
}

extension Settings {
  /// The place of the column that a word names.
  fileprivate func place(among columns: [SchemaColumn]) throws -> Int {
    let name = try word
    guard let column = columns.firstIndex(where: { $0.name == name }) else {
      throw unknown("column", among: columns.map { $0.name })
    }
    return column
  }
}

/// The words of totals alone, or `{ words: …, columns: …, adds: … }`.
private struct Totals {
  var words: [String] = []
  var columns: [String] = []
  var added: [Int] = []

  init(_ settings: Settings?, columns known: [SchemaColumn]) throws {
    guard let settings else { return }
    guard case .map = settings.value else {
      words = try settings.words
      return
    }
    try settings.allow(only: ["words", "columns", "adds"])
    words = try settings.required("words").words
    columns = try (settings["columns"]?.items ?? []).map {
      known[try index(of: $0, in: known)].name
    }
    added = try (settings["adds"]?.items ?? []).map { try index(of: $0, in: known) }
  }

  private func index(of item: Settings, in known: [SchemaColumn]) throws -> Int {
    let word = try? item.word
    guard let index = known.firstIndex(where: { $0.name == word }) else {
      throw item.unknown("column", among: known.map { $0.name })
    }
    return index
  }
}

extension PageLayout {
  fileprivate init(_ settings: Settings) throws {
    try settings.allow(only: ["records", "label", "value", "section"])
    self.init(
      records: try settings.required("records").path(givesNodes: true),
      label: try settings["label"]?.path(givesNodes: true),
      value: try settings["value"]?.path(),
      section: try settings["section"]?.path())
    for key in ["value", "section"] where label == nil {
      if let needless = settings[key] {
        throw SettingsError("'\(key)' needs the key 'label' beside it", at: needless.place)
      }
    }
  }
}

extension Settings {
  /// An XPath that libxml2 understands; anything else is a mistake of the settings.
  fileprivate func path(givesNodes: Bool = false) throws -> String {
    let text = try word
    do {
      return try XPath(text, givesNodes: givesNodes).text
    } catch let mistake {
      throw SettingsError("'\(text)' \(mistake.reason)", at: place)
    }
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
      path: try settings["path"]?.path(),
      elsewhere: try settings["elsewhere"]?.items.map { try Elsewhere($0) } ?? [],
      isRequired: try settings["required"]?.flag ?? false,
      isExpected: try settings["expected"]?.flag ?? true)
  }
}

private enum Rest: String, CaseIterable { case ignored }

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
      self = .page(try settings.required("page").path())
    }
  }
}
