/// A given name or surname spelled as it is heard, or mistyped.
enum SpellingSlips {
  static let all: [Slip] = [
    slip("spelling-tone", weight: 18, tone),
    slip("spelling-karan", weight: 10, karan),
    slip("spelling-letter", weight: 10, { exchange(letters, in: &$0, using: &$1) }),
    slip("spelling-vowel", weight: 7, { exchange(vowels, in: &$0, using: &$1) }),
    slip("spelling-liquid", weight: 6, { exchange(liquids, in: &$0, using: &$1) }),
    slip("spelling-ai", weight: 60, where: ["ใ", "ไ"], { exchange(signs, in: &$0, using: &$1) }),
    slip("spelling-sara-am", weight: 120, where: ["\u{E33}"], saraAm),
    slip("spelling-typo", weight: 9, typo),
  ]

  typealias Letters = [Unicode.Scalar]

  /// A letter put in, left out or changed anywhere.
  static func typo(_ text: inout Letters, using generator: inout SeededGenerator) -> Bool {
    let sites = text.indices.filter { consonants.contains(text[$0]) }
    guard sites.count > 2 else { return false }
    let site = sites[generator.within(1...sites.count - 1)]
    let other = generator.pick(consonants)
    guard other != text[site] else { return false }
    switch generator.below(3) {
    case 0: text[site] = other
    case 1: text.remove(at: site)
    default: text.insert(other, at: site)
    }
    return true
  }

  /// Any of these spellings in one cell; false when none could be made.
  static func change(
    _ cell: StudentColumn, of entry: inout Entry, using generator: inout SeededGenerator,
    by work: (inout Letters, inout SeededGenerator) -> Bool = { text, generator in
      exchange(letters + vowels, in: &text, using: &generator)
        || typo(&text, using: &generator)
    }
  ) -> Bool {
    var text = Array(entry[cell].unicodeScalars)
    guard work(&text, &generator) else { return false }
    entry[cell] = String(String.UnicodeScalarView(text))
    return true
  }

  /// A slip at either name; those of rare letters are tried only where one of these stands.
  private static func slip(
    _ name: String, weight: Int, where letters: [Unicode.Scalar] = [],
    _ work: @escaping @Sendable (inout Letters, inout SeededGenerator) -> Bool
  ) -> Slip {
    Slip(
      name, .spelling, weight: weight, use: .anywhere,
      fits: { entry in
        letters.isEmpty
          || [entry[.firstName], entry[.lastName]].contains { text in
            text.unicodeScalars.contains(where: letters.contains)
          }
      }
    ) { entry, desk in
      let isGiven = desk.generator.chance(perThousand: 600)
      return change(
        isGiven ? .firstName : .lastName, of: &entry, using: &desk.generator, by: work)
    }
  }

  /// A tone mark lost or typed twice.
  private static func tone(_ text: inout Letters, using generator: inout SeededGenerator) -> Bool {
    let sites = text.indices.filter { "\u{E48}"..."\u{E4B}" ~= text[$0] }
    guard !sites.isEmpty else { return false }
    let site = generator.pick(sites)
    if generator.chance(perThousand: 500) {
      text.remove(at: site)
    } else {
      text.insert(text[site], at: site)
    }
    return true
  }

  /// The mark of a silent letter left out.
  private static func karan(_ text: inout Letters, using generator: inout SeededGenerator) -> Bool {
    let sites = text.indices.filter { text[$0] == "\u{E4C}" }
    guard !sites.isEmpty else { return false }
    text.remove(at: generator.pick(sites))
    return true
  }

  /// Nikhahit and sara aa where sara am belongs.
  private static func saraAm(
    _ text: inout Letters, using generator: inout SeededGenerator
  ) -> Bool {
    let sites = text.indices.filter { text[$0] == "\u{E33}" }
    guard !sites.isEmpty else { return false }
    let site = generator.pick(sites)
    text.replaceSubrange(site...site, with: ["\u{E4D}", "\u{E32}"])
    return true
  }

  private static func exchange(
    _ pairs: [(Unicode.Scalar, Unicode.Scalar)], in text: inout Letters,
    using generator: inout SeededGenerator
  ) -> Bool {
    let sites = text.indices.flatMap { index in
      pairs.compactMap { one, other -> (Int, Unicode.Scalar)? in
        text[index] == one ? (index, other) : text[index] == other ? (index, one) : nil
      }
    }
    guard !sites.isEmpty else { return false }
    let (site, letter) = generator.pick(sites)
    text[site] = letter
    return true
  }

  private static let letters: [(Unicode.Scalar, Unicode.Scalar)] = [
    ("ณ", "น"), ("ศ", "ส"), ("ษ", "ส"), ("ศ", "ษ"), ("ฎ", "ด"), ("ฏ", "ต"), ("ภ", "พ"), ("ญ", "ย"),
    ("ธ", "ท"), ("ฑ", "ท"), ("ฒ", "ท"), ("ฬ", "ล"),
  ]
  /// Short and long.
  private static let vowels: [(Unicode.Scalar, Unicode.Scalar)] = [
    ("\u{E34}", "\u{E35}"), ("\u{E38}", "\u{E39}"), ("\u{E36}", "\u{E37}"),
  ]
  private static let liquids: [(Unicode.Scalar, Unicode.Scalar)] = [("ร", "ล")]
  private static let signs: [(Unicode.Scalar, Unicode.Scalar)] = [("ใ", "ไ")]
  private static let consonants = Array("กขคงจชซดตทนบปผพฟมยรลวสหอ".unicodeScalars)
}
