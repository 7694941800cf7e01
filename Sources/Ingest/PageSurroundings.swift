internal import Containers
internal import Tables

/// The page around a file's tables, read only when something is asked of it.
final class PageSurroundings {
  private enum State {
    case unread
    case page(PageTree)
    case none
  }

  private let source: ByteSource
  private var state: State
  /// How the page's bytes stand for characters; known once it was read.
  private(set) var encoding: TextEncoding?

  /// `isPage` says whether the file is HTML at all.
  init(_ source: ByteSource, isPage: Bool) {
    self.source = source
    state = isPage ? .unread : .none
  }

  /// The page; throws `ContainerError` when it is too large or too deeply nested.
  func page() throws -> PageTree? {
    switch state {
    case .none: return nil
    case .page(let page): return page
    case .unread:
      // Decided by its size before it is read: windows-874 grows to three times its bytes.
      guard source.count <= HTMLDocument.limit else {
        throw ContainerError(
          .tooLarge,
          "The page has \(source.count) bytes; at most \(HTMLDocument.limit) are read.")
      }
      let text = try PageText(source)
      let page = try PageTree(text.bytes)
      encoding = text.encoding
      state = .page(page)
      return page
    }
  }

  /// What an expression gives on the page; nil where there is no page, or a file too large for one.
  func text(_ path: String) throws -> String? {
    guard source.count <= HTMLDocument.limit, let page = try page() else { return nil }
    return PageLabels.collapsed(try page.text(XPath(path)))
  }
}
