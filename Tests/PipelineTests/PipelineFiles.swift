import Pipeline
import Settings
import Synchronization
import TestKit

/// The files of `pipelines/`, read and parsed once, for nearly every test makes a plan of them.
enum PipelineFiles {
  static let texts: [String: String] = {
    let paths = (try? ProjectFiles.files(below: "pipelines")) ?? []
    let texts = paths.map { ($0, try? ProjectFiles.text("pipelines/" + $0)) }
    return Dictionary(uniqueKeysWithValues: texts).compactMapValues { $0 }
  }()

  private static let parsed = Mutex<[String: (text: String, settings: Settings)]>([:])

  /// The settings of a file's text, which a test may have changed.
  static func settings(_ text: String, file: String) throws -> Settings {
    if let known = parsed.withLock({ $0[file] }), known.text == text { return known.settings }
    let settings = try YAMLFile.settings(text, file: file)
    if texts[file] == text { parsed.withLock { $0[file] = (text, settings) } }
    return settings
  }
}
