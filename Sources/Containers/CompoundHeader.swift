/// The first sector of a compound file (MS-CFB 2.2).
struct CompoundHeader: Sendable {
  static let signature: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
  static let size = 512
  /// The places of the table's sectors that the header has room for.
  private static let placesInHeader = 109

  let sectorSize: Int
  let firstDirectorySector: UInt32
  let firstShortSector: UInt32
  /// Streams of fewer bytes stand among the short ones.
  let shortCutoff: Int
  /// The first places of the table of sectors, and where the list of them goes on.
  let tablePlaces: [UInt32]
  let firstMorePlaces: UInt32
  /// Version 4 counts the bytes of a stream in 64 bits; version 3 leaves the upper half undefined.
  let hasLongSizes: Bool

  init(_ source: ByteSource) throws {
    let bytes = try source.read(0..<Self.size)
    guard bytes.starts(with: Self.signature) else {
      throw ContainerError(.unsupported, "The file is no compound file (OLE2).")
    }
    guard bytes.count == Self.size else {
      throw ContainerError.truncated("The file ends within its header of 512 bytes.")
    }
    let (version, shift) = (bytes.number16(at: 26), bytes.number16(at: 30))
    // Some programs write version 3 with large sectors; the sectors' size decides.
    guard bytes.number16(at: 28) == 0xFFFE, version == 3 || version == 4, shift == 9 || shift == 12
    else {
      throw ContainerError.damaged(
        "The header of the compound file tells version \(version) and sectors of 2^\(shift) bytes.")
    }
    guard bytes.number16(at: 32) == 6 else {
      throw ContainerError.damaged(
        "The header of the compound file tells short sectors of 2^\(bytes.number16(at: 32)) bytes.")
    }
    sectorSize = 1 << shift
    hasLongSizes = version == 4
    firstDirectorySector = UInt32(bytes.number32(at: 48))
    shortCutoff = bytes.number32(at: 56)
    firstShortSector = UInt32(bytes.number32(at: 60))
    firstMorePlaces = UInt32(bytes.number32(at: 68))
    tablePlaces = (0..<Self.placesInHeader).map { UInt32(bytes.number32(at: 76 + 4 * $0)) }
  }
}
