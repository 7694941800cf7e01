/// An element of a small XML part with all that is in it.
///
/// Names are without their namespace: the parts of a workbook differ in namespaces between the strict
/// and the transitional form, and never use one local name in two senses where we look.
package struct XMLTree: Sendable {
  package let name: String
  package let attributes: [String: String]
  package let children: [XMLTree]
  /// The text directly inside, joined.
  package let text: String

  /// The first child of a name.
  package func first(_ name: String) -> XMLTree? { children.first { $0.name == name } }

  /// The children of a name, in their order.
  package func all(_ name: String) -> [XMLTree] { children.filter { $0.name == name } }

  /// Reads a whole part with libxml2; throws `ContainerError` with its words.
  ///
  /// Nothing is fetched, entities are not expanded, a DTD is refused before libxml2 sees it. The
  /// limits keep the memory below some 250 MB for the most hostile part.
  package init(_ bytes: [UInt8], part: String, limit: Int = 8 << 20) throws {
    guard bytes.count <= limit else {
      throw ContainerError(
        .tooLarge, "The part \(part) has \(bytes.count) bytes; at most \(limit) are read.")
    }
    try XMLProlog.check(bytes.span, part: part)
    guard let tree = try XMLDocument(bytes, part: part).tree() else {
      throw ContainerError.damaged("The part \(part) is empty.")
    }
    self = tree
  }

  init(name: String, attributes: [String: String], children: [XMLTree], text: String) {
    self.name = name
    self.attributes = attributes
    self.children = children
    self.text = text
  }
}
