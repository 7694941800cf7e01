/// A stream or a storage of a compound file, as its directory tells of it (MS-CFB 2.6).
struct CompoundEntry: Sendable {
  let name: String
  let firstSector: UInt32
  let size: Int
}

/// The streams of the uppermost level of a compound file.
struct CompoundDirectory {
  let root: CompoundEntry
  private(set) var streams: [CompoundEntry] = []

  private static let entrySize = 128
  private static let nothing = 0xFFFF_FFFF

  private let bytes: [UInt8]
  private let hasLongSizes: Bool

  init(_ bytes: [UInt8], hasLongSizes: Bool) throws {
    self.bytes = bytes
    self.hasLongSizes = hasLongSizes
    guard bytes.count >= Self.entrySize, bytes[66] == 5 else {
      throw ContainerError.damaged("The list of the file's streams does not begin with its root.")
    }
    root = Self.entry(0, bytes, hasLongSizes)
    let children = self.children() ?? Array(0..<bytes.count / Self.entrySize)
    streams = children.sorted().filter { bytes[$0 * Self.entrySize + 66] == 2 }.map {
      Self.entry($0, bytes, hasLongSizes)
    }
  }

  /// The entries that hang below the root; nil when there are none, or when their tree is broken.
  ///
  /// Their order in the tree is not asked, so that a tree that is built wrongly loses nothing.
  private func children() -> [Int]? {
    let count = bytes.count / Self.entrySize
    var seen: Set<Int> = []
    var waiting = [bytes.number32(at: 76)]
    while let entry = waiting.popLast() {
      guard entry != Self.nothing else { continue }
      guard entry < count, entry > 0, seen.insert(entry).inserted else { return nil }
      let place = entry * Self.entrySize
      waiting.append(bytes.number32(at: place + 68))
      waiting.append(bytes.number32(at: place + 72))
    }
    return seen.isEmpty ? nil : Array(seen)
  }

  private static func entry(
    _ number: Int, _ bytes: [UInt8], _ hasLongSizes: Bool
  ) -> CompoundEntry {
    let place = number * entrySize
    // The length counts bytes, with two for the zero at the end; a name has at most 32 units.
    let length = max(0, min(bytes.number16(at: place + 64), 64) / 2 - 1)
    let units = (0..<length).map { UInt16(bytes.number16(at: place + 2 * $0)) }
    return CompoundEntry(
      name: String(decoding: units, as: UTF16.self),
      firstSector: UInt32(bytes.number32(at: place + 116)),
      size: hasLongSizes
        ? bytes.number64(at: place + 120) ?? Int.max : bytes.number32(at: place + 120))
  }
}
