import Containers
import Foundation
import TestKit
import Testing

/// Each folder of `fixtures/` with an `expected/` gives exactly that; `RECORD=1` writes it anew.
@Suite struct GoldenTests {
  private static var cases: [String] {
    get throws {
      let files = try ProjectFiles.files(below: "fixtures")
      return Set(files.compactMap { $0.split(separator: "/").first.map { String($0) } })
        .filter { name in files.contains { $0.hasPrefix(name + "/input/") } }.sorted()
    }
  }

  @Test(arguments: try cases)
  func aCaseGivesWhatItGaveWhenItWasRead(name: String) async throws {
    let run = try await CaseRun(name)
    let texts = try texts(of: run.pages)
    let folder = "fixtures/\(name)/expected/"
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try record(texts, in: ProjectFiles.path(folder))
    }
    #expect(try ProjectFiles.files(below: folder) == texts.keys.sorted())
    for (path, text) in texts.sorted(by: { $0.key < $1.key }) {
      let expected = (try? ProjectFiles.text(folder + path)) ?? ""
      #expect(text == expected, "\(difference(expected, text, in: path))")
    }
  }

  /// The files of a run as text; of a workbook its parts, without the styles' long lines cut.
  private func texts(of pages: [String: [UInt8]]) throws -> [String: String] {
    var texts: [String: String] = [:]
    // One school stands for all.
    let school = pages.keys.filter { $0.hasPrefix("schools/") }.min()?.split(separator: ".").first
    for (path, bytes) in pages where !path.hasPrefix("schools/") || path.hasPrefix(school ?? "") {
      guard path.hasSuffix(".xlsx") else {
        texts[path] = String(decoding: bytes, as: UTF8.self)
        continue
      }
      let archive = try ZipArchive(ByteSource(bytes))
      texts[path + ".txt"] = try archive.entries.map { entry in
        let part = String(decoding: try archive.read(entry), as: UTF8.self)
        return "== \(entry.path)\n" + part.replacing("<row ", with: "\n<row ") + "\n"
      }.joined()
    }
    return texts
  }

  private func record(_ texts: [String: String], in folder: String) throws {
    try? FileManager.default.removeItem(atPath: folder)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for (path, text) in texts {
      try FileManager.default.createDirectory(
        at: URL(fileURLWithPath: folder + path).deletingLastPathComponent(),
        withIntermediateDirectories: true)
      try Data(text.utf8).write(to: URL(fileURLWithPath: folder + path))
    }
  }

  /// The first lines that differ, for a person to read.
  private func difference(_ expected: String, _ found: String, in path: String) -> String {
    let pairs = zip(
      expected.split(separator: "\n", omittingEmptySubsequences: false),
      found.split(separator: "\n", omittingEmptySubsequences: false))
    let lines = pairs.enumerated().filter { $0.1.0 != $0.1.1 }.prefix(5).map {
      "line \($0.0 + 1)\n- \($0.1.0.prefix(200))\n+ \($0.1.1.prefix(200))"
    }
    return "\(path)\n" + lines.joined(separator: "\n")
  }
}
