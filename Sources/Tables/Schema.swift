/// Who may see a column's values.
package enum PrivacyClass: String, Sendable, CaseIterable {
  case identifier, name, sensitive, open

  /// The one of two of which less is shown.
  package func stronger(_ other: PrivacyClass?) -> PrivacyClass {
    guard let other, other.strength > strength else { return self }
    return other
  }

  private var strength: Int {
    switch self {
    case .open: 0
    case .identifier: 1
    case .name: 2
    case .sensitive: 3
    }
  }
}

/// For whom a page or a file is made.
package enum Audience: String, Sendable, CaseIterable {
  case `public`, director, school, officer
}

/// One column of a dataset: what it is called in files, and what it is to Krong.
package struct SchemaColumn: Sendable {
  /// How the values are kept and what they mean once cleaned.
  package enum Kind: String, Sendable, CaseIterable {
    case text, identifier, integer, decimal, date, flag
  }

  /// A place outside of the table that holds one value for all its rows.
  package enum Elsewhere: Sendable, Equatable {
    /// Behind these words in a row above the header.
    case title(String)
    /// The first run of so many digits in the file's name.
    case fileName(digits: Int)
    /// What an XPath gives on the page.
    case page(String)
  }

  package let name: String
  package let label: LocalizedText
  package let kind: Kind
  package let privacy: PrivacyClass
  /// The headers under which the column is found in files, the usual one first.
  package let headers: [String]
  /// The number of characters that most cells have, where two columns carry the same header.
  package let length: Int?
  /// Which one is meant, from 1, where several columns carry the same header in a fixed order.
  package let occurrence: Int?
  /// An empty cell stands for the one above it, as where merged cells were lost in saving.
  package let fillsDown: Bool
  /// Where the value stands within a record of a page, as an XPath that gives a text.
  package let path: String?
  /// Where the value of all rows stands when the table has no such column.
  package let elsewhere: [Elsewhere]
  /// A file without this column is refused.
  package let isRequired: Bool
  /// A file without this column is used, but said to lack it.
  package let isExpected: Bool

  package init(
    name: String, label: LocalizedText, kind: Kind = .text, privacy: PrivacyClass = .open,
    headers: [String], length: Int? = nil, occurrence: Int? = nil, fillsDown: Bool = false,
    path: String? = nil, elsewhere: [Elsewhere] = [], isRequired: Bool = false,
    isExpected: Bool = true
  ) {
    self.name = name
    self.label = label
    self.kind = kind
    self.privacy = privacy
    self.headers = headers
    self.length = length
    self.occurrence = occurrence
    self.fillsDown = fillsDown
    self.path = path
    self.elsewhere = elsewhere
    self.isRequired = isRequired
    self.isExpected = isExpected
  }
}

extension SchemaColumn {
  /// How messages call the column: its usual header, or else its label.
  package var title: String { headers.first ?? label.thai }
}

/// The columns of a dataset, and what tells its table from the rest of a file.
package struct Schema: Sendable {
  package let name: String
  package let title: LocalizedText
  package let columns: [SchemaColumn]
  /// How many of the columns must be found for a row to be the header.
  package let minimumHeaders: Int
  /// The words that open a row of totals, which is set aside.
  package let totalWords: [String]
  /// The words that open a row which says something of the table and is none of its rows.
  package let noteWords: [String]
  /// The words before the date and time at which the export was made.
  package let stampWords: [String]
  /// The columns in which these words make a row one of totals, too; a total may stand below a name.
  package let totalColumns: [String]
  /// What else such files hold, sheets without the header and columns of other names, is nobody's loss.
  package let passesOverRest: Bool
  /// Headers that such files are known to have and that nobody wants; they are not told as unknown.
  package let ignoredHeaders: [String]
  /// The columns whose rows of totals are compared with the rows above them.
  package let addedColumns: [Int]
  /// The column that every row fills; a last row of numbers without it is the total of the others.
  package let key: Int?
  /// What tells a row from the others of its school, from one export to the next.
  ///
  /// The first of these groups of columns of which the row fills any; none where a school has one row.
  package let identity: [[Int]]
  /// The columns by which a person knows a row, in the order of reading.
  package let called: [Int]
  /// How a page of labels and values is read; nil where the data are tables only.
  package let page: PageLayout?

  package init(
    name: String, title: LocalizedText, columns: [SchemaColumn], minimumHeaders: Int,
    totalWords: [String] = [], totalColumns: [String] = [], noteWords: [String] = [],
    stampWords: [String] = [], passesOverRest: Bool = false, ignoredHeaders: [String] = [],
    addedColumns: [Int] = [], key: Int? = nil, identity: [[Int]] = [], called: [Int] = [],
    page: PageLayout? = nil
  ) {
    self.name = name
    self.title = title
    self.columns = columns
    self.minimumHeaders = minimumHeaders
    self.totalWords = totalWords
    self.totalColumns = totalColumns
    self.noteWords = noteWords
    self.stampWords = stampWords
    self.passesOverRest = passesOverRest
    self.ignoredHeaders = ignoredHeaders
    self.addedColumns = addedColumns
    self.key = key
    self.identity = identity
    self.called = called
    self.page = page
  }

  package func index(of column: String) -> Int? { columns.firstIndex { $0.name == column } }
}
