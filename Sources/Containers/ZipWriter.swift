/// Writes a zip file in memory; the same parts in the same order give the same bytes.
///
/// No clock: every part is dated 1980-01-01, the first day that zip can say. Names are UTF-8. A part
/// is deflated, unless it was given whole and does not get smaller by it. Records of zip64 are
/// written only where a number needs them (APPNOTE.TXT 4.3–4.5).
package struct ZipWriter: ~Copyable {
  private var archive: [UInt8] = []
  private var parts: [Part] = []
  private var open: OpenPart?
  /// One for all parts, for making it costs more than a small part.
  private var deflater = Deflater()
  private let alwaysZip64: Bool

  package init() { self.init(alwaysZip64: false) }

  /// Makes a writer that can be told to write every number as zip64, for the tests of readers.
  package init(alwaysZip64: Bool) { self.alwaysZip64 = alwaysZip64 }

  /// Adds a whole part.
  package mutating func add(path: String, bytes: [UInt8]) {
    begin(path: path)
    write(bytes)
    end(orStore: bytes)
  }

  /// Begins a part that is written in pieces; one at a time.
  package mutating func begin(path: String) {
    precondition(open == nil, "a part is begun before the last one was ended")
    precondition(path.utf8.count <= 0xFFFF, "a part's path is longer than zip can hold")
    open = OpenPart(path: Array(path.utf8))
  }

  /// Writes a further piece of the part that was begun.
  package mutating func write(_ bytes: [UInt8]) {
    let isOpen: Void? = open?.write(bytes.span, through: &deflater)
    precondition(isOpen != nil, "bytes are written before a part was begun")
  }

  /// Ends the part that was begun.
  package mutating func end() { end(orStore: nil) }

  /// Writes the directory and hands over the file.
  package consuming func finish() -> [UInt8] {
    precondition(open == nil, "the file is finished before its last part was ended")
    let start = archive.count
    for part in parts { appendDirectoryEntry(part) }
    appendEndRecords(directory: start..<archive.count)
    return archive
  }

  private mutating func end(orStore whole: [UInt8]?) {
    guard var part = open.take() else {
      preconditionFailure("a part is ended that was not begun")
    }
    deflater.finish(to: &part.compressed)
    deflater.restart()
    let isStored = whole.map { $0.count <= part.compressed.count } ?? false
    let body = isStored ? whole ?? [] : part.compressed
    parts.append(
      Part(
        path: part.path, isStored: isStored, checksum: Int(part.checksum.value),
        compressed: body.count, size: part.size, offset: archive.count))
    appendLocalHeader(parts[parts.count - 1])
    archive.append(contentsOf: body)
  }
}

/// What the directory tells of a part.
private struct Part {
  let path: [UInt8]
  let isStored: Bool
  let checksum: Int
  let compressed: Int
  let size: Int
  let offset: Int
}

/// A part whose bytes are still coming.
private struct OpenPart {
  let path: [UInt8]
  var compressed: [UInt8] = []
  var size = 0
  var checksum = Checksum()

  init(path: [UInt8]) { self.path = path }

  mutating func write(_ bytes: Span<UInt8>, through deflater: inout Deflater) {
    size += bytes.count
    checksum.add(bytes)
    deflater.write(bytes, to: &compressed)
  }
}

extension ZipWriter {
  private static let limit16 = 0xFFFF
  private static let limit32 = 0xFFFF_FFFF

  private func needs64(_ numbers: Int...) -> Bool {
    alwaysZip64 || numbers.contains { $0 >= Self.limit32 }
  }

  private mutating func appendLocalHeader(_ part: Part) {
    let is64 = needs64(part.size, part.compressed)
    archive.append32(0x0403_4B50)
    appendCommon(part, is64: is64)
    archive.append16(part.path.count)
    archive.append16(is64 ? 20 : 0)
    archive.append(contentsOf: part.path)
    guard is64 else { return }
    archive.append16(1)
    archive.append16(16)
    archive.append64(part.size)
    archive.append64(part.compressed)
  }

  private mutating func appendDirectoryEntry(_ part: Part) {
    let is64 = needs64(part.size, part.compressed, part.offset)
    archive.append32(0x0201_4B50)
    archive.append16(is64 ? 45 : 20)
    appendCommon(part, is64: is64)
    archive.append16(part.path.count)
    archive.append16(is64 ? 28 : 0)
    // Comment, disk, inner and outer attributes: none.
    archive.append(contentsOf: repeatElement(0, count: 10))
    archive.append32(is64 ? Self.limit32 : part.offset)
    archive.append(contentsOf: part.path)
    guard is64 else { return }
    archive.append16(1)
    archive.append16(24)
    archive.append64(part.size)
    archive.append64(part.compressed)
    archive.append64(part.offset)
  }

  /// Appends what the header of a part and its entry in the directory have in common.
  private mutating func appendCommon(_ part: Part, is64: Bool) {
    archive.append16(is64 ? 45 : 20)
    archive.append16(0x0800)
    archive.append16(part.isStored ? 0 : 8)
    archive.append16(0)
    archive.append16(0x0021)
    archive.append32(part.checksum)
    archive.append32(is64 ? Self.limit32 : part.compressed)
    archive.append32(is64 ? Self.limit32 : part.size)
  }

  private mutating func appendEndRecords(directory: Range<Int>) {
    let is64 = needs64(directory.count, directory.lowerBound) || parts.count >= Self.limit16
    if is64 { appendEndRecords64(directory: directory) }
    archive.append32(0x0605_4B50)
    archive.append32(0)
    archive.append16(is64 ? Self.limit16 : parts.count)
    archive.append16(is64 ? Self.limit16 : parts.count)
    archive.append32(is64 ? Self.limit32 : directory.count)
    archive.append32(is64 ? Self.limit32 : directory.lowerBound)
    archive.append16(0)
  }

  private mutating func appendEndRecords64(directory: Range<Int>) {
    let start = archive.count
    archive.append32(0x0606_4B50)
    archive.append64(44)
    archive.append16(45)
    archive.append16(45)
    archive.append64(0)
    archive.append64(parts.count)
    archive.append64(parts.count)
    archive.append64(directory.count)
    archive.append64(directory.lowerBound)
    archive.append32(0x0706_4B50)
    archive.append32(0)
    archive.append64(start)
    archive.append32(1)
  }
}
