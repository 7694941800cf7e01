package import Settings
package import Tables

/// Finds names and other short texts that are written as no such text is.
///
/// Fact: the defect, by its word in the rule. Letters of Latin script are a defect beside Thai ones only,
/// for the name of a foreigner may stand in Latin letters altogether.
package struct TextDefects: Check {
  package static let name = "text-defects"
  package static let summary =
    "A text in 'column' (one or a list) has none of 'defects': digits, latin (among Thai letters), repeated (a letter three times), punctuation (nothing else), single (one letter), mark (without its letter)."
  package static let keys = ["column", "defects"]

  private enum Defect: String, CaseIterable {
    case digits, latin, repeated, punctuation, single, mark
  }

  private let columns: [Int]
  private let defects: [Defect]

  package init(_ settings: Settings, in scope: CheckScope) throws {
    let names = try settings.required("column")
    columns = try names.items.map { try scope.column($0, .text) }
    guard !columns.isEmpty else { throw names.expected("the name of a column") }
    let wanted = try settings.required("defects")
    defects = try wanted.items.map { try $0.choice(of: Defect.self, called: "defect") }
    guard !defects.isEmpty else { throw wanted.expected("a list of defects") }
  }

  package func run(on table: CleanTable, inputs: [InputReport], hits: inout Hits) {
    for column in columns {
      guard let text = table.columns[column].text else { continue }
      let known = (0..<text.dictionary.count).map { code in
        defect(of: text.dictionary.string(of: UInt32(code)))
      }
      guard known.contains(where: { $0 != nil }) else { continue }
      let verdicts = text.meaning.map { known[Int($0)] }
      text.rows.forEach { row, code in
        if let defect = verdicts[Int(code)] {
          hits.add(row: row, column: column, facts: .text(defect.rawValue))
        }
      }
    }
  }

  /// The first of the rule's defects that a text has.
  private func defect(of text: String) -> Defect? {
    if text.isEmpty { return nil }
    let scalars = Array(text.unicodeScalars)
    return defects.first { defect in
      switch defect {
      case .digits: scalars.contains { $0.isDigit }
      case .latin: scalars.contains { $0.isLatin } && scalars.contains { $0.isThai }
      case .repeated: Self.hasRepeated(scalars)
      case .punctuation: !scalars.contains { $0.isLetterOrDigit }
      case .single:
        scalars.count { $0.isLetterOrDigit } == 1 && !scalars.contains { $0.isMark }
      case .mark: Self.hasLooseMark(scalars)
      }
    }
  }

  private static func hasRepeated(_ scalars: [Unicode.Scalar]) -> Bool {
    var run = 1
    for (scalar, before) in zip(scalars.dropFirst(), scalars) {
      run = scalar == before ? run + 1 : 1
      if run == 3, scalar.isLetterOrDigit || scalar.isMark, !scalar.isDigit {
        return true
      }
    }
    return false
  }

  private static func hasLooseMark(_ scalars: [Unicode.Scalar]) -> Bool {
    var before: Unicode.Scalar?
    for scalar in scalars {
      if scalar.isMark, !(before.map { $0.isLetterOrDigit || $0.isMark } ?? false) { return true }
      before = scalar
    }
    return false
  }
}

/// Thai and ASCII are told by their place in the table, the rest by Unicode, which takes three times as long.
extension Unicode.Scalar {
  fileprivate var isThai: Bool { 0x0E01...0x0E4E ~= value && value != 0x0E3F }

  fileprivate var isLatin: Bool {
    value < 0x80 ? properties.isAlphabetic : 0xC0...0x24F ~= value
  }

  fileprivate var isDigit: Bool {
    switch value {
    case ..<0x80: 0x30...0x39 ~= value
    case 0x0E00...0x0E7F: 0x0E50...0x0E59 ~= value
    default: properties.numericType != nil
    }
  }

  fileprivate var isMark: Bool {
    switch value {
    case ..<0x80: false
    case 0x0E00...0x0E7F: value == 0x0E31 || 0x0E34...0x0E3A ~= value || 0x0E47...0x0E4E ~= value
    default: properties.generalCategory == .nonspacingMark
    }
  }

  fileprivate var isLetterOrDigit: Bool {
    if isDigit { return true }
    return switch value {
    case ..<0x80: properties.isAlphabetic
    // ฯ stands for letters that are left out, and is none.
    case 0x0E00...0x0E7F: 0x0E01...0x0E46 ~= value && !isMark && value != 0x0E2F && value != 0x0E3F
    default: properties.isAlphabetic && !isMark
    }
  }
}

extension TextDefects {
  private static let names = """
    name:text:text
    สมมุติ
    สมมุติ2
    สมมุติ๒
    สมมุtติ
    Example
    สมมมมุติ
    สมมุติ 1000
    ...
    ก
    อู
    \u{0E48}สมมุติ
    สม \u{0E34}มุติ
    -
    """

  package static let examples = [
    CheckExample(
      with: .map([
        "column": "name",
        "defects": ["digits", "latin", "repeated", "punctuation", "single", "mark"],
      ]), names,
      finds: [
        "2:name:digits", "3:name:digits", "4:name:latin", "6:name:repeated",
        "7:name:digits", "8:name:punctuation", "9:name:single", "11:name:mark", "12:name:mark",
      ]),
    CheckExample(
      with: .map(["column": "name", "defects": ["repeated", "single"]]), names,
      finds: ["6:name:repeated", "9:name:single"]),
  ]
}
