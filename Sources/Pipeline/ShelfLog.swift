internal import Settings
internal import Synchronization

/// Remembers which files were taken from a shelf, for the manifest.
final class ShelfLog: Sendable {
  private let texts = Mutex<[String: String]>([:])
  private let inner: Shelf

  init(_ shelf: Shelf) { inner = shelf }

  /// The same shelf, whose files are remembered.
  var shelf: Shelf { inner.remembering { path, text in self.remember(path, text) } }

  /// The files taken so far and one more, by path.
  func files(with own: (path: String, text: String)) -> [(path: String, text: String)] {
    let taken = texts.withLock { $0 }
    return (taken.map { (path: $0.key, text: $0.value) } + [own]).sorted { $0.path < $1.path }
  }

  private func remember(_ path: String, _ text: String) {
    texts.withLock { $0[path] = text }
  }
}
