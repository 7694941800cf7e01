internal import Tables

extension Schema {
  /// A schema for a file that no schema knows: its own header, with every value masked.
  ///
  /// The header is the first row that fills most columns; there is none where that row holds data,
  /// because a person's row must not be shown as a header.
  init(ofUnknown sheets: [[[String]]]) {
    let rows = sheets.max { Self.width($0) < Self.width($1) } ?? []
    let most = Self.width(rows)
    let first = rows.first { row in 2 * row.count { !$0.isEmpty } > most } ?? []
    let header = first.contains(where: KindGuess.isData) ? [] : first
    var seen: [String: Int] = [:]
    let columns = header.enumerated().filter { !$0.element.isEmpty }.map { place, text in
      seen[text, default: 0] += 1
      return SchemaColumn(
        name: "column_\(place + 1)", label: LocalizedText(text), privacy: .name, headers: [text],
        occurrence: seen[text])
    }
    self.init(
      name: "unknown", title: LocalizedText("?"), columns: columns,
      minimumHeaders: max(1, columns.count))
  }

  private static func width(_ rows: [[String]]) -> Int {
    rows.map { row in row.count { !$0.isEmpty } }.max() ?? 0
  }
}
