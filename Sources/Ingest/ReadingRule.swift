internal import Containers
package import Settings
package import Tables

/// What can be wrong with a file, a sheet or a row before anyone looks at a value.
///
/// Severity and message of each stand in `rules/ingest.yaml`.
package enum ReadingRule: String, CaseIterable, Sendable {
  case fileEmpty = "file-empty"
  case fileTruncated = "file-truncated"
  case fileDamaged = "file-damaged"
  case fileUnknown = "file-unknown"
  case fileEncrypted = "file-encrypted"
  case fileUnsupported = "file-unsupported"
  case fileTooLarge = "file-too-large"
  case fileTwice = "file-twice"
  case pageMissing = "page-missing"
  case headerMissing = "header-missing"
  case recordMissing = "record-missing"
  case sheetUnused = "sheet-unused"
  case columnMissing = "column-missing"
  case columnRequired = "column-required"
  case columnNowhere = "column-nowhere"
  case columnRenamed = "column-renamed"
  case columnUnknown = "column-unknown"
  case totalDiffers = "total-differs"
  case subtotalDiffers = "subtotal-differs"
  case rowShort = "row-short"
  case rowLong = "row-long"
  case rowsHidden = "rows-hidden"
  case cellMerged = "cell-merged"
  case quoteUnclosed = "quote-unclosed"
  case byteUndefined = "byte-undefined"
}

extension ReadingRule {
  init(_ kind: ContainerError.Kind) {
    switch kind {
    case .truncated: self = .fileTruncated
    case .damaged: self = .fileDamaged
    case .encrypted: self = .fileEncrypted
    case .unsupported: self = .fileUnsupported
    case .tooLarge: self = .fileTooLarge
    }
  }
}

/// The places of the reading rules in a run's rule book.
package struct ReadingRules: Sendable {
  private let places: [ReadingRule: Int]
  /// The rules that are switched off; what they would tell is not told.
  private let off: Set<Int>
  /// The words of a server's own page that says it found nothing, in small letters.
  private let missingPageWords: [String]

  /// Where cells have moved no header says what they hold, and writers mask them by these rules.
  private static let neverOff: [ReadingRule] = [.rowLong, .rowShort, .quoteUnclosed]

  /// `settings` are the rules as their file states them, of which one has words.
  package init(_ book: RuleBook, _ settings: [RuleSettings] = []) throws {
    var places: [ReadingRule: Int] = [:]
    for rule in ReadingRule.allCases {
      guard let place = book.index(of: rule.rawValue) else {
        throw SettingsError(
          "missing rule '\(rule.rawValue)'", at: Place(file: "rules/ingest.yaml"))
      }
      places[rule] = place
    }
    self.places = places
    for rule in settings {
      let own = rule.code == ReadingRule.pageMissing.rawValue ? ["words"] : []
      try rule.settings.allow(only: RuleSettings.commonKeys + own)
      if !rule.isOn, Self.neverOff.contains(where: { $0.rawValue == rule.code }) {
        throw SettingsError(
          "the rule '\(rule.code)' cannot be switched off, for it says which cells must be masked",
          at: rule.settings.place)
      }
    }
    off = Set(settings.filter { !$0.isOn }.map { $0.rule })
    let words = try settings.first { $0.code == ReadingRule.pageMissing.rawValue }
      .flatMap { try $0.settings["words"]?.words }
    missingPageWords = (words ?? []).map { $0.lowercased() }
  }

  /// The words by which a page says that it is the server's own about something missing.
  func missingPageWords(in page: String) -> String? {
    let page = page.lowercased()
    return missingPageWords.first { page.contains($0) }
  }

  /// What is told of these findings: all but those of rules that are switched off.
  func told(_ findings: Findings) -> Findings {
    guard !off.isEmpty else { return findings }
    var told = Findings()
    for finding in findings.all where !off.contains(finding.rule) { told.append(finding) }
    return told
  }

  package func finding(
    _ rule: ReadingRule, _ origin: Origin, column: Int? = nil, facts: Finding.Facts = .none
  ) -> Finding {
    Finding(rule: places[rule] ?? 0, subject: .input(origin), column: column, facts: facts)
  }
}

/// A file cannot be used; the rule says why, the detail what the reader met.
struct Refusal: Error {
  let rule: ReadingRule
  let detail: String

  init(_ rule: ReadingRule, _ detail: String = "") {
    self.rule = rule
    self.detail = detail
  }
}
