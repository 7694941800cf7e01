internal import Settings

/// Keys of rows or columns as a report file lists them; one `*` in a key stands for anything.
struct KeyPatterns: Sendable {
  private enum Pattern: Sendable {
    case exactly(String)
    case between(String, String)
  }

  private let patterns: [Pattern]

  static let everything = KeyPatterns([.between("", "")])
  static let nothing = KeyPatterns([])

  private init(_ patterns: [Pattern]) { self.patterns = patterns }

  init(_ settings: Settings) throws {
    patterns = try settings.items.map { item in
      let parts = try item.word.split(separator: "*", omittingEmptySubsequences: false)
      switch parts.count {
      case 1: return .exactly(String(parts[0]))
      case 2: return .between(String(parts[0]), String(parts[1]))
      default: throw item.expected("a key with at most one '*'")
      }
    }
  }

  func match(_ key: String) -> Bool {
    patterns.contains { pattern in
      switch pattern {
      case .exactly(let word): key == word
      case .between(let start, let end):
        key.utf8.count >= start.utf8.count + end.utf8.count && key.hasPrefix(start)
          && key.hasSuffix(end)
      }
    }
  }
}
