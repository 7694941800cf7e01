internal import Foundation

/// The files of the checkout, found from where this file was compiled.
package enum ProjectFiles {
  package static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  package static func path(_ relative: String) -> String { root + "/" + relative }

  /// The names without ending of the Swift files of a folder of the sources.
  package static func swiftFiles(_ folder: String) throws -> Set<String> {
    let names = try FileManager.default.contentsOfDirectory(atPath: path(folder))
    return Set(names.filter { $0.hasSuffix(".swift") }.map { String($0.dropLast(6)) })
  }

  /// The paths of all files below a folder, hidden ones left out, in order.
  package static func files(below folder: String) throws -> [String] {
    try walk(path(folder)).sorted()
  }

  private static func walk(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { !$0.hasPrefix(".") }
      .flatMap { name -> [String] in
        let attributes = try FileManager.default.attributesOfItem(atPath: folder + "/" + name)
        guard attributes[.type] as? FileAttributeType == .typeDirectory else { return [name] }
        return try walk(folder + "/" + name).map { name + "/" + $0 }
      }
  }

  package static func bytes(_ relative: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: path(relative))))
  }

  package static func text(_ relative: String) throws -> String {
    String(decoding: try bytes(relative), as: UTF8.self)
  }
}
