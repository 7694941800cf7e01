internal import Deduplicate

/// What a token file says before its rows: how its tokens were made, so that only what is alike is compared.
///
/// Lines of a name and a value; the last one names the columns.
struct TokenHeader: Sendable {
  static let format = "krong-tokens"
  static let version = "1"

  /// In the order of the file, the last line apart.
  let entries: [(name: String, value: String)]
  let keys: [String]
  /// How many bits a filter has.
  let bits: Int
  let rows: Int

  /// How long a line of a row can be: the reference, a token for each key, the filter, and commas.
  var longestRow: Int { 32 + keys.count * 33 + 1 + bits / 4 }

  init(_ model: TokenModel, secret: TokenSecret, rows: Int) {
    keys = model.keyNames
    bits = model.bits
    self.rows = rows
    // Another version may hear names in another way, and then no token of a name is equal.
    let version = ("krong", KrongVersion.number)
    entries =
      [(Self.format, Self.version)] + model.definition.map { ($0.name, $0.value) }
      + [version, ("secret", secret.check.text), ("bits", String(bits)), ("rows", String(rows))]
  }

  var text: String {
    entries.map { "\($0.name) \($0.value)\n" }.joined()
      + (["reference"] + keys + ["filter"]).joined(separator: ",") + "\n"
  }

  /// A mistake in a header, and its line, from 1.
  struct Fault: Error {
    let line: Int
    let reason: String
  }

  /// Reads the lines of a header, the one with the columns last.
  init(_ lines: [String]) throws {
    entries = lines.dropLast().map { line in
      let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
      return (parts.first ?? "", parts.count > 1 ? parts[1] : "")
    }
    let columns = (lines.last ?? "").split(separator: ",", omittingEmptySubsequences: false)
    guard columns.count > 2, columns.count <= 2 + Self.mostKeys, columns.first == "reference",
      columns.last == "filter"
    else {
      throw Fault(line: lines.count, reason: "expected the columns reference, keys and filter")
    }
    keys = columns.dropFirst().dropLast().map(String.init)
    // Names are told to whoever compares the files, so nothing strange may hide in them.
    for (number, name) in (entries.map { $0.name } + keys).enumerated()
    where name.isEmpty || !name.utf8.allSatisfy({ TokenModel.nameBytes.contains($0) }) {
      throw Fault(
        line: min(number + 1, lines.count), reason: "expected a name of letters, digits, - and _")
    }
    bits = try Self.number("bits", entries, in: 64...65_536)
    rows = try Self.number("rows", entries, in: 0...Self.mostRows)
    guard bits % 64 == 0 else {
      throw Fault(line: 1, reason: "expected a number of bits that 64 divides, found \(bits)")
    }
  }

  /// Refuses a file by its first line.
  static func requireFormat(_ line: String) throws {
    guard line.hasPrefix(format + " ") else {
      throw Fault(line: 1, reason: "is no token file; expected '\(format) \(version)'")
    }
    guard line == format + " " + version else {
      throw Fault(
        line: 1, reason: "holds tokens of another format; expected '\(format) \(version)'")
    }
  }

  private static let mostKeys = 64
  private static let mostRows = 100_000_000

  private static func number(
    _ name: String, _ entries: [(name: String, value: String)], in range: ClosedRange<Int>
  ) throws -> Int {
    guard let place = entries.firstIndex(where: { $0.name == name }) else {
      throw Fault(line: entries.count + 1, reason: "expected a line '\(name)' above the columns")
    }
    guard let number = Int(entries[place].value), range.contains(number) else {
      throw Fault(
        line: place + 1,
        reason: "expected a number from \(range.lowerBound) to \(range.upperBound) after '\(name)'")
    }
    return number
  }

  /// Why tokens of two files cannot be compared; nil where they can.
  func difference(from other: TokenHeader) -> String? {
    let (own, others) = (comparable, other.comparable)
    if own["secret"] != others["secret"] {
      return "the secrets of the two offices differ, so no token can be equal"
    }
    let names = Set(own.keys).union(others.keys).sorted()
    if let name = names.first(where: { own[$0] != others[$0] }) {
      return "the two offices made their tokens differently: '\(name)' is not the same; "
        + "they need the same `tokens` in the model file and the same version of Krong"
    }
    return keys == other.keys ? nil : "the two files do not hold the same keys"
  }

  private var comparable: [String: String] {
    Dictionary(entries.filter { $0.name != "rows" }.map { ($0.name, $0.value) }) { first, _ in first
    }
  }
}
