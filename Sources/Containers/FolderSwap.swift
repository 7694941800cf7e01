internal import CSystem
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// A folder of files that is built beside its place and put there at once.
///
/// Whoever reads the place sees the old files or the new ones, never a mixture. Until `commit` the
/// old ones are untouched; what a broken run leaves behind is removed by the next. One lock stands
/// before every step, so that an interruption comes before the exchange or after it, never within.
package final class FolderSwap: Sendable {
  private enum State { case building, discarded, committed }

  private let place: String
  private let workshop: String
  private let state = Mutex(State.building)

  /// Starts a new folder for a place; its parents are made.
  package init(place: String) throws {
    self.place = place
    let parent = Folder.parent(of: place)
    workshop = parent + "/." + Folder.name(of: place) + ".new"
    try Folder.make(parent)
    try Folder.remove(workshop)
    try Folder.make(workshop)
  }

  /// Writes a file below the folder; its own folders are made.
  package func write(_ path: String, _ bytes: [UInt8]) throws {
    let path = workshop + "/" + path
    try state.withLock { state in
      guard state == .building else { return }
      try Folder.make(Folder.parent(of: path))
      try NewFile.write(bytes, to: path, isKept: false)
    }
  }

  /// Where a file of the new folder lies until then, for another program to read.
  package func path(_ path: String) -> String { workshop + "/" + path }

  /// Removes a file or folder of the new folder.
  package func remove(_ path: String) throws {
    try state.withLock { _ in try Folder.remove(workshop + "/" + path) }
  }

  /// Puts the new folder in the old one's place, and removes the old one.
  ///
  /// Throws when it was discarded, for nothing then stands in the place of the old one.
  package func commit() throws {
    try state.withLock { state in
      guard state == .building else {
        throw FileError(path: place, reason: "was not written, for the run was interrupted")
      }
      try Folder.keep(workshop)
      try exchange()
      state = .committed
    }
  }

  /// Removes what was written so far; false, and nothing is done, when it stands in its place already.
  ///
  /// `first` stops what still writes there; `andThen` runs before any other step can follow, and also when not all
  /// could be removed: the next run does that.
  @discardableResult
  package func discard(first stop: () -> Void = {}, andThen end: () -> Void = {}) throws -> Bool {
    try state.withLock { state in
      guard state != .committed else { return false }
      state = .discarded
      stop()
      let removal = Result { try Folder.remove(workshop) }
      end()
      try removal.get()
      return true
    }
  }

  private func exchange() throws {
    // Safe: both paths are passed as C strings for the length of the call.
    if unsafe krong_exchange(workshop, place) == 0 {
      try Folder.remove(workshop)
    } else if errno == ENOENT {
      guard unsafe rename(workshop, place) == 0 else { throw FileError.last(place) }
    } else {
      // A file system without exchange: a reader may see the place empty for an instant.
      let old = workshop + ".old"
      try Folder.remove(old)
      guard unsafe rename(place, old) == 0 else { throw FileError.last(place) }
      guard unsafe rename(workshop, place) == 0 else { throw FileError.last(place) }
      try Folder.remove(old)
    }
  }
}
