internal import CXML2

/// A page whose records and texts can be asked for by XPath.
package final class PageTree {
  /// All texts that are taken from one page; nested records would repeat each other's.
  private static let mostText = 64 << 20
  /// All nodes that one expression may give.
  private static let mostNodes = 100_000

  private let context: XPathContext
  private var compiled: [XPath: CompiledXPath] = [:]
  private var taken = 0

  /// Reads a page in UTF-8; throws `ContainerError` when it is too large or too deeply nested.
  package init(_ text: [UInt8]) throws { context = XPathContext(try HTMLDocument(text)) }

  /// The text that an expression gives on the page; empty where it finds nothing.
  package func text(_ path: XPath) throws -> String { try unsafe text(path, at: nil) }

  /// The nodes that an expression finds on the page, in their order.
  package func nodes(_ path: XPath) throws -> [PageNode] { try unsafe nodes(path, at: nil) }

  fileprivate func text(_ path: XPath, at node: UnsafeMutablePointer<xmlNode>?) throws -> String {
    let text = try unsafe context.evaluate(compile(path), at: node).text
    taken += text.utf8.count
    guard taken <= Self.mostText else {
      throw ContainerError(.tooLarge, "The page repeats its text beyond \(Self.mostText) bytes.")
    }
    return text
  }

  fileprivate func nodes(
    _ path: XPath, at node: UnsafeMutablePointer<xmlNode>?
  ) throws -> [PageNode] {
    let nodes = try unsafe context.evaluate(compile(path), at: node).nodes
    guard unsafe nodes.count <= Self.mostNodes else {
      throw ContainerError(.tooLarge, "The page holds more than \(Self.mostNodes) records.")
    }
    return unsafe nodes.map { unsafe PageNode($0, of: self) }
  }

  private func compile(_ path: XPath) throws -> CompiledXPath {
    if let known = compiled[path] { return known }
    let expression = try CompiledXPath(path, in: context)
    compiled[path] = expression
    return expression
  }
}

/// An element, an attribute or a text of a page, alive as long as somebody holds it.
@safe
package struct PageNode {
  private let page: PageTree
  // Safe: nodes belong to the page, which is never changed and which this value keeps alive.
  private let node: UnsafeMutablePointer<xmlNode>

  fileprivate init(_ node: UnsafeMutablePointer<xmlNode>, of page: PageTree) {
    unsafe self.node = node
    self.page = page
  }

  /// The text that an expression gives from here; empty where it finds nothing.
  package func text(_ path: XPath) throws -> String { try unsafe page.text(path, at: node) }

  /// The nodes that an expression finds from here, in the order of the page.
  package func nodes(_ path: XPath) throws -> [PageNode] { try unsafe page.nodes(path, at: node) }
}
