/// Who may see a column's values.
package enum PrivacyClass: String, Sendable, CaseIterable {
  case identifier, name, sensitive, open
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

  package let name: String
  package let label: LocalizedText
  package let kind: Kind
  package let privacy: PrivacyClass
  /// The headers under which the column is found in files, the usual one first.
  package let headers: [String]
  /// The number of characters that most cells have, where two columns carry the same header.
  package let length: Int?
  /// A file without this column is refused.
  package let isRequired: Bool
  /// A file without this column is used, but said to lack it.
  package let isExpected: Bool

  package init(
    name: String, label: LocalizedText, kind: Kind = .text, privacy: PrivacyClass = .open,
    headers: [String], length: Int? = nil, isRequired: Bool = false,
    isExpected: Bool = true
  ) {
    self.name = name
    self.label = label
    self.kind = kind
    self.privacy = privacy
    self.headers = headers
    self.length = length
    self.isRequired = isRequired
    self.isExpected = isExpected
  }
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
  /// The words before the date and time at which the export was made.
  package let stampWords: [String]

  package init(
    name: String, title: LocalizedText, columns: [SchemaColumn], minimumHeaders: Int,
    totalWords: [String] = [], stampWords: [String] = []
  ) {
    self.name = name
    self.title = title
    self.columns = columns
    self.minimumHeaders = minimumHeaders
    self.totalWords = totalWords
    self.stampWords = stampWords
  }

  package func index(of column: String) -> Int? { columns.firstIndex { $0.name == column } }
}
