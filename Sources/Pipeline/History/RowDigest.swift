internal import Crypto
internal import Tables

/// Numbers that stand for what tells a row from the others of its school.
///
/// HMAC-SHA-256 (RFC 2104), for a plain hash of a thirteen-digit number can be found by trying them all.
struct RowDigest: Sendable {
  /// Begun with the key, and copied for each text.
  private let begun: HMAC<SHA256>

  init(secret: [UInt8]) { begun = HMAC(key: SymmetricKey(data: secret)) }

  /// By the first group of the schema's identity that the row fills, and by the last; 0 for none.
  ///
  /// A row that fills the very first group is known by that alone: another of the same name is another.
  func digests(of row: Int, in table: CleanTable) -> (first: Int64, last: Int64) {
    let filled = table.schema.identity.filter { group in
      group.contains { !table.columns[$0].isMissing(row) }
    }
    guard let first = filled.first, let last = filled.last else { return (0, 0) }
    return (
      digest(of: first, row, in: table),
      first == table.schema.identity.first || filled.count == 1
        ? 0 : digest(of: last, row, in: table)
    )
  }

  private func digest(of group: [Int], _ row: Int, in table: CleanTable) -> Int64 {
    let values = group.map { column in
      table.schema.columns[column].name + "=" + table.columns[column].string(row)
    }
    return digest(of: values.joined(separator: "\u{1F}"))
  }

  /// The first eight bytes, which are enough to tell the rows of a school apart.
  func digest(of text: String) -> Int64 {
    var code = begun
    code.update(data: Array(text.utf8))
    return code.finalize().prefix(8).reduce(0) { $0 << 8 | Int64($1) }
  }
}
