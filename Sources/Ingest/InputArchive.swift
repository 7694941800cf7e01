internal import Containers

/// A zip file of exports: each file in it becomes an input of its own.
///
/// Nothing is written to a path that the archive names. A member is expanded when it is opened, so that
/// the memory follows the largest and not the sum. What cannot be expanded refuses itself when it is
/// opened, and the others are still read.
package struct InputArchive {
  private let file: InputFile
  private let archive: ZipArchive

  private static let mostMembers = 100_000

  /// The inputs that a file stands for: its members when it is an archive, else the file itself.
  ///
  /// Workbooks are zip files too. A zip file whose directory is damaged is left for the reader to refuse.
  package static func files(of file: InputFile) throws -> [InputFile] {
    guard file.size == nil else { return [file] }
    let source = try file.open()
    guard ContainerKind(head: try source.read(0..<8)) == .zip else { return [file] }
    guard let archive = try? ZipArchive(source), isArchive(archive) else { return [file] }
    guard archive.entries.count <= mostMembers else {
      let error = ContainerError(
        .tooLarge,
        "The archive holds \(archive.entries.count) files; at most \(mostMembers) are read.")
      return [InputFile(path: file.path, dataset: file.dataset, size: source.count) { throw error }]
    }
    return InputArchive(file: file, archive: archive).members()
  }

  /// Neither of Office nor an OpenDocument file.
  static func isArchive(_ archive: ZipArchive) -> Bool {
    !archive.entries.isEmpty && archive.entry(at: "[Content_Types].xml") == nil
      && archive.entry(at: "mimetype") == nil
  }

  private func members() -> [InputFile] {
    let files = archive.entries.compactMap(member)
    guard files.isEmpty else { return files }
    let error = ContainerError(.unsupported, "The archive holds no file that could be an export.")
    return [InputFile(path: file.path, dataset: file.dataset, size: 0) { throw error }]
  }

  /// Nil for folders, and for what systems and programs leave beside exports.
  private func member(_ entry: ZipEntry) -> InputFile? {
    let name = Self.name(of: entry)
    let steps = name.split(separator: "/")
    let isOutside = !entry.staysInside
    let isHidden = steps.contains { InputFile.isNoExport(String($0)) }
    guard !entry.isFolder, !steps.isEmpty, isOutside || !isHidden else { return nil }
    let path = file.path + "/" + steps.joined(separator: "/")
    let archive = self.archive
    return InputFile(path: path, dataset: file.dataset, size: entry.size) {
      guard !isOutside else {
        throw ContainerError(
          .damaged,
          "The archive gives the file a path that leads out of it; pack it anew without folders.")
      }
      let source = try archive.expand(entry)
      try Self.refuseArchive(source)
      return source
    }
  }

  private static func refuseArchive(_ source: ByteSource) throws {
    guard ContainerKind(head: try source.read(0..<8)) == .zip,
      let inner = try? ZipArchive(source), isArchive(inner)
    else { return }
    throw ContainerError(
      .unsupported,
      "The file is an archive within an archive, which is not opened: unpack it first.")
  }

  /// The name as text: UTF-8 when it is, else in windows-874, as Windows writes Thai names.
  private static func name(of entry: ZipEntry) -> String {
    let text = String(validating: entry.name, as: UTF8.self)
    let isThai = text == nil && !entry.isNameUTF8 && entry.name.allSatisfy(Windows874.isDefined)
    let name =
      text ?? (isThai ? String(decoding: Windows874.decode(entry.name), as: UTF8.self) : entry.path)
    return String(
      String.UnicodeScalarView(
        name.unicodeScalars.map { $0 == "\\" ? "/" : $0.value < 0x20 ? "\u{FFFD}" : $0 }))
  }
}
