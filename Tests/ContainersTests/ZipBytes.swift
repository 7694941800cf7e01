import Containers

/// Makes small zip files and breaks them at known places.
enum ZipBytes {
  static let text = Array(String(repeating: "โรงเรียนตัวอย่าง 1234\n", count: 40).utf8)

  /// Three parts: deflated, stored, empty.
  static func sample() -> [UInt8] {
    var zip = ZipWriter()
    zip.add(path: "a/ข้อความ.txt", bytes: text)
    zip.add(path: "b", bytes: [7, 1, 200, 3])
    zip.add(path: "empty", bytes: [])
    return zip.finish()
  }

  /// Where a record with this signature starts for the n-th time.
  static func place(of signature: [UInt8], _ number: Int = 0, in bytes: [UInt8]) -> Int {
    var left = number
    for place in 0..<bytes.count - 3 where Array(bytes[place..<place + 4]) == signature {
      if left == 0 { return place }
      left -= 1
    }
    return -1
  }

  static let local: [UInt8] = [0x50, 0x4B, 3, 4]
  static let entry: [UInt8] = [0x50, 0x4B, 1, 2]
  static let end: [UInt8] = [0x50, 0x4B, 5, 6]

  static func archive(_ bytes: [UInt8]) throws -> ZipArchive { try ZipArchive(ByteSource(bytes)) }

  /// Reads every part whole.
  static func readAll(_ bytes: [UInt8]) throws -> [[UInt8]] {
    let archive = try archive(bytes)
    return try archive.entries.map { try archive.read($0) }
  }
}
