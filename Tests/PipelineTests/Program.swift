import Foundation
import TestKit

/// Runs programs as a person would: the one that was built beside the tests, and the tests' own scripts.
enum Program {
  struct Ended {
    let status: Int32
    let output: String
    let errors: String
  }

  /// The binary that was built beside the tests.
  private static let program = URL(fileURLWithPath: CommandLine.arguments[0])
    .deletingLastPathComponent().appendingPathComponent("krong").path

  static func krong(_ arguments: [String]) throws -> Ended {
    try run(program, arguments)
  }

  /// The same where programs are looked for in one folder only.
  static func krong(_ arguments: [String], path: String) throws -> Ended {
    try run("/usr/bin/env", ["PATH=" + path, program] + arguments)
  }

  /// The same where no file may have more than so many blocks of 512 or 1,024 bytes.
  static func krong(_ arguments: [String], blocks: Int) throws -> Ended {
    try run(
      "/bin/sh",
      ["-c", "ulimit -f \(blocks); trap '' XFSZ; exec \"$0\" \"$@\"", program] + arguments)
  }

  /// A script of the tests in Python, with its standard library only.
  static func python(_ script: String, _ arguments: [String]) throws -> Ended {
    try run(
      "/usr/bin/env", ["python3", "-B", ProjectFiles.path("Tests/recount/" + script)] + arguments)
  }

  private static func run(_ path: String, _ arguments: [String]) throws -> Ended {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: ProjectFiles.root)
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = ["out", "err"].map { folder.appendingPathComponent($0) }
    for file in files { _ = FileManager.default.createFile(atPath: file.path, contents: nil) }
    process.standardOutput = try FileHandle(forWritingTo: files[0])
    process.standardError = try FileHandle(forWritingTo: files[1])
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let texts = try files.map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
    return Ended(status: process.terminationStatus, output: texts[0], errors: texts[1])
  }
}
