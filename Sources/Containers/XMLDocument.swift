internal import CXML2

/// A document in libxml2's memory, freed with its owner.
@safe
struct XMLDocument: ~Copyable {
  private let document: UnsafeMutablePointer<xmlDoc>

  private static let isReady: Bool = {
    xmlInitParser()
    return true
  }()

  /// Never NOENT, DTDLOAD or HUGE: nothing is expanded or fetched, and libxml2's own limits hold.
  private static let options = Int32(
    XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
      | XML_PARSE_NOCDATA.rawValue)

  /// Reads a document of less than 2 GB.
  init(_ bytes: [UInt8], part: String) throws {
    precondition(Self.isReady, "libxml2 is made ready before its first use")
    // Safe: the context is freed below on every way out.
    guard let context = unsafe xmlNewParserCtxt() else {
      throw ContainerError(.tooLarge, "There is no memory to read the part \(part).")
    }
    // Safe: freed once, after its last use; the document does not belong to it.
    defer { unsafe xmlFreeParserCtxt(context) }
    // Safe: libxml2 reads exactly the bytes of the buffer, for the length of the call.
    let document = unsafe bytes.withUnsafeBytes { buffer in
      unsafe xmlCtxtReadMemory(
        context, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count), nil,
        nil, Self.options)
    }
    guard let document = unsafe document else {
      // Safe: the error belongs to the context, which is alive.
      let reason = unsafe Self.reason(xmlCtxtGetLastError(context))
      throw ContainerError.damaged("The part \(part) is not well-formed XML (\(reason)).")
    }
    unsafe self.document = document
  }

  deinit {
    // Safe: made in init, and nobody else holds it.
    unsafe xmlFreeDoc(document)
  }

  /// A copy of the elements in Swift's memory; nil for a document without any.
  func tree() -> XMLTree? {
    // Safe: the nodes belong to the document, which is alive; they are only read.
    guard let root = unsafe xmlDocGetRootElement(document) else { return nil }
    return unsafe Self.tree(of: root)
  }

  // libxml2 refuses elements deeper than 256, so the stack holds.
  private static func tree(of node: UnsafeMutablePointer<xmlNode>) -> XMLTree {
    var children: [XMLTree] = []
    var text = ""
    // Safe: a list of nodes of a living document, ended by nil.
    var next = unsafe node.pointee.children
    while let child = unsafe next {
      if unsafe child.pointee.type == XML_ELEMENT_NODE {
        unsafe children.append(tree(of: child))
      } else if unsafe child.pointee.type == XML_TEXT_NODE {
        unsafe text += string(child.pointee.content)
      }
      unsafe next = child.pointee.next
    }
    return unsafe XMLTree(
      name: string(node.pointee.name), attributes: attributes(of: node), children: children,
      text: text)
  }

  private static func attributes(of node: UnsafeMutablePointer<xmlNode>) -> [String: String] {
    var attributes: [String: String] = [:]
    // Safe: a list of attributes of a living document, ended by nil.
    var next = unsafe node.pointee.properties
    while let attribute = unsafe next {
      var value = ""
      var piece = unsafe attribute.pointee.children
      while let text = unsafe piece {
        unsafe value += string(text.pointee.content)
        unsafe piece = text.pointee.next
      }
      unsafe attributes[string(attribute.pointee.name)] = value
      unsafe next = attribute.pointee.next
    }
    return attributes
  }

  private static func string(_ text: UnsafePointer<xmlChar>?) -> String {
    // Safe: libxml2's strings end with zero; the text is copied.
    unsafe text.map { unsafe String(cString: $0) } ?? ""
  }

  private static func reason(_ error: UnsafePointer<xmlError>?) -> String {
    // Safe: the error and its message are alive during the call; the text is copied.
    guard let error = unsafe error, let message = unsafe error.pointee.message else {
      return "no reason given"
    }
    let words = unsafe String(cString: message).split(whereSeparator: \.isNewline).first ?? ""
    return unsafe "line \(error.pointee.line): \(words)"
  }
}
