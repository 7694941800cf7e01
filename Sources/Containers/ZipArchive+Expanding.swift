extension ZipArchive {
  /// A whole part as a source of its own: in memory when it is small, else in a file without a name.
  package func expand(_ entry: ZipEntry, inMemory most: Int = 64 << 20) throws -> ByteSource {
    guard entry.size > most else { return ByteSource(try read(entry, limit: most)) }
    var reader = try self.reader(of: entry)
    let file = try TemporaryFile()
    var piece = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = try reader.fill(&piece, in: 0..<piece.count)
      try file.write(piece, count: count)
      if count < piece.count { return try ByteSource(file) }
    }
  }
}
