internal import Synchronization

/// A document that is written in several formats: the first to need it makes it, the last lets it go.
///
/// So the pages of thousands of schools are made once each, and only those being written are held.
final class SharedDocument: Sendable {
  private let formats: Int
  private let make: @Sendable () -> Document
  private let held = Mutex<(document: Document?, uses: Int)>((nil, 0))

  init(formats: Int, make: @escaping @Sendable () -> Document) {
    self.formats = formats
    self.make = make
  }

  /// Asked more often than there are formats, it makes the document again.
  func take() -> Document {
    held.withLock { held in
      let document = held.document ?? make()
      held.uses += 1
      let isLast = held.uses % formats == 0
      held.document = isLast ? nil : document
      return document
    }
  }
}
