/// One value on its way into SQLite, or out of it.
package enum QueryValue: Sendable, Equatable {
  case none
  case integer(Int)
  case real(Double)
  /// UTF-8, as a table holds it.
  case text([UInt8])

  /// The most bytes of a text that a query sees; hundreds of such cells make no row that is too long.
  static let longestText = 10_000

  init(text: [UInt8]) {
    self = .text(text.count > Self.longestText ? Array(text.prefix(Self.longestText)) : text)
  }

  init(text: String) { self.init(text: Array(text.utf8)) }

  package var string: String? {
    if case .text(let bytes) = self { String(decoding: bytes, as: UTF8.self) } else { nil }
  }
}
