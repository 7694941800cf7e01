internal import CXML2

/// A small page in libxml2's memory, in which expressions find records and texts.
///
/// Its tags may be missing, misnested or unknown, as they are in the systems' pages. Not for tables of
/// many rows: a page costs some thirty times its bytes.
@safe
package final class HTMLDocument {
  /// Above this a file is no page but a table, and is not put into a tree.
  package static let limit = 8 << 20

  let document: UnsafeMutablePointer<xmlDoc>

  private static let isReady: Bool = {
    xmlInitParser()
    return true
  }()

  /// Never NOENT, DTDLOAD or HUGE; what the page says of its own encoding is not asked.
  private static let options = Int32(
    HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NODEFDTD.rawValue | HTML_PARSE_NOERROR.rawValue
      | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_NONET.rawValue
      | HTML_PARSE_IGNORE_ENC.rawValue)

  /// Reads a page in UTF-8; throws `ContainerError` when it is too large or too deeply nested.
  package init(_ text: [UInt8]) throws {
    precondition(Self.isReady, "libxml2 is made ready before its first use")
    guard text.count <= Self.limit else {
      throw ContainerError(
        .tooLarge, "The page has \(text.count) bytes; at most \(Self.limit) are read.")
    }
    // Safe: the context is freed below on every way out.
    guard let context = unsafe htmlNewParserCtxt() else {
      throw ContainerError(.tooLarge, "There is no memory to read the page.")
    }
    // Safe: freed once, after its last use; the document does not belong to it.
    defer { unsafe htmlFreeParserCtxt(context) }
    let text = Self.mended(text)
    // Safe: libxml2 reads exactly the bytes of the buffer, for the length of the call.
    let document = unsafe text.withUnsafeBytes { buffer in
      unsafe htmlCtxtReadMemory(
        context, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count), nil,
        "UTF-8", Self.options)
    }
    guard let document = unsafe document else { throw ContainerError.damaged("The page is empty.") }
    unsafe self.document = document
    // Safe: the context is alive. libxml2 stops at its limit of nested elements, and the page would
    // lack its end.
    guard unsafe context.pointee.disableSAX == 0 else {
      throw ContainerError(
        .tooLarge, "The page's elements are nested more than 256 deep, or its text is not UTF-8.")
    }
  }

  /// As browsers read it: libxml2 takes a zero byte for the end of the page, and a no-break space
  /// whose semicolon is missing, as in `080005&nbsp:`, for letters.
  private static func mended(_ text: [UInt8]) -> [UInt8] {
    let space = Array("&nbsp".utf8)
    var mended: [UInt8] = []
    mended.reserveCapacity(text.count)
    for (index, byte) in text.enumerated() {
      if byte == UInt8(ascii: "p"), mended.suffix(4) == space.prefix(4), index + 1 < text.count,
        text[index + 1] != UInt8(ascii: ";")
      {
        mended.append(contentsOf: Array("p;".utf8))
      } else {
        mended.append(byte == 0 ? UInt8(ascii: " ") : byte)
      }
    }
    return mended
  }

  deinit {
    // Safe: made in init, and nobody else holds it.
    unsafe xmlFreeDoc(document)
  }
}
