import Containers
import Foundation
import Testing

@Suite struct FileSinkTests {
  @Test(arguments: [0, 1, 1 << 20, (1 << 20) + 1, 5 << 20])
  func writesWhatItIsGiven(count: Int) throws {
    let path = NSTemporaryDirectory() + "krong-sink-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let sink = try FileSink(path: path)
    for start in stride(from: 0, to: count, by: 300_000) {
      try sink.append(Array(bytes[start..<min(start + 300_000, count)]))
    }
    try sink.finish()
    #expect([UInt8](try Data(contentsOf: URL(fileURLWithPath: path))) == bytes)
  }

  @Test func replacesWhatWasThere() throws {
    let path = NSTemporaryDirectory() + "krong-sink-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    for text in ["a longer text", "short"] {
      let sink = try FileSink(path: path)
      try sink.append(Array(text.utf8))
      try sink.finish()
    }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "short")
  }

  @Test func tellsWhyAFileCannotBeMade() {
    let error = #expect(throws: FileError.self) {
      _ = try FileSink(path: "/proc/no-such-folder/file")
    }
    #expect(error?.description == "/proc/no-such-folder/file: No such file or directory")
  }
}
