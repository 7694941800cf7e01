/// The files of `pipelines/` that settings name: on disk, or the copy inside the binary.
///
/// Rooms ask it for the code lists and files that their part of a pipeline names; only the corridor
/// knows where these lie and how YAML is read.
package struct Shelf: Sendable {
  private let text: @Sendable (_ path: String) throws -> String?
  private let parse: @Sendable (_ text: String, _ path: String) throws -> Settings
  private let list: @Sendable () -> [String]

  package init(
    text: @escaping @Sendable (_ path: String) throws -> String?,
    parse: @escaping @Sendable (_ text: String, _ path: String) throws -> Settings,
    paths: @escaping @Sendable () -> [String]
  ) {
    self.text = text
    self.parse = parse
    list = paths
  }

  /// The paths of all files, in order.
  package var paths: [String] { list() }

  /// The same shelf; `note` is told of every file that is taken.
  package func remembering(
    _ note: @escaping @Sendable (_ path: String, _ text: String) -> Void
  ) -> Shelf {
    let text = self.text
    return Shelf(
      text: { path in
        let found = try text(path)
        if let found { note(path, found) }
        return found
      }, parse: parse, paths: list)
  }

  /// The text of the file that a word names, by its path below `pipelines/`.
  package func text(named name: Settings) throws -> String {
    let path = try name.word
    guard let text = try text(path) else {
      throw SettingsError(
        "there is no file '\(path)'" + Suggestion.clause(for: path, among: paths), at: name.place)
    }
    return text
  }

  package func settings(named name: Settings) throws -> Settings {
    try parse(text(named: name), name.word)
  }

  package func codeList(named name: Settings) throws -> CodeList {
    try CodeList(csv: text(named: name), file: name.word)
  }
}
