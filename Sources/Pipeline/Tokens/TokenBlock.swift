internal import Deduplicate
internal import Tables

/// The tokens and filters of some thousand rows, made apart from all others.
struct TokenBlock: Sendable {
  static let size = 16_384

  private let keyCount: Int
  /// How many words a filter has.
  private let wordCount: Int
  /// For each row a token of each key.
  private var tokens: [Token] = []
  /// For each row the words of its filter.
  private var filters: [UInt64]

  static func blocks(
    _ model: TokenModel, _ material: TokenMaterial, _ frequencies: TokenFrequencies,
    _ secret: TokenSecret, jobs: Int
  ) async throws -> [TokenBlock] {
    let hashes = model.keyNames.map { secret.hash(for: "key " + $0) }
    let fields = material.fields.map { secret.hash(for: "filter " + $0.name) }
    let ranges = stride(from: 0, to: material.rows.count, by: size).map {
      $0..<min($0 + size, material.rows.count)
    }
    return try await ranges.mapInOrder(jobs: jobs) { range in
      TokenBlock(material, range, model.bits, hashes, fields, frequencies.common)
    }
  }

  private init(
    _ material: TokenMaterial, _ range: Range<Int>, _ bits: Int, _ keys: [KeyedHash],
    _ fields: [KeyedHash], _ common: [Set<UInt64>]
  ) {
    keyCount = keys.count
    wordCount = bits / 64
    filters = [UInt64](repeating: 0, count: range.count * wordCount)
    tokens.reserveCapacity(range.count * keyCount)
    for row in material.rows[range] {
      for key in keys.indices {
        let hash = material.keys[key][row]
        let isNone = hash == 0 || common[key].contains(hash)
        tokens.append(isNone ? .none : keys[key].token(of: hash))
      }
    }
    for (field, hash) in zip(material.fields, fields) {
      fill(material, range, bits, field, hash)
    }
  }

  /// Sets the bits of a field: for each piece as many places as the field has bits a piece, taken from
  /// the digest of salt and piece, so that no two places hang together.
  private mutating func fill(
    _ material: TokenMaterial, _ range: Range<Int>, _ bits: Int, _ field: TokenMaterial.Field,
    _ hash: KeyedHash
  ) {
    var known: [UInt64: [Int]] = [:]
    for (place, row) in material.rows[range].enumerated() {
      let salt = material.salt[row]
      for column in field.columns {
        for piece in column.pieces(row) {
          let name = UInt64(salt) << 32 | UInt64(piece)
          let set =
            known[name]
            ?? Self.places(
              hash, material.salts.bytes(of: salt), field.pieces.bytes(of: piece), bits,
              field.bitsPerPiece)
          known[name] = set
          for bit in set { filters[place * wordCount + bit >> 6] |= 1 << UInt64(bit & 63) }
        }
      }
    }
  }

  private static func places(
    _ hash: KeyedHash, _ salt: [UInt8], _ piece: [UInt8], _ bits: Int, _ count: Int
  ) -> [Int] {
    // The length in front, so that no salt with a piece is another salt with another piece.
    let length = [
      UInt8(truncatingIfNeeded: salt.count >> 8), UInt8(truncatingIfNeeded: salt.count),
    ]
    var places: [Int] = []
    var part: UInt8 = 0
    while places.count < count {
      // A digest has room for sixteen places of two bytes.
      let digest = hash.digest(of: [part] + length + salt + piece)
      places += (0..<min(16, count - places.count)).map {
        (Int(digest[2 * $0]) << 8 | Int(digest[2 * $0 + 1])) % bits
      }
      part += 1
    }
    return places
  }

  /// Appends what follows the reference in a row's line.
  func append(_ place: Int, to bytes: inout [UInt8]) {
    for token in tokens[place * keyCount..<(place + 1) * keyCount] {
      bytes.append(0x2C)
      guard token != .none else { continue }
      Hexadecimal.append(token.high, to: &bytes)
      Hexadecimal.append(token.low, to: &bytes)
    }
    bytes.append(0x2C)
    for word in filters[place * wordCount..<(place + 1) * wordCount] {
      Hexadecimal.append(word, to: &bytes)
    }
  }
}
