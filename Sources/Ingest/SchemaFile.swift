package import Settings
package import Tables

extension Schema {
  /// Reads a schema as its file states it.
  package init(_ settings: Settings) throws {
    try settings.allow(only: ["schema", "title", "header", "stamp", "totals", "columns"])
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
      stampWords: try settings["stamp"]?.words ?? [])
  }
}

extension SchemaColumn {
  fileprivate init(name: String, _ settings: Settings) throws {
    try settings.allow(only: [
      "label", "headers", "kind", "privacy", "length", "required", "expected", "clean",
    ])
    let headers = try settings.required("headers")
    guard !headers.items.isEmpty else { throw headers.expected("at least one header") }
    self.init(
      name: name,
      label: try settings.required("label").localizedText,
      kind: try settings["kind"]?.choice(of: Kind.self, called: "kind") ?? .text,
      privacy: try settings["privacy"]?.choice(of: PrivacyClass.self, called: "privacy class")
        ?? .open,
      headers: try headers.words,
      length: try settings["length"]?.number,
      isRequired: try settings["required"]?.flag ?? false,
      isExpected: try settings["expected"]?.flag ?? true)
  }
}
