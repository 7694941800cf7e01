import Foundation
import Render
import Testing

/// The colours of the template, in each of its three sets.
struct StyleSheetTests {
  /// The pairs of type and ground that the style sheet puts together.
  private static let pairs = [
    ("ink", "paper"), ("ink", "ground"), ("ink", "head"), ("ink", "subtotal"), ("ink", "total"),
    ("ink", "bar"), ("quiet", "paper"), ("quiet", "ground"), ("quiet", "subtotal"),
    ("quiet", "head"), ("quiet", "total"), ("link", "paper"), ("link", "head"),
    ("brand-ink", "brand"), ("brand-quiet", "brand"), ("bad-ink", "bad"), ("ink", "bad"),
    ("attention-ink", "attention"), ("ink", "attention"), ("good-ink", "good"), ("ink", "good"),
    ("paper", "bad-ink"), ("paper", "attention-ink"), ("paper", "good-ink"),
    // Numbers stand on the bars of charts, and bars on the paper.
    ("paper", "series-1"), ("paper", "series-2"), ("paper", "series-3"), ("paper", "series-4"),
    ("paper", "series-5"), ("paper", "series-6"),
  ]

  /// Light, dark and print: the values that each `:root` gives.
  private static var sets: [[String: String]] {
    get throws {
      try Printing.template.components(separatedBy: ":root {").dropFirst().map { block in
        var colours: [String: String] = [:]
        for entry in block.prefix(while: { $0 != "}" }).split(separator: ";") {
          let parts = entry.split(separator: ":").map {
            $0.trimmingCharacters(in: .whitespacesAndNewlines)
          }
          if parts.count == 2, parts[0].hasPrefix("--") {
            colours[String(parts[0].dropFirst(2))] = parts[1]
          }
        }
        return colours
      }
    }
  }

  /// WCAG 2.2, relative luminance.
  private static func luminance(_ colour: String) throws -> Double {
    let value = try #require(Int(colour.dropFirst(), radix: 16))
    let parts = [value >> 16, value >> 8 & 255, value & 255].map { part -> Double in
      let share = Double(part) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  @Test func everyTypeCanBeReadOnItsGround() throws {
    let sets = try Self.sets
    #expect(sets.count == 3)
    for (index, colours) in sets.enumerated() {
      for (type, ground) in Self.pairs {
        let pair = try [type, ground].map { try Self.luminance(#require(colours[$0])) }
        let contrast = (max(pair[0], pair[1]) + 0.05) / (min(pair[0], pair[1]) + 0.05)
        #expect(contrast >= 4.5, "set \(index): \(type) on \(ground) is \(contrast) : 1")
      }
    }
  }
}
