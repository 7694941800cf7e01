internal import Containers
internal import Settings
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
  case pageMissing = "page-missing"
  case headerMissing = "header-missing"
  case recordMissing = "record-missing"
  case sheetUnused = "sheet-unused"
  case columnMissing = "column-missing"
  case columnRequired = "column-required"
  case columnRenamed = "column-renamed"
  case columnUnknown = "column-unknown"
  case totalDiffers = "total-differs"
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

  package init(_ book: RuleBook) throws {
    var places: [ReadingRule: Int] = [:]
    for rule in ReadingRule.allCases {
      guard let place = book.index(of: rule.rawValue) else {
        throw SettingsError(
          "missing rule '\(rule.rawValue)'", at: Place(file: "rules/ingest.yaml"))
      }
      places[rule] = place
    }
    self.places = places
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
