internal import Tables

/// What a column probably is, told from all its values.
enum KindGuess: Sendable, Equatable {
  case text, identifier, integer, decimal, date

  /// `values` are the distinct texts of the column, without empty ones.
  init(_ values: some Collection<String>) {
    let values = values.filter { $0 != "-" }
    let all = { (test: (String) -> Bool) in !values.isEmpty && values.allSatisfy(test) }
    if all({ Mask.holdsIdentifier($0) }) {
      self = .identifier
    } else if all({ Self.isNumber($0, decimals: false) }) {
      self = .integer
    } else if all({ Self.isNumber($0, decimals: true) }) {
      self = .decimal
    } else if all(Self.isDate) {
      self = .date
    } else {
      self = .text
    }
  }

  /// Whether a cell holds what no header does: an identifier, a date, a decimal or a long number.
  ///
  /// A number of four digits may be a year.
  static func isData(_ cell: String) -> Bool {
    switch KindGuess(CollectionOfOne(cell)) {
    case .text: false
    case .integer: cell.count > 4
    case .identifier, .decimal, .date: true
    }
  }

  var kind: SchemaColumn.Kind {
    switch self {
    case .text: .text
    case .identifier: .identifier
    case .integer: .integer
    case .decimal: .decimal
    case .date: .date
    }
  }

  /// The strictest class that the values may need.
  var privacy: PrivacyClass { self == .identifier ? .identifier : .sensitive }

  var clean: String {
    switch self {
    case .text: "[text]"
    case .identifier: "[text, identifier]"
    case .integer, .decimal: "[text, number]"
    case .date: "[text, buddhist-date]"
    }
  }

  /// Digits, with a point where decimals are allowed; codes such as `0801` are no numbers.
  private static func isNumber(_ text: String, decimals: Bool) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 1 || (decimals && parts.count == 2), text.count <= 9 else { return false }
    let isCode = parts[0].count > 1 && parts[0].hasPrefix("0")
    return !isCode && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { ("0"..."9").contains($0) } }
  }

  /// Three numbers with strokes or hyphens between them.
  private static func isDate(_ text: String) -> Bool {
    let parts = text.split(whereSeparator: { $0 == "/" || $0 == "-" })
    return parts.count == 3
      && parts.allSatisfy { isNumber(String($0.drop { $0 == "0" }), decimals: false) }
  }
}
