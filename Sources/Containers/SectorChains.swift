/// Which sector follows which (MS-CFB 2.3), and so where the bytes of a stream stand.
struct SectorChains: Sendable {
  /// Stands for the end of a chain; other marks lie, like it, above all sectors that a file can have.
  private static let endMark = 0xFFFF_FFFE

  /// For each sector the next one of its chain.
  private let next: [UInt32]
  private let sectorSize: Int
  /// Where the first sector starts, and where the last one ends at the latest.
  private let start: Int
  private let end: Int

  /// Reads the table of a file's sectors, as far as the file has sectors.
  init(_ source: ByteSource, _ header: CompoundHeader) throws {
    sectorSize = header.sectorSize
    start = header.sectorSize
    end = source.count
    // The last sector may be cut after its last byte that counts.
    let count = (source.count - 1) / header.sectorSize
    let inSector = header.sectorSize / 4
    var places = TablePlaces(header, most: (count + inSector - 1) / inSector)
    var next: [UInt32] = []
    next.reserveCapacity(places.most * inSector)
    while let place = try places.next(source) {
      guard Int(place) < count else {
        throw ContainerError.truncated("The table of sectors stands behind the end of the file.")
      }
      next.append(numbersIn: try source.read(Self.range(of: place, header.sectorSize)))
    }
    self.next = next
  }

  /// Reads the table of the short sectors, which stand in a stream of their own.
  init(shortSectors table: CompoundStream, of count: Int) throws {
    sectorSize = 64
    start = 0
    end = count
    var next: [UInt32] = []
    next.append(numbersIn: try table.read(0..<min(table.count, (count + 63) / 64 * 4)))
    self.next = next
  }

  /// The bytes of the sector with this number, which starts behind the header.
  static func range(of sector: UInt32, _ size: Int) -> Range<Int> {
    (Int(sector) + 1) * size..<(Int(sector) + 2) * size
  }

  /// Where the bytes of a stream of a known size stand.
  func ranges(from first: UInt32, size: Int, of what: String) throws -> [Range<Int>] {
    guard size <= end else {
      throw ContainerError.truncated(
        "The \(what) says it has \(size) bytes, more than are there.")
    }
    var ranges = try ranges(from: first, upTo: size, of: what)
    var left = size
    for index in ranges.indices {
      let count = min(left, ranges[index].count)
      ranges[index] = ranges[index].lowerBound..<ranges[index].lowerBound + count
      left -= count
    }
    guard left == 0 else {
      throw ContainerError.truncated("The \(what) lacks \(left) of its \(size) bytes.")
    }
    return ranges
  }

  /// Where the bytes of a chain stand, neighbours joined; a chain may be longer than it is followed.
  func ranges(from first: UInt32, upTo most: Int, of what: String) throws -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var seen = Array(repeating: false, count: next.count)
    var (sector, count) = (Int(first), 0)
    while sector != Self.endMark, count < most {
      guard sector < next.count else {
        throw ContainerError.damaged("The chain of the \(what) leads to no sector.")
      }
      guard !seen[sector] else {
        throw ContainerError.damaged("The chain of the \(what) comes back to itself.")
      }
      seen[sector] = true
      let place = start + sector * sectorSize
      guard place < end else {
        throw ContainerError.truncated("The \(what) goes on behind the end of the file.")
      }
      let range = place..<min(end, place + sectorSize)
      if let last = ranges.last, last.upperBound == place {
        ranges[ranges.count - 1] = last.lowerBound..<range.upperBound
      } else {
        ranges.append(range)
      }
      count += sectorSize
      sector = Int(next[sector])
    }
    return ranges
  }
}
