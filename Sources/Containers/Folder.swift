internal import CSystem

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// Folders of the file system, by path.
package enum Folder {
  /// One entry of a folder.
  package struct Entry: Sendable {
    package let name: String
    package let isFolder: Bool
    /// The same for every path that leads to the same file or folder.
    package let identity: Identity
  }

  package struct Identity: Sendable, Hashable {
    let device: UInt
    let number: UInt
  }

  package static func identity(of path: String) throws -> Identity {
    var status = stat()
    // Safe: stat fills the structure whose address it is given; the path is a C string meanwhile.
    guard unsafe stat(path, &status) == 0 else { throw FileError.last(path) }
    return Identity(device: UInt(status.st_dev), number: UInt(status.st_ino))
  }

  package static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  package static func name(of path: String) -> String {
    String(path.split(separator: "/").last ?? "")
  }

  /// The path from the root, without links on the way.
  package static func absolute(_ path: String) throws -> String {
    // Safe: realpath gives a C string of its own, which is copied and freed; the path is one meanwhile.
    guard let real = unsafe realpath(path, nil) else { throw FileError.last(path) }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }

  /// What a folder holds, by name; links are followed, whatever is neither file nor folder is left out.
  package static func entries(_ path: String) throws -> [Entry] {
    try names(path).compactMap { name in
      var status = stat()
      // Safe: stat fills the structure whose address it is given; the path is a C string meanwhile.
      guard unsafe stat(path + "/" + name, &status) == 0 else {
        throw FileError(
          path: path + "/" + name,
          reason: "cannot be opened; the link leads nowhere, or the name is not UTF-8: rename it")
      }
      let identity = Identity(device: UInt(status.st_dev), number: UInt(status.st_ino))
      switch status.st_mode & S_IFMT {
      case S_IFREG: return Entry(name: name, isFolder: false, identity: identity)
      case S_IFDIR: return Entry(name: name, isFolder: true, identity: identity)
      default: return nil
      }
    }
  }

  /// Waits until the disk has all that was written to the folder's file system.
  package static func keep(_ path: String) throws {
    // Safe: the path is passed as a C string for the length of the call.
    guard unsafe krong_keep(path) == 0 else { throw FileError.last(path) }
  }

  package static func make(_ path: String) throws {
    if isFolder(path) { return }
    let above = parent(of: path)
    if above != path, above != "." { try make(above) }
    // Safe: the path is passed as a C string for the length of the call.
    guard unsafe mkdir(path, 0o777) == 0 || errno == EEXIST else { throw FileError.last(path) }
    guard isFolder(path) else { throw FileError(path: path, reason: "is not a folder") }
  }

  /// Removes a folder and all it holds.
  ///
  /// One that does not exist is no error. Links are removed and not followed.
  package static func remove(_ path: String) throws {
    var status = stat()
    // Safe: lstat fills the structure whose address it is given; the path is a C string meanwhile.
    guard unsafe lstat(path, &status) == 0 else { return }
    if status.st_mode & S_IFMT == S_IFDIR {
      for name in try names(path) { try remove(path + "/" + name) }
      guard unsafe rmdir(path) == 0 else { throw FileError.last(path) }
    } else {
      guard unsafe unlink(path) == 0 else { throw FileError.last(path) }
    }
  }

  package static func isFolder(_ path: String) -> Bool {
    var status = stat()
    // Safe: stat fills the structure whose address it is given; the path is a C string meanwhile.
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  package static func exists(_ path: String) -> Bool {
    var status = stat()
    // Safe: stat fills the structure whose address it is given; the path is a C string meanwhile.
    return unsafe stat(path, &status) == 0
  }

  private static func names(_ path: String) throws -> [String] {
    // Safe: the stream is closed before the function ends, and each name is copied at once.
    guard let stream = unsafe opendir(path) else { throw FileError.last(path) }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
          unsafe String(cString: $0)
        }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
