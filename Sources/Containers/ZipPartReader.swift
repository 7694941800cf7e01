/// Reads one part of a zip file piece by piece; at its end size and checksum are compared.
package struct ZipPartReader: ~Copyable {
  private let source: ByteSource
  private let entry: ZipEntry
  /// The bytes of the file that are still to be read.
  private var rest: Range<Int>
  /// Bytes of the file that are read and not yet taken, from `taken` on.
  private var input: [UInt8] = []
  private var taken = 0
  private var inflater: Inflater?
  private var made = 0
  private var checksum = Checksum()
  private var isFinished = false

  init(_ source: ByteSource, _ entry: ZipEntry) throws {
    self.source = source
    self.entry = entry
    rest = try Self.body(of: entry, in: source)
    inflater = entry.method == 0 ? nil : Inflater()
  }

  /// Fills a range of a buffer; gives how many bytes.
  ///
  /// Fewer than there is room for means that the part has ended and that its size and checksum are
  /// right.
  package mutating func fill(_ buffer: inout [UInt8], in range: Range<Int>) throws -> Int {
    var end = range.lowerBound
    while end < range.upperBound, !isFinished {
      try readOn()
      // One call of zlib can take less than 4 GB.
      let room = end..<min(range.upperBound, end + 1 << 30)
      let step = try expand(into: &buffer, room)
      checksum.add(buffer.span.extracting(end..<end + step))
      end += step
      made += step
      guard made <= entry.size else { throw wrongSize }
      if isFinished { try verify() }
    }
    return end - range.lowerBound
  }

  private mutating func readOn() throws {
    guard taken == input.count, !rest.isEmpty else { return }
    input.removeAll(keepingCapacity: true)
    taken = 0
    let piece = rest.lowerBound..<min(rest.upperBound, rest.lowerBound + 64 << 10)
    try source.read(piece, appendingTo: &input)
    rest = piece.upperBound..<rest.upperBound
  }

  private mutating func expand(into buffer: inout [UInt8], _ room: Range<Int>) throws -> Int {
    guard inflater != nil else { return try copy(into: &buffer, room) }
    do {
      guard let step = try inflater?.run(input, from: taken, into: &buffer, room) else { return 0 }
      taken += step.taken
      isFinished = inflater?.isFinished == true
      if !isFinished, step.taken == 0, step.made == 0 {
        throw ContainerError.damaged("The data of the part \(entry.path) end too early.")
      }
      return step.made
    } catch let error as DeflateError {
      throw ContainerError.damaged("The part \(entry.path) cannot be expanded (\(error.reason)).")
    }
  }

  private mutating func copy(into buffer: inout [UInt8], _ room: Range<Int>) throws -> Int {
    let count = min(room.count, input.count - taken)
    for index in 0..<count { buffer[room.lowerBound + index] = input[taken + index] }
    taken += count
    isFinished = count == 0
    return count
  }

  private func verify() throws {
    guard made == entry.size, taken == input.count, rest.isEmpty else { throw wrongSize }
    guard checksum.value == entry.checksum else {
      throw ContainerError.damaged("The part \(entry.path) does not match its checksum.")
    }
  }

  private var wrongSize: ContainerError {
    .damaged("The part \(entry.path) does not have the \(entry.size) bytes it says.")
  }

  /// Where the part's bytes stand, from the local header, which must name the same part.
  private static func body(of entry: ZipEntry, in source: ByteSource) throws -> Range<Int> {
    // The directory has made sure that header, name and bytes fit before the limit.
    let header = try source.read(entry.offset..<entry.offset + 30 + entry.name.count)
    let start = entry.offset + header.count + header.number16(at: 28)
    guard header.number32(at: 0) == 0x0403_4B50,
      header.number16(at: 26) == entry.name.count, header[30...].elementsEqual(entry.name),
      header.number16(at: 8) == entry.method, start + entry.compressedSize <= entry.limit
    else {
      throw ContainerError.damaged(
        "The part \(entry.path) is told differently in the directory and at its place.")
    }
    return start..<start + entry.compressedSize
  }
}
