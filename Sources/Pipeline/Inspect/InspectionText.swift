internal import Tables

/// An inspection as lines for a person.
package struct InspectionText: Sendable {
  private let words: InspectionWords

  package init(_ words: InspectionWords) { self.words = words }

  package func text(_ inspection: Inspection) -> String {
    var lines = [Self.line(inspection.path)]
    lines.append(
      "  "
        + words.sentence(
          .file, inspection.container ?? "?", inspection.encoding ?? "–", "\(inspection.size)"))
    if let stamp = inspection.stamp { lines.append("  " + words.sentence(.stamp, stamp)) }
    lines += sheets(inspection)
    lines += schemas(inspection)
    if let refusal = inspection.refusal {
      lines.append("  " + words.sentence(.refused, refusal.sentence, refusal.rule))
    } else {
      lines += columns(inspection) + rows(inspection)
    }
    lines += findings(inspection)
    return lines.joined(separator: "\n") + "\n"
  }

  private func sheets(_ inspection: Inspection) -> [String] {
    inspection.sheets.enumerated().flatMap { index, sheet -> [String] in
      let number = "\(index + 1)"
      var line =
        sheet.isPage
        ? words.sentence(.page)
        : sheet.headerRow.map { words.sentence(.sheet, number, sheet.name, "\($0)") }
          ?? words.sentence(.sheetHeadless, number, sheet.name)
      if sheet.isHidden { line += words.sentence(.hidden) }
      let missing = sheet.missing.map { "    " + words.sentence(.missing, $0) }
      let unknown = sheet.unknown.map { header, likely in
        let name = Self.line(header)
        return "    "
          + (likely.map { words.sentence(.unknownLikely, name, $0) }
            ?? words.sentence(.unknown, name))
      }
      return ["  " + line] + missing + (inspection.isUnknown ? [] : unknown)
    }
  }

  private func schemas(_ inspection: Inspection) -> [String] {
    if inspection.isUnknown { return ["  " + words.sentence(.schemaUnknown)] }
    return inspection.candidates.prefix(3).enumerated().map { index, candidate in
      "  "
        + words.sentence(
          index == 0 ? .schema : .schemaElse, candidate.name, candidate.title[words.language],
          candidate.path, Self.percent(candidate.score))
    }
  }

  private func columns(_ inspection: Inspection) -> [String] {
    ["  " + words.sentence(.columns)]
      + inspection.columns.filter { $0.place != nil || $0.profile.filled > 0 }.flatMap { column in
        let header = Self.line(column.header ?? column.label[words.language])
        let name =
          column.place.map { words.sentence(.column, "\($0)", header, column.name) }
          ?? words.sentence(.columnElsewhere, "", header, column.name)
        return ["    " + name, "      " + profile(column.profile, inspection.entry.accepted)]
      }
  }

  private func profile(_ profile: ColumnProfile, _ rows: Int) -> String {
    guard profile.filled > 0 else { return words.sentence(.empty) }
    return words.sentence(
      .profile, "\(profile.filled)", "\(rows)", "\(profile.distinct)", Self.line(profile.top ?? ""),
      "\(profile.topCount)", Self.line(profile.least ?? ""), Self.line(profile.most ?? ""))
  }

  private func rows(_ inspection: Inspection) -> [String] {
    let entry = inspection.entry
    let counts = words.sentence(
      .rows, "\(entry.physical)", "\(entry.title)", "\(entry.blank)", "\(entry.total)",
      "\(entry.quarantined)", "\(entry.accepted)")
    let sample = inspection.sample.map { row in
      "    " + row.map { Self.line($0) }.joined(separator: " | ")
    }
    let changes = inspection.changes.map { "\($0.change.rawValue) \($0.cells)" }
    let changed =
      changes.isEmpty ? [] : ["  " + words.sentence(.changes, changes.joined(separator: ", "))]
    return ["  " + counts, "  " + words.sentence(.sample, "\(sample.count)")] + sample + changed
      + inspection.quarantined.map {
        "  "
          + words.sentence(
            .quarantined, "\($0.count)", $0.title[words.language], $0.rule,
            $0.examples.joined(separator: ", "))
      }
  }

  private func findings(_ inspection: Inspection) -> [String] {
    inspection.findings.flatMap { broken in
      [
        "  "
          + words.sentence(
            .finding, broken.severity.rawValue, "\(broken.count)", broken.title[words.language],
            broken.rule)
      ] + broken.examples.map { "    " + Self.line($0) }
    }
  }

  private static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded(.down)))" }

  /// A text on one line; control characters, which could move the cursor, are shown as a dot.
  private static func line(_ text: String) -> String {
    var line = ""
    for scalar in text.unicodeScalars {
      let isControl = scalar.value < 0x20 || 0x7F...0x9F ~= scalar.value
      line.unicodeScalars.append(isControl ? "·" : scalar)
    }
    return line
  }
}
