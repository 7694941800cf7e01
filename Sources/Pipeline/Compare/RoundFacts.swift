internal import Settings
internal import Tables

/// With what the figures of a round were made, as the head of its manifest.json says.
struct RoundFacts: Sendable {
  let version: String
  let office: String
  let audience: Audience
  /// The SHA-256 of every file that said what to do, by its path.
  let settings: [String: String]

  /// No head is longer than this.
  static let mostBytes = 1 << 20

  /// Nil for what is no manifest.
  init?(_ bytes: [UInt8]) {
    // The inputs, of which there may be thousands, say nothing of how they were counted.
    guard let end = bytes.firstRange(of: Array(",\n  \"inputs\":".utf8))?.lowerBound,
      let text = String(validating: bytes[..<end], as: UTF8.self),
      let head = try? YAMLFile.settings(text + "}", file: "manifest.json"),
      let version = try? head.required("krong").word,
      let audience = try? head.required("audience").choice(of: Audience.self, called: "audience"),
      let entries = try? head.required("settings").entries
    else { return nil }
    self.version = version
    self.audience = audience
    office = (try? head["office"]?.word) ?? ""
    settings = Dictionary(
      entries.map { ($0.key, (try? $0.value.word) ?? "") }, uniquingKeysWith: { first, _ in first })
  }

  /// The files that one has otherwise than the other, or not at all.
  func differingSettings(from other: RoundFacts) -> [String] {
    Set(settings.keys).union(other.settings.keys)
      .filter { settings[$0] != other.settings[$0] }.sorted()
  }
}
