internal import Tables

/// Inspections as JSON, for programs.
package enum InspectionJSON {
  package static func document(_ inspections: [Inspection]) -> JSON {
    .object([("files", .list(inspections.map(file)))])
  }

  private static func file(_ inspection: Inspection) -> JSON {
    let entry = inspection.entry
    return .object([
      ("path", .text(inspection.path)), ("size", .number(inspection.size)),
      ("container", .text(inspection.container)), ("encoding", .text(inspection.encoding)),
      ("stamp", .text(inspection.stamp)),
      ("refused", .text(inspection.refusal?.rule)),
      ("reason", .text(inspection.refusal?.sentence)),
      ("schema", .text(inspection.candidates.first?.name)),
      ("schemas", .list(inspection.candidates.map(candidate))),
      ("sheets", .list(inspection.sheets.map(sheet))),
      ("columns", .list(inspection.columns.map(column))),
      (
        "rows",
        .object([
          ("physical", .number(entry.physical)), ("title", .number(entry.title)),
          ("blank", .number(entry.blank)), ("total", .number(entry.total)),
          ("quarantined", .number(entry.quarantined)), ("accepted", .number(entry.accepted)),
        ])
      ),
      ("sample", .list(inspection.sample.map { .list($0.map { .text($0) }) })),
      (
        "changes",
        .object(inspection.changes.map { ($0.change.rawValue, .number($0.cells)) })
      ),
      ("quarantined", .list(inspection.quarantined.map(broken))),
      ("findings", .list(inspection.findings.map(broken))),
    ])
  }

  private static func candidate(_ candidate: Inspection.Candidate) -> JSON {
    .object([
      ("name", .text(candidate.name)), ("path", .text(candidate.path)),
      ("score", .decimal((candidate.score * 1000).rounded() / 1000)),
    ])
  }

  private static func sheet(_ sheet: Inspection.Sheet) -> JSON {
    .object([
      ("name", .text(sheet.name)), ("hidden", .flag(sheet.isHidden)),
      ("page", .flag(sheet.isPage)),
      ("header_row", sheet.headerRow.map { .number($0) } ?? .null),
      ("missing", .list(sheet.missing.map { .text($0) })),
      (
        "unknown",
        .list(
          sheet.unknown.map {
            .object([("header", .text($0.header)), ("likely", .text($0.likely))])
          }
        )
      ),
    ])
  }

  private static func column(_ column: Inspection.Column) -> JSON {
    let profile = column.profile
    return .object([
      ("name", .text(column.name)), ("header", .text(column.header)),
      ("place", column.place.map { .number($0) } ?? .null),
      ("privacy", .text(column.privacy.rawValue)),
      ("filled", .number(profile.filled)), ("distinct", .number(profile.distinct)),
      ("top", .text(profile.top)), ("top_count", .number(profile.topCount)),
      ("min", .text(profile.least)), ("max", .text(profile.most)),
    ])
  }

  private static func broken(_ broken: Inspection.Broken) -> JSON {
    .object([
      ("rule", .text(broken.rule)), ("severity", .text(broken.severity.rawValue)),
      ("count", .number(broken.count)), ("examples", .list(broken.examples.map { .text($0) })),
    ])
  }
}
