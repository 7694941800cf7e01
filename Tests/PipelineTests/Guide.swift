import Pipeline
import Settings
import TestKit

/// A page of `docs/` whose blocks are files and results, so that what it says can be tried.
struct Guide {
  /// By what stands behind `file=`.
  private(set) var files: [String: String] = [:]
  private var shown: [String: String] = [:]

  init(_ path: String) throws {
    var open: (mark: String, lines: [String])?
    for line in try ProjectFiles.text(path).split(separator: "\n", omittingEmptySubsequences: false)
    {
      guard line.hasPrefix("```") else {
        open?.lines.append(String(line))
        continue
      }
      if let block = open {
        keep(block.lines.joined(separator: "\n") + "\n", markedBy: block.mark)
        open = nil
      } else {
        open = (String(line.split(separator: " ").dropFirst().last ?? ""), [])
      }
    }
  }

  private mutating func keep(_ text: String, markedBy mark: String) {
    let parts = mark.split(separator: "=", maxSplits: 1).map { String($0) }
    if parts.first == "file" { files[parts[1]] = text }
    if parts.first == "result" { shown[parts[1]] = text }
  }

  /// The lines that the page shows of a result.
  func results(_ file: String) -> [Substring] { shown[file]?.split(separator: "\n") ?? [] }

  /// The files of `pipelines/` that the page writes, over those of the project.
  var shelf: Shelf {
    let files = self.files
    return .files {
      files["pipelines/" + $0]
    } list: {
      files.keys.filter { $0.hasPrefix("pipelines/") }
        .map { String($0.dropFirst("pipelines/".count)) }
    }
  }
}
