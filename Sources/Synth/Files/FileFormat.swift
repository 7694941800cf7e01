/// One of the ways in which a school's list reaches the office.
package struct FileFormat: Sendable {
  package enum Container: Sendable {
    case workbook(numbers: Set<StudentColumn> = [], hasDayCells: Bool = false)
    case text(
      separator: Character = ",", newline: String = "\r\n",
      encoding: DelimitedSheet.Encoding = .utf8)
  }

  package let container: Container
  /// The end of the file's name; it need not be true.
  package var suffix: String
  /// The row with date and time of the export, as DMC puts it above the header.
  package var hasStamp = true
  /// The stamp's row has as many cells as the others, as when Excel saved the file.
  package var padsStamp = false
  /// Exported a day before the others.
  package var isOlder = false
  /// A title that somebody typed above the header.
  package var hasTitle = false
  /// A row of separators after the tenth pupil, and an empty line after the twentieth.
  package var hasBlankRows = false
  /// A last row that counts the pupils.
  package var hasTotal = false
  /// The file holds the lists of two schools.
  package var holdsTwoSchools = false

  /// The file has the three columns of activities and skills.
  package var hasSkills = false

  package var columns: [StudentColumn] { hasSkills ? StudentColumn.allCases : StudentColumn.usual }

  package var hasDayCells: Bool {
    if case .workbook(_, let hasDayCells) = container { hasDayCells } else { false }
  }

  package var isText: Bool {
    if case .text = container { true } else { false }
  }

  /// Whether a damage can be written in this format.
  package func meets(_ demand: Damage.Demand) -> Bool {
    switch demand {
    case .anyFile: true
    case .text: isText
    case .skills: hasSkills
    case .unicode:
      if case .text(_, _, .windows874) = container { false } else { true }
    }
  }

  /// The formats of an office, in turn; the fifth holds the fifth and the sixth school.
  package static let all = [
    FileFormat(container: .workbook(), suffix: "xlsx"),
    FileFormat(
      container: .workbook(numbers: [
        .citizenID, .room, .studentNumber, .age, .weight, .height, .village,
      ]), suffix: "xlsx"),
    FileFormat(container: .text(encoding: .windows874), suffix: "csv", padsStamp: true),
    FileFormat(container: .text(newline: "\n"), suffix: "csv", hasStamp: false),
    FileFormat(
      container: .text(encoding: .utf8WithMark), suffix: "csv", padsStamp: true,
      holdsTwoSchools: true),
    FileFormat(container: .workbook(hasDayCells: true), suffix: "xlsx", isOlder: true),
    FileFormat(
      container: .text(separator: ";", encoding: .utf8WithMark), suffix: "csv", hasStamp: false,
      hasTitle: true),
    FileFormat(
      container: .text(separator: "\t", encoding: .utf16LittleEndian), suffix: "txt",
      hasTotal: true),
    FileFormat(
      container: .text(separator: "\t", newline: "\n"), suffix: "csv", hasStamp: false,
      hasBlankRows: true),
    FileFormat(container: .workbook(), suffix: "xls", hasSkills: true),
  ]

  package static let noPupils = FileFormat(container: .text(encoding: .utf8), suffix: "csv")
}
