/// Writes small compound files (MS-CFB) by hand, for tests to read and to break.
package struct CompoundBytes: Sendable {
  /// An entry of the directory; those of `storage` hang below a storage beside the streams.
  package struct Stream: Sendable {
    package var name: String
    package var bytes: [UInt8]

    package init(_ name: String, _ bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  package var streams: [Stream]
  package var storage: [Stream] = []
  package var sectorShift = 9
  /// Streams of fewer bytes stand in short sectors.
  package var cutoff = 4096
  /// Writes the sectors of each stream from the last to the first.
  package var isReversed = false
  /// Lists the table's sectors only in a chain of their own, as large files must in part.
  package var listsTableInChain = false

  package init(_ streams: [Stream]) { self.streams = streams }

  /// A file with one stream.
  package init(_ name: String, _ bytes: [UInt8]) { self.init([Stream(name, bytes)]) }

  private static let free: UInt32 = 0xFFFF_FFFF
  private static let end: UInt32 = 0xFFFF_FFFE

  package var bytes: [UInt8] {
    var file = Sectors(size: 1 << sectorShift)
    var (short, shortTable): ([UInt8], [UInt32]) = ([], [])
    var places: [UInt32] = []
    for stream in streams + storage {
      if stream.bytes.isEmpty {
        places.append(Self.end)
      } else if stream.bytes.count < cutoff {
        places.append(UInt32(shortTable.count))
        let count = (stream.bytes.count + 63) / 64
        for index in 1...count {
          shortTable.append(index == count ? Self.end : UInt32(shortTable.count + 1))
        }
        short += stream.bytes + Array(repeating: 0, count: count * 64 - stream.bytes.count)
      } else {
        places.append(file.add(stream.bytes, isReversed: isReversed))
      }
    }
    let shortPlace = file.add(short, isReversed: isReversed)
    let shortTablePlace = file.add(shortTable.flatMap { Self.number($0) }, isReversed: false)
    let directory = directory(places, shortPlace, short.count)
    let directoryPlace = file.add(directory, isReversed: false)
    return file.finish(
      inHeader: listsTableInChain ? 0 : 109,
      header: (cutoff, directoryPlace, shortTablePlace, sectorShift))
  }

  private func directory(_ places: [UInt32], _ short: UInt32, _ shortSize: Int) -> [UInt8] {
    let hasStorage = !storage.isEmpty
    // Root, streams as a list to the right, the storage last, and what hangs below it.
    let storageEntry = streams.count + 1
    var bytes = Self.entry("Root Entry", 5, child: 1, right: nil, short, shortSize)
    for (index, stream) in streams.enumerated() {
      let next = index + 1 < streams.count ? index + 2 : hasStorage ? storageEntry : nil
      bytes += Self.entry(
        stream.name, 2, child: nil, right: next, places[index], stream.bytes.count)
    }
    guard hasStorage else { return bytes }
    bytes += Self.entry("ObjectPool", 1, child: storageEntry + 1, right: nil, 0, 0)
    for (index, stream) in storage.enumerated() {
      let next = index + 1 < storage.count ? storageEntry + index + 2 : nil
      bytes += Self.entry(
        stream.name, 2, child: nil, right: next, places[streams.count + index],
        stream.bytes.count)
    }
    return bytes
  }

  private static func entry(
    _ name: String, _ kind: UInt8, child: Int?, right: Int?, _ place: UInt32, _ size: Int
  ) -> [UInt8] {
    var bytes = name.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let length = bytes.count + 2
    bytes += Array(repeating: 0, count: 64 - bytes.count)
    bytes += [UInt8(length), 0, kind, 1]
    bytes += number(free) + number(right.map { UInt32($0) } ?? free)
    bytes += number(child.map { UInt32($0) } ?? free)
    bytes += Array(repeating: 0, count: 36)
    return bytes + number(place) + number(UInt32(size)) + [0, 0, 0, 0]
  }

  fileprivate static func number(_ value: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  /// The sectors behind the header, and which follows which.
  private struct Sectors {
    let size: Int
    var bytes: [UInt8] = []
    var next: [UInt32] = []

    init(size: Int) { self.size = size }

    /// Adds a chain; gives its first sector.
    mutating func add(_ stream: [UInt8], isReversed: Bool) -> UInt32 {
      guard !stream.isEmpty else { return CompoundBytes.end }
      let count = (stream.count + size - 1) / size
      let start = next.count
      let padded = stream + Array(repeating: 0, count: count * size - stream.count)
      for index in 0..<count {
        let piece = isReversed ? count - 1 - index : index
        bytes += padded[piece * size..<(piece + 1) * size]
        let follower = start + index + (isReversed ? -1 : 1)
        next.append(piece == count - 1 ? CompoundBytes.end : UInt32(follower))
      }
      return UInt32(isReversed ? start + count - 1 : start)
    }

    /// The table of sectors behind all others, and the header before them.
    func finish(
      inHeader: Int, header: (cutoff: Int, directory: UInt32, short: UInt32, shift: Int)
    ) -> [UInt8] {
      let inSector = size / 4
      var (tables, lists) = (1, 0)
      while true {
        lists = max(0, tables - inHeader + inSector - 2) / (inSector - 1)
        if tables * inSector >= next.count + tables + lists { break }
        tables += 1
      }
      let first = UInt32(next.count)
      let places = (0..<UInt32(tables)).map { first + $0 }
      let firstList = first + UInt32(tables)
      var table = next + places.map { _ in 0xFFFF_FFFD }
      table += Array(repeating: 0xFFFF_FFFC, count: lists)
      table += Array(repeating: CompoundBytes.free, count: tables * inSector - table.count)
      var behind = table.flatMap { CompoundBytes.number($0) }
      for list in 0..<lists {
        let start = inHeader + list * (inSector - 1)
        var held = Array(places[start..<min(places.count, start + inSector - 1)])
        held += Array(repeating: CompoundBytes.free, count: inSector - 1 - held.count)
        held.append(list + 1 < lists ? firstList + UInt32(list) + 1 : CompoundBytes.end)
        behind += held.flatMap { CompoundBytes.number($0) }
      }
      var head: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
      head += Array(repeating: 0, count: 16)
      head += [0x3E, 0, header.shift == 9 ? 3 : 4, 0, 0xFE, 0xFF, UInt8(header.shift), 0, 6, 0]
      head += Array(repeating: 0, count: 10) + CompoundBytes.number(UInt32(tables))
      head += CompoundBytes.number(header.directory) + [0, 0, 0, 0]
      head += CompoundBytes.number(UInt32(header.cutoff)) + CompoundBytes.number(header.short)
      head += CompoundBytes.number(header.short == CompoundBytes.end ? 0 : 1)
      head += CompoundBytes.number(lists > 0 ? firstList : CompoundBytes.end)
      head += CompoundBytes.number(UInt32(lists))
      for index in 0..<109 {
        let isHere = index < min(places.count, inHeader)
        head += CompoundBytes.number(isHere ? places[index] : CompoundBytes.free)
      }
      return head + Array(repeating: 0, count: size - head.count) + bytes + behind
    }
  }
}
