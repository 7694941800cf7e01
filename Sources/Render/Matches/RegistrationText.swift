package import Tables

/// A row as the registration of a person: where it stands, and as much of the person as the audience may see.
package struct RegistrationText: Sendable {
  private let linked: LinkedTables
  private let audience: Audience
  private let language: Language
  /// Rows whose cells may have moved, so that no header says what a value is.
  private let moved: Set<Origin>

  /// A list of all schools is for no single one of them, and says what a director may see.
  package init(
    _ linked: LinkedTables, for audience: Audience, _ language: Language, moved: Set<Origin>
  ) {
    self.language = language
    self.linked = linked
    self.audience = audience == .school ? .director : audience
    self.moved = moved
  }

  package func origin(_ row: RowReference) -> Origin {
    linked.clean.tables[row.dataset].raw.origins[row.row]
  }

  package func file(_ row: RowReference) -> String {
    linked.clean.inputs[origin(row).input].path
  }

  /// Empty where the file has one sheet only, or none.
  package func sheet(_ row: RowReference) -> String {
    let sheets = linked.clean.inputs[origin(row).input].sheets
    return sheets.count > 1 ? sheets[origin(row).sheet] : ""
  }

  /// As `krong explain` takes it.
  package func place(_ row: RowReference) -> String {
    let sheet = sheet(row)
    return file(row) + (sheet.isEmpty ? "" : "#" + sheet) + ":\(origin(row).row)"
  }

  package func school(_ row: RowReference) -> School? {
    linked.links[row.dataset].schools[row.row].map { linked.schools[Int($0)] }
  }

  /// The clean value of a column as the audience may see it.
  package func value(_ row: RowReference, _ column: Int) -> String {
    let table = linked.clean.tables[row.dataset]
    let day = table.columns[column].date?[row.row]
    let text = day.map { $0.short[language] } ?? table.columns[column].string(row.row)
    let isMoved =
      moved.contains(origin(row))
      || moved.contains(Origin(input: origin(row).input, sheet: origin(row).sheet))
    return Mask.masked(
      text, of: table.schema.columns[column], isMoved ? .sensitive : nil, for: audience)
  }

  /// What a person calls the row: grade, room, numbers and name of a pupil.
  package func person(_ row: RowReference) -> String {
    linked.clean.tables[row.dataset].schema.called.map { value(row, $0) }
      .filter { !$0.isEmpty }.joined(separator: " · ")
  }
}
