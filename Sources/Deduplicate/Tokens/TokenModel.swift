internal import Settings
internal import Tables

/// What of a row is written as tokens, as the key `tokens` of a model file says it.
///
/// It reads the model's keys for itself: what is exported and what is compared here need not be the same.
package struct TokenModel: Sendable {
  /// Some columns that are put into the filter alike, and with how many bits each piece of them.
  struct Field: Sendable {
    let name: String
    let columns: [Int]
    let bitsPerPiece: Int
  }

  private static let mostBitsPerPiece = 64

  /// What a name in a token file is made of.
  package static let nameBytes = Set(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_".utf8)

  let uses: [ColumnUse]
  let keys: [BlockingKey]
  let fields: [Field]
  /// The columns that must be equal for two filters to be alike at all.
  let salt: [Int]
  package let bits: Int
  package let pieceLength: Int
  /// A token of more rows than this is left out.
  package let mostRows: Int
  /// All of the above in words: offices for which they differ cannot compare their tokens.
  package let definition: [(name: String, value: String)]

  package var keyNames: [String] { keys.map { $0.name } }

  init(_ settings: Settings, keys known: Settings, schema: Schema) throws {
    try settings.allow(only: ["keys", "most_rows", "filter"])
    var uses = ColumnUses(schema)
    let names = try known.entries.map { $0.key }
    let chosen = try settings.required("keys").items
    keys = try chosen.map { item in
      guard let key = try known[item.word] else { throw item.unknown("key", among: names) }
      try Self.requirePlain(item.word, at: item.place)
      let made = try BlockingKey.keys(named: item.word, key, &uses)
      guard made.count == 1 else {
        throw SettingsError("key '\(try item.word)' would be \(made.count) tokens", at: item.place)
      }
      return made[0]
    }
    mostRows = try settings["most_rows"].map { try $0.number(in: 1...1000) } ?? 20
    let filter = try settings.required("filter")
    try filter.allow(only: ["bits", "piece", "salt", "fields"])
    bits = try filter["bits"]?.number ?? 1024
    guard [256, 512, 1024, 2048, 4096].contains(bits) else {
      throw try filter.required("bits").expected("256, 512, 1024, 2048 or 4096")
    }
    pieceLength = try filter["piece"].map { try $0.number(in: 1...4) } ?? 2
    salt = try filter["salt"]?.items.map { try uses.place(of: $0, kinds: .text, .date) } ?? []
    fields = try filter.required("fields").entries.map { name, place, field in
      try Self.requirePlain(name, at: place)
      try field.allow(only: ["of", "bits"])
      return Field(
        name: name,
        columns: try field.required("of").items.map {
          try uses.place(of: $0, kinds: .text, .date, .identifier)
        },
        bitsPerPiece: try field.required("bits").number(in: 1...Self.mostBitsPerPiece))
    }
    self.uses = uses.all
    let keyLines = try chosen.map { try "\($0.word)=" + (known[$0.word]?.oneLine ?? "") }
    definition = [
      ("keys", keyLines.joined(separator: " ")), ("most_rows", String(mostRows)),
      ("filter", filter.oneLine),
    ]
  }
}

extension TokenModel {
  private static func requirePlain(_ name: String, at place: Place) throws {
    guard name.utf8.allSatisfy({ nameBytes.contains($0) }) else {
      throw Settings(.word(name), at: place).expected("a name of letters a to z, digits, - and _")
    }
  }
}

extension Settings {
  fileprivate func number(in range: ClosedRange<Int>) throws -> Int {
    let number = try number
    guard range.contains(number) else {
      throw expected("a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  /// What is said, however it is laid out in the file.
  fileprivate var oneLine: String {
    switch value {
    case .nothing: "~"
    case .word(let word): "\"\(word)\""
    case .list(let items): "[" + items.map { $0.oneLine }.joined(separator: ",") + "]"
    case .map(let entries):
      "{" + entries.map { "\"\($0.key)\":" + $0.value.oneLine }.joined(separator: ",") + "}"
    }
  }
}
