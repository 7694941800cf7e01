internal import CXML2

/// An expression of XPath 1.0 that libxml2 understands.
package struct XPath: Sendable, Hashable {
  package let text: String

  /// An expression that is longer than this is no expression; it also bounds libxml2's recursion.
  private static let longest = 2000

  /// Throws `XPathMistake` unless the expression compiles, names only functions that exist, and
  /// gives nodes where nodes are wanted.
  package init(_ text: String, givesNodes: Bool = false) throws(XPathMistake) {
    guard text.utf8.count <= Self.longest, !text.utf8.contains(0) else {
      throw XPathMistake("is longer than \(Self.longest) bytes")
    }
    self.text = text
    // A function that does not exist shows only when the expression is evaluated.
    guard let page = try? HTMLDocument(Array("<html></html>".utf8)) else { return }
    let context = XPathContext(page)
    let compiled = try CompiledXPath(self, in: context)
    guard let result = try? unsafe context.evaluate(compiled, at: nil) else {
      throw XPathMistake("names a function or a variable that XPath 1.0 does not have")
    }
    if givesNodes, !result.isNodes { throw XPathMistake("gives no nodes") }
  }
}

/// Why an expression cannot be used, as the end of a sentence about it.
package struct XPathMistake: Error, Equatable {
  package let reason: String

  init(_ reason: String) { self.reason = reason }
}

/// An expression in libxml2's own form, freed with its owner.
@safe
final class CompiledXPath {
  fileprivate let expression: OpaquePointer

  init(_ path: XPath, in context: XPathContext) throws(XPathMistake) {
    // Safe: the text is passed as a C string for the length of the call.
    let expression = unsafe xmlXPathCtxtCompile(context.context, path.text)
    guard let expression = unsafe expression else {
      throw XPathMistake("is no XPath 1.0 expression")
    }
    unsafe self.expression = expression
  }

  deinit {
    // Safe: made in init, and nobody else holds it.
    unsafe xmlXPathFreeCompExpr(expression)
  }
}

/// Evaluates expressions on one page; all of them together may take only so many steps.
@safe
final class XPathContext {
  /// Some seconds' work; the largest list of schools takes a hundredth of it.
  private static let mostSteps: UInt = 20_000_000

  fileprivate let context: UnsafeMutablePointer<xmlXPathContext>
  /// Nodes that results point to live as long as their page.
  private let page: HTMLDocument

  init(_ page: HTMLDocument) {
    self.page = page
    // Safe: the document lives as long as this object, which holds it.
    guard let context = unsafe xmlXPathNewContext(page.document) else {
      preconditionFailure("there is no memory for an XPath context")
    }
    unsafe self.context = context
    // Safe: the context is alive; the handler keeps libxml2 from writing to the terminal.
    unsafe context.pointee.error = { _, _ in }
    unsafe context.pointee.opLimit = Self.mostSteps
  }

  deinit {
    // Safe: made in init, and nobody else holds it.
    unsafe xmlXPathFreeContext(context)
  }

  /// Evaluates at a node, or at the page itself; throws when it took too many steps.
  func evaluate(
    _ path: CompiledXPath, at node: UnsafeMutablePointer<xmlNode>?
  ) throws -> XPathResult {
    // Safe: the document begins like every node, as libxml2 itself relies on.
    let root = unsafe UnsafeMutableRawPointer(page.document).assumingMemoryBound(to: xmlNode.self)
    unsafe context.pointee.node = node ?? root
    // Safe: expression and context are alive, and the result is owned by its object.
    guard let object = unsafe xmlXPathCompiledEval(path.expression, context) else {
      throw ContainerError(
        .tooLarge,
        "The page is so large or so nested that its records cannot be picked out of it.")
    }
    return unsafe XPathResult(object)
  }
}

/// What an expression gave, freed with its owner.
@safe
final class XPathResult {
  private let object: UnsafeMutablePointer<xmlXPathObject>

  fileprivate init(_ object: UnsafeMutablePointer<xmlXPathObject>) { unsafe self.object = object }

  deinit {
    // Safe: handed over in init, and nobody else holds it.
    unsafe xmlXPathFreeObject(object)
  }

  // Safe: the object is alive.
  var isNodes: Bool { unsafe object.pointee.type == XPATH_NODESET }

  /// The text: of several nodes that of the first.
  var text: String {
    // Safe: the string is ours, copied and freed.
    guard let text = unsafe xmlXPathCastToString(object) else { return "" }
    defer { unsafe krong_xml_free(text) }
    return unsafe String(cString: text)
  }

  /// The nodes in the order of the page; namespaces, which end with the result, are left out.
  var nodes: [UnsafeMutablePointer<xmlNode>] {
    guard isNodes else { return unsafe [] }
    // Safe: the set and its table live with the object, and the table holds `nodeNr` places.
    guard let set = unsafe object.pointee.nodesetval, let table = unsafe set.pointee.nodeTab else {
      return unsafe []
    }
    var nodes: [UnsafeMutablePointer<xmlNode>] = unsafe []
    for index in unsafe 0..<Int(set.pointee.nodeNr) {
      guard let node = unsafe table[index] else { continue }
      if unsafe node.pointee.type != XML_NAMESPACE_DECL { unsafe nodes.append(node) }
    }
    return unsafe nodes
  }
}
