/// A long list of lines, as a workbook shows it to be worked through.
///
/// Lines are made when they are written, for there are more of them than memory should hold.
package struct DocumentList: Sendable {
  package struct Column: Sendable {
    package let heading: String
    /// In digits of the usual type.
    package let width: Int
    /// What a person may choose from; nothing where the cells are filled.
    package let choices: [String]

    package init(_ heading: String, width: Int, choices: [String] = []) {
      self.heading = heading
      self.width = width
      self.choices = choices
    }
  }

  package enum Cell: Sendable {
    case text(String)
    case number(Int)
  }

  package let title: String
  /// The name of its sheet.
  package let sheet: String
  package let columns: [Column]
  /// The columns at the front that stay in sight.
  package let frozen: Int
  /// How many groups of lines there are.
  package let groups: Int
  package let lines: @Sendable (_ group: Int) -> [[Cell]]

  package init(
    title: String, sheet: String, columns: [Column], frozen: Int, groups: Int,
    lines: @escaping @Sendable (_ group: Int) -> [[Cell]]
  ) {
    self.title = title
    self.sheet = sheet
    self.columns = columns
    self.frozen = frozen
    self.groups = groups
    self.lines = lines
  }
}
