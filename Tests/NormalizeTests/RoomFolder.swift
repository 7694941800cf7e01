import Foundation

/// The folders of the room, for tests that compare them with the lists.
enum RoomFolder {
  /// The names of the folder's files, without `.swift`, in order.
  static func files(_ folder: String) throws -> [String] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let path = root.appending(path: "Sources/Normalize/\(folder)").path(percentEncoded: false)
    return try FileManager.default.contentsOfDirectory(atPath: path)
      .filter { $0.hasSuffix(".swift") }.map { String($0.dropLast(6)) }.sorted()
  }
}
