import Containers
import Foundation
import Testing

@Suite struct PrivateFileTests {
  private func inFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.path + "/krong-private-\(UUID().uuidString)"
    try Folder.make(folder)
    defer { try? Folder.remove(folder) }
    try body(folder)
  }

  @Test func theFirstToMakeItDecidesWhatItHolds() throws {
    try inFolder { folder in
      let path = folder + "/key"
      #expect(try PrivateFile.contents(of: path, orElse: [1, 2, 3]) == [1, 2, 3])
      #expect(try PrivateFile.contents(of: path, orElse: [4, 5, 6]) == [1, 2, 3])
      #expect(try Folder.entries(folder).map { $0.name } == ["key"])
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
      #expect(mode == 0o600)
    }
  }

  @Test func aFileCutShortIsMadeAnew() throws {
    try inFolder { folder in
      let path = folder + "/key"
      try NewFile.write([1], to: path)
      #expect(try PrivateFile.contents(of: path, orElse: [4, 5, 6]) == [4, 5, 6])
      #expect(try PrivateFile.contents(of: path, orElse: [7, 8, 9]) == [4, 5, 6])
    }
  }
}
