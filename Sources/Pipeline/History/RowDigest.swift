internal import Crypto
internal import Tables

/// A number that stands for what tells a row from the others of its school.
///
/// HMAC-SHA-256 (RFC 2104), for a plain hash of a thirteen-digit number can be found by trying them all.
struct RowDigest: Sendable {
  private let key: SymmetricKey

  init(secret: [UInt8]) { key = SymmetricKey(data: secret) }

  func digest(of row: Int, in table: CleanTable) -> Int64 {
    let identity = table.schema.identity.first { group in
      group.contains { !table.columns[$0].isMissing(row) }
    }
    guard let identity else { return 0 }
    let values = identity.map { column in
      table.schema.columns[column].name + "=" + table.columns[column].string(row)
    }
    return digest(of: values.joined(separator: "\u{1F}"))
  }

  /// The first eight bytes, which are enough to tell the rows of a school apart.
  func digest(of text: String) -> Int64 {
    var code = HMAC<SHA256>(key: key)
    code.update(data: Array(text.utf8))
    return code.finalize().prefix(8).reduce(0) { $0 << 8 | Int64($1) }
  }
}
