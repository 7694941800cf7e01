internal import Ingest
internal import Tables

extension Inspection.Sheet {
  /// The sheets or tables of a file, each with the header that the schema finds in it.
  static func all(of head: FileHead, _ schema: Schema) -> [Self] {
    let finder = HeaderFinder(schema)
    return zip(head.sheets, head.rows).map { sheet, rows in
      let match = finder.find(rows)
      return Self(
        name: sheet.name, isPage: false, isHidden: sheet.isHidden, headerRow: match?.row,
        missing: missing(match, finder, schema), unknown: unknown(match, finder))
    }
  }

  /// What the records of a page lack, and what they hold besides.
  static func page(_ match: HeaderMatch, _ schema: Schema) -> Self {
    let finder = HeaderFinder(schema)
    return Self(
      name: "", isPage: true, isHidden: false, headerRow: nil,
      missing: missing(match, finder, schema), unknown: unknown(match, finder))
  }

  private static func missing(
    _ match: HeaderMatch?, _ finder: HeaderFinder, _ schema: Schema
  ) -> [String] {
    let missing = match.map { finder.missing($0, requiredOnly: false) } ?? []
    return missing.filter { schema.columns[$0].isExpected }.map { schema.columns[$0].title }
  }

  private static func unknown(
    _ match: HeaderMatch?, _ finder: HeaderFinder
  ) -> [(header: String, likely: String?)] {
    match?.unknown.map { ($0.header, finder.likely($0.header)) } ?? []
  }
}
