package import Containers

/// A file to be read: its path below the root of the inputs, and how to open it.
package struct InputFile: Sendable {
  package let path: String
  package let dataset: String
  /// How many bytes it holds, when that is known and opening it is dear.
  package let size: Int?
  /// Throws `FileError` when the system cannot read, `ContainerError` when the file is part of another
  /// one and cannot be taken out of it.
  package let open: @Sendable () throws -> ByteSource
  /// The sheets that the dataset takes, from 0; nil for all.
  private(set) var sheets: Set<Int>?
  /// The path of the file that holds the same bytes and is read instead of this one.
  private(set) var repeats: String?

  package init(
    path: String, dataset: String, size: Int? = nil,
    open: @escaping @Sendable () throws -> ByteSource
  ) {
    self.path = path
    self.dataset = dataset
    self.size = size
    self.open = open
  }

  /// A file that is in memory already.
  package init(path: String, dataset: String, bytes: [UInt8]) {
    self.init(path: path, dataset: dataset) { ByteSource(bytes) }
  }

  /// Whether a file or folder of this name is none of the user's: hidden, the lock of an open
  /// workbook (`~$…`), or kept by Windows or macOS.
  package static func isNoExport(_ name: String) -> Bool {
    name.hasPrefix(".") || name.hasPrefix("~$")
      || ["__macosx", "thumbs.db", "desktop.ini"].contains(name.lowercased())
  }

  /// The same file, known to hold the same bytes as another one, which is read instead of it.
  package func repeating(_ path: String) -> InputFile {
    var file = self
    file.repeats = path
    return file
  }

  /// The same file as another dataset's.
  package func taken(as dataset: String) -> InputFile {
    InputFile(path: path, dataset: dataset, size: size, open: open)
  }

  /// The same file, of which only some sheets are the dataset's; all where none is named.
  func taking(_ sheets: Set<Int>) -> InputFile {
    var file = self
    file.sheets = sheets.isEmpty ? nil : sheets
    return file
  }
}
