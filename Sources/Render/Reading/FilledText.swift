internal import Settings
internal import Tables

/// A text of a report file in both languages, with figures in braces.
///
/// `"{headline:persons} students"` holds one figure; a brace itself is written twice.
struct FilledText: Sendable {
  private enum Part: Sendable {
    case text(String)
    case figure(FigureReference)
  }

  private let thai: [Part]
  private let english: [Part]

  init(_ settings: Settings, known: KnownTables) throws {
    let text = try settings.localizedText
    thai = try Self.parts(of: text.thai, at: settings["th"]?.place ?? settings.place, known)
    english = try Self.parts(of: text.english, at: settings["en"]?.place ?? settings.place, known)
  }

  /// The tables whose figures stand in the text.
  var tables: [String] {
    (thai + english).compactMap { part in
      if case .figure(let reference) = part { reference.table } else { nil }
    }
  }

  func phrase(_ context: BlockContext) throws -> Phrase {
    let parts = context.language == .thai ? thai : english
    return Phrase(
      try parts.map { part in
        switch part {
        case .text(let text): return .text(text)
        case .figure(let reference):
          let (value, id) = try reference.figure(in: context)
          return .figure(value, id: id)
        }
      })
  }

  private static func parts(
    of text: String, at place: Place, _ known: KnownTables
  ) throws -> [Part] {
    var parts: [Part] = []
    var literal = ""
    var rest = text[...]
    while let character = rest.popFirst() {
      switch character {
      case "{" where rest.first == "{", "}" where rest.first == "}":
        rest.removeFirst()
        literal.append(character)
      case "{":
        guard let end = rest.firstIndex(of: "}") else {
          throw SettingsError("expected a '}' after '{\(rest)'", at: place)
        }
        if !literal.isEmpty { parts.append(.text(literal)) }
        literal = ""
        parts.append(.figure(try FigureReference(String(rest[..<end]), at: place, known: known)))
        rest = rest[rest.index(after: end)...]
      default: literal.append(character)
      }
    }
    return literal.isEmpty ? parts : parts + [.text(literal)]
  }
}
