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
    /// Sentences, which take as many lines as they need.
    package let wraps: Bool

    package init(_ heading: String, width: Int, choices: [String] = [], wraps: Bool = false) {
      self.heading = heading
      self.width = width
      self.choices = choices
      self.wraps = wraps
    }
  }

  package enum Cell: Sendable {
    case text(String)
    case number(Int)
    /// For the reader to fill in; what stands there was filled in before.
    case answer(String)
    /// What differs from the other lines of its group.
    case marked(String)
  }

  package let title: String
  /// The name of its sheet.
  package let sheet: String
  /// What stands above the headings, beside the title: whose list it is, and what to do with it.
  package let heads: [String]
  package let columns: [Column]
  /// The columns at the front that stay in sight.
  package let frozen: Int
  /// How many groups of lines there are.
  package let groups: Int
  /// All columns stand on one page when they are printed.
  package let isOnePageWide: Bool
  package let lines: @Sendable (_ group: Int) -> [[Cell]]

  package init(
    title: String, sheet: String, heads: [String] = [], columns: [Column], frozen: Int,
    groups: Int, isOnePageWide: Bool = false,
    lines: @escaping @Sendable (_ group: Int) -> [[Cell]]
  ) {
    self.title = title
    self.sheet = sheet
    self.heads = heads
    self.columns = columns
    self.frozen = frozen
    self.groups = groups
    self.isOnePageWide = isOnePageWide
    self.lines = lines
  }
}
