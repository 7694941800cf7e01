package import Settings
internal import Yams

/// Reads YAML into settings that know their places; the only file that knows a YAML library.
package enum YAMLFile {
  /// A file of settings with more values than this is a mistake, or an attack by repeated aliases.
  private static let mostValues = 200_000

  /// Reads one document; throws a `SettingsError` with the place of the mistake.
  package static func settings(_ text: String, file: String) throws -> Settings {
    do {
      guard let node = try compose(yaml: text) else {
        return Settings(.nothing, at: Place(file: file))
      }
      var left = mostValues
      return try settings(node, file, &left)
    } catch let error as YamlError {
      throw mistake(error, file)
    }
  }

  private static func settings(_ node: Node, _ file: String, _ left: inout Int) throws -> Settings {
    let place = place(node, file)
    left -= 1
    guard left > 0 else { throw SettingsError("too many values for a file of settings", at: place) }
    switch node {
    case .scalar(let scalar):
      let isNothing = scalar.style == .plain && ["", "~", "null"].contains(scalar.string)
      return Settings(isNothing ? .nothing : .word(scalar.string), at: place)
    case .sequence(let sequence):
      return Settings(.list(try sequence.map { try settings($0, file, &left) }), at: place)
    case .mapping(let mapping):
      return Settings(
        .map(
          try mapping.map { key, value in
            guard case .scalar(let name) = key else {
              throw SettingsError("a key must be a word", at: Self.place(key, file))
            }
            return (name.string, Self.place(key, file), try settings(value, file, &left))
          }), at: place)
    case .alias:
      throw SettingsError("an alias stands for nothing", at: place)
    }
  }

  private static func place(_ node: Node, _ file: String) -> Place {
    Place(file: file, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
  }

  private static func mistake(_ error: YamlError, _ file: String) -> SettingsError {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      SettingsError(
        "not valid YAML: \(problem)", at: Place(file: file, line: mark.line, column: mark.column))
    case .duplicatedKeysInMapping(let keys, let context):
      SettingsError(
        "the key '\(keys.joined(separator: "', '"))' stands twice in one map",
        at: Place(file: file, line: context.mark.line, column: context.mark.column))
    default: SettingsError("not valid YAML: \(error)", at: Place(file: file))
    }
  }
}
