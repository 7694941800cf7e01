/// The table of contents at the end of a zip file (APPNOTE.TXT 4.3.12–4.3.16).
struct ZipDirectory {
  private(set) var entries: [ZipEntry] = []
  private let source: ByteSource
  private let limits: ZipArchive.Limits
  /// How many bytes stand before the zip file proper, such as blank lines of a server's page.
  private var shift = 0

  init(_ source: ByteSource, limits: ZipArchive.Limits) throws {
    self.source = source
    self.limits = limits
    var end = try findEnd()
    try readEnd64(&end)
    try locate(&end)
    try readEntries(end)
    try refuseOverlaps(before: end.start + shift)
    try refuseTwins()
  }
}

/// What the records at the end tell.
private struct End {
  /// Where the record itself stands, and so where the directory must have ended.
  var place: Int
  let disk: Int
  var count: Int
  var size: Int
  /// Where the directory starts, counted from the start of the zip file proper.
  var start: Int
}

extension ZipDirectory {
  private static let signature = 0x0403_4B50
  private static let entrySignature = 0x0201_4B50
  private static let endSignature = 0x0605_4B50
  private static let end64Signature = 0x0606_4B50
  private static let locatorSignature = 0x0706_4B50
  /// A server's page may leave blank lines or a byte order mark before the file.
  private static let largestShift = 4096

  /// Finds the last end record; bytes after it are allowed.
  private func findEnd() throws -> End {
    let length = min(source.count, 22 + 0xFFFF)
    let start = source.count - length
    let tail = try source.read(start..<source.count)
    for place in stride(from: length - 22, through: 0, by: -1)
    where tail[place] == 0x50 && tail.number32(at: place) == Self.endSignature {
      guard place + 22 + tail.number16(at: place + 20) <= length else { continue }
      return End(
        place: start + place, disk: tail.number16(at: place + 4),
        count: tail.number16(at: place + 10), size: tail.number32(at: place + 12),
        start: tail.number32(at: place + 16))
    }
    guard try [0x50, 0x4B].starts(with: source.read(0..<2)) else {
      throw ContainerError(.unsupported, "The file is not a zip file, as .xlsx files are.")
    }
    throw ContainerError.truncated("The file stops after \(source.count) bytes without its end.")
  }

  /// Takes the numbers that do not fit into 16 or 32 bits from the records of zip64.
  private func readEnd64(_ end: inout End) throws {
    let place = end.place - 20
    guard place >= 0 else { return }
    let locator = try source.read(place..<end.place)
    guard locator.number32(at: 0) == Self.locatorSignature else { return }
    for candidate in [place - 56, locator.number64(at: 8) ?? -1] where candidate >= 0 {
      guard candidate <= place - 56 else { continue }
      let record = try source.read(candidate..<candidate + 56)
      guard record.number32(at: 0) == Self.end64Signature else { continue }
      guard let count = record.number64(at: 32), let size = record.number64(at: 40),
        let start = record.number64(at: 48)
      else { break }
      end.place = candidate
      (end.count, end.size, end.start) = (count, size, start)
      return
    }
    throw ContainerError.damaged("The zip64 record of the file does not make sense.")
  }

  /// Finds where the directory really starts, when there are bytes before the zip file.
  private mutating func locate(_ end: inout End) throws {
    guard end.disk == 0 || end.disk == 0xFFFF else {
      throw ContainerError(
        .unsupported, "The file is one of several volumes of a zip file; join them first.")
    }
    guard end.size <= end.place, end.start <= end.place - end.size else {
      throw ContainerError.damaged("The directory of the zip file lies outside of the file.")
    }
    shift = end.place - end.size - end.start
    let head = try source.read(0..<4)
    let startsAsZip = head.number32(at: 0) == Self.signature
    guard shift == 0 || (!startsAsZip && shift <= Self.largestShift) else {
      throw ContainerError.damaged("The directory of the zip file is not where it should be.")
    }
  }

  private mutating func readEntries(_ end: End) throws {
    guard end.count <= limits.entries, end.size <= limits.directory else {
      throw ContainerError(
        .tooLarge, "The zip file has \(end.count) parts; at most \(limits.entries) are read.")
    }
    // An entry takes 46 bytes at least, so the count cannot ask for more memory than the bytes.
    guard end.count <= end.size / 46 else { throw Self.nonsense }
    let start = end.start + shift
    let bytes = try source.read(start..<start + end.size)
    entries.reserveCapacity(end.count)
    var (place, total) = (0, 0)
    for _ in 0..<end.count {
      let entry = try readEntry(bytes, &place)
      // Neither number passes 2^63 / 2: the total is checked after each.
      guard entry.size <= limits.total, total + entry.size <= limits.total else {
        throw ContainerError(
          .tooLarge, "The zip file says it expands to more than \(limits.total >> 30) GB.")
      }
      total += entry.size
      entries.append(entry)
    }
    guard place == bytes.count else { throw Self.nonsense }
  }

  private func readEntry(_ bytes: [UInt8], _ place: inout Int) throws -> ZipEntry {
    guard place + 46 <= bytes.count, bytes.number32(at: place) == Self.entrySignature else {
      throw Self.nonsense
    }
    let nameEnd = place + 46 + bytes.number16(at: place + 28)
    let extraEnd = nameEnd + bytes.number16(at: place + 30)
    let end = extraEnd + bytes.number16(at: place + 32)
    guard end <= bytes.count else { throw Self.nonsense }
    var size = bytes.number32(at: place + 24)
    var compressed = bytes.number32(at: place + 20)
    var offset = bytes.number32(at: place + 42)
    try readExtra(bytes, nameEnd..<extraEnd, &size, &compressed, &offset)
    guard compressed <= source.count, offset <= source.count else { throw Self.nonsense }
    defer { place = end }
    return ZipEntry(
      name: Array(bytes[place + 46..<nameEnd]), size: size, compressedSize: compressed,
      method: bytes.number16(at: place + 10), flags: bytes.number16(at: place + 8),
      checksum: UInt32(bytes.number32(at: place + 16)), offset: offset + shift)
  }

  /// Takes the numbers that were written as all ones from the extra field of zip64 (4.5.3).
  private func readExtra(
    _ bytes: [UInt8], _ extra: Range<Int>, _ size: inout Int, _ compressed: inout Int,
    _ offset: inout Int
  ) throws {
    var place = extra.lowerBound
    while place + 4 <= extra.upperBound {
      let end = place + 4 + bytes.number16(at: place + 2)
      guard end <= extra.upperBound else { throw Self.nonsense }
      if bytes.number16(at: place) == 1 {
        var next = place + 4
        func take(_ number: inout Int) throws {
          guard number == 0xFFFF_FFFF else { return }
          guard next + 8 <= end, let wide = bytes.number64(at: next) else { throw Self.nonsense }
          number = wide
          next += 8
        }
        try take(&size)
        try take(&compressed)
        try take(&offset)
      }
      place = end
    }
  }

  /// Gives each part the room up to the next one, and refuses two parts in one place.
  private mutating func refuseOverlaps(before directory: Int) throws {
    var limit = directory
    for index in entries.indices.sorted(by: { entries[$0].offset > entries[$1].offset }) {
      let entry = entries[index]
      // Each of the four is smaller than the file, so the sum cannot overflow.
      guard entry.offset + 30 + entry.name.count + entry.compressedSize <= limit else {
        throw ContainerError.damaged("Parts of the zip file lie over each other.")
      }
      entries[index].limit = limit
      limit = entry.offset
    }
  }

  private func refuseTwins() throws {
    guard Set(entries.map { $0.name }).count == entries.count else {
      throw ContainerError.damaged("The zip file holds two parts of one name.")
    }
  }

  private static var nonsense: ContainerError {
    .damaged("The directory of the zip file does not make sense.")
  }
}
