package import Settings

extension Shelf {
  /// Files below a folder where they exist, else the copies inside the binary.
  ///
  /// `read` gives the text of a path below the user's own `pipelines/`, or nil; `list` gives the
  /// paths there.
  package static func files(
    _ read: @escaping @Sendable (_ path: String) throws -> String?,
    list: @escaping @Sendable () -> [String] = { [] }
  ) -> Shelf {
    Shelf(
      text: { try read($0) ?? EmbeddedFiles.text($0) },
      parse: { try YAMLFile.settings($0, file: $1) },
      paths: { Set(EmbeddedFiles.paths + list()).sorted() })
  }
}
