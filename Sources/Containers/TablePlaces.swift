/// The sectors that hold the table of sectors (MS-CFB 2.5): the first stand in the header, the others
/// in a chain of sectors of their own.
struct TablePlaces {
  /// As many as a table for the whole file needs; what is listed beyond them is not asked.
  let most: Int
  private let sectorSize: Int
  private var places: [UInt32]
  private var following: UInt32
  private var given = 0
  private var chained = 0
  private static let free: UInt32 = 0xFFFF_FFFF
  private static let firstMark: UInt32 = 0xFFFF_FFFA

  init(_ header: CompoundHeader, most: Int) {
    self.most = most
    sectorSize = header.sectorSize
    places = header.tablePlaces.reversed()
    following = header.firstMorePlaces
  }

  /// The next sector of the table; nil behind the last.
  mutating func next(_ source: ByteSource) throws -> UInt32? {
    while given < most {
      if let place = places.popLast() {
        guard place != Self.free else { continue }
        given += 1
        return place
      }
      guard following < Self.firstMark else { return nil }
      try readMore(source)
    }
    return nil
  }

  private mutating func readMore(_ source: ByteSource) throws {
    // Each but the last of these sectors is full.
    guard chained <= most / (sectorSize / 4 - 1) else {
      throw ContainerError.damaged("The list of the table's sectors comes back to itself.")
    }
    chained += 1
    let bytes = try source.read(SectorChains.range(of: following, sectorSize))
    guard bytes.count == sectorSize else {
      throw ContainerError.truncated(
        "The list of the table's sectors goes on behind the end of the file.")
    }
    places.append(numbersIn: bytes)
    following = places.removeLast()
    places.reverse()
  }
}
