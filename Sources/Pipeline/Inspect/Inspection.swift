internal import Tables

/// What Krong sees in one file; every value in it may be shown to the audience it was made for.
package struct Inspection: Sendable {
  /// A schema that finds its header in the file.
  struct Candidate: Sendable {
    let path: String
    let name: String
    let title: LocalizedText
    /// From 0 to 1; 1 where the header holds what the schema expects and nothing else.
    let score: Double
  }

  /// A column of the table, and where it stands in the file.
  struct Column: Sendable {
    let name: String
    let label: LocalizedText
    /// The header as the file writes it; nil when the value stands outside of the table.
    let header: String?
    /// The column's number in the file, from 1.
    let place: Int?
    let privacy: PrivacyClass
    let profile: ColumnProfile
  }

  /// A sheet or table of the file; a page of labels and values is one without a header row.
  struct Sheet: Sendable {
    let name: String
    let isPage: Bool
    let isHidden: Bool
    /// The header's last row, from 1.
    let headerRow: Int?
    /// The columns of the schema that the sheet lacks.
    let missing: [String]
    /// Headers that the schema does not know, and the likeliest column for each.
    let unknown: [(header: String, likely: String?)]
  }

  /// How often a rule was broken, and the first places.
  struct Broken: Sendable {
    let rule: String
    let title: LocalizedText
    let severity: Severity
    let count: Int
    /// The first sentences, in the language asked for.
    let examples: [String]
  }

  package let path: String
  var size = 0
  var container: String?
  var encoding: String?
  var stamp: String?
  var sheets: [Sheet] = []
  var candidates: [Candidate] = []
  var columns: [Column] = []
  /// The first accepted rows, masked, in the order of `columns`.
  var sample: [[String]] = []
  var entry = LedgerEntry(input: 0, sheet: 0, dataset: "")
  /// In how many cells the cleaners changed something, by kind.
  var changes: [(change: Change, cells: Int)] = []
  var quarantined: [Broken] = []
  var findings: [Broken] = []
  /// Why the file cannot be used: the code of the rule, and its sentence.
  package var refusal: (rule: String, sentence: String)?

  /// No schema fits; the columns are those that the file itself names.
  var isUnknown: Bool { candidates.isEmpty && refusal == nil }
}
