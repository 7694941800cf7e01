internal import Containers
internal import Tables

/// Finds the labels of a record of a page, what stands behind each, and the heading above it.
struct PageLabels {
  /// The labels of one record, in the order of the page; the three lists are equally long.
  struct Found {
    var sections: [String] = []
    var labels: [String] = []
    var values: [String] = []
  }

  /// A record with more labels is none; each is compared with all columns.
  private static let mostLabels = 1000

  private let label: XPath
  private let value: XPath?
  private let section: XPath?
  private let noteWords: [String]
  private let own: XPath

  /// Nil when every column of the layout is found by a path.
  init?(_ layout: PageLayout, noteWords: [String]) throws {
    guard let label = layout.label else { return nil }
    self.label = try XPath(label, givesNodes: true)
    value = try layout.value.map { try XPath($0) }
    section = try layout.section.map { try XPath($0) }
    self.noteWords = noteWords
    own = try XPath("string()")
  }

  func read(_ record: PageNode) throws -> Found {
    var found = Found()
    for node in try record.nodes(label).prefix(Self.mostLabels) {
      var text = Self.collapsed(try node.text(own))
      let behind: String
      if let value {
        behind = Self.collapsed(try node.text(value))
      } else {
        guard let colon = text.firstIndex(of: ":") else { continue }
        behind = Self.collapsed(String(text[text.index(after: colon)...]))
        text = Self.collapsed(String(text[..<colon]))
      }
      if text.isEmpty || noteWords.contains(where: { text.hasPrefix($0) }) { continue }
      found.labels.append(text)
      found.values.append(behind)
      found.sections.append(try section.map { Self.collapsed(try node.text($0)) } ?? "")
    }
    return found
  }

  /// Runs of white space, line ends and no-break spaces become one space, and none at the ends.
  static func collapsed(_ text: String) -> String {
    text.unicodeScalars.split { $0.properties.isWhitespace || $0.value == 0x200B }
      .map { String($0) }.joined(separator: " ")
  }
}
