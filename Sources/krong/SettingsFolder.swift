internal import Containers
internal import Pipeline
internal import Settings

/// A folder of schemas, rules and code lists on disk; what it lacks the program carries itself.
struct SettingsFolder: Sendable {
  let path: String

  var shelf: Shelf {
    .files {
      try Self.text(path + "/" + $0)
    } list: {
      paths
    }
  }

  /// All files of settings below the folder, by their path there; none where it cannot be read.
  private var paths: [String] {
    let all = (try? InputFolder(root: path).paths()) ?? []
    return all.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".csv") }
  }

  /// The text of a file; nil when there is none.
  static func text(_ path: String) throws -> String? {
    guard Folder.exists(path) else { return nil }
    let source = try ByteSource(path: path)
    guard source.count <= 16 << 20 else {
      throw FileError(path: path, reason: "is too large for a file of settings")
    }
    let bytes = try source.read(0..<source.count)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw FileError(path: path, reason: "is not UTF-8")
    }
    return text
  }
}
