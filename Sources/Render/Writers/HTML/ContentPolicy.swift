internal import Crypto

/// What a page allows a browser: the style and the script that stand in the template, and nothing else.
///
/// Both are allowed by the hash of their text, so that a name that slipped into the page as markup
/// could neither run nor dress itself.
struct ContentPolicy {
  let text: String

  init(of template: String) {
    text = """
      default-src 'none'; style-src \(Self.sources(of: "style", in: template)); \
      script-src \(Self.sources(of: "script", in: template)); \
      img-src data:; base-uri 'none'; form-action 'none'
      """
  }

  private static func sources(of element: String, in template: String) -> String {
    let hashes = template.components(of: element).map { content in
      "'sha256-" + base64(Array(SHA256.hash(data: Array(content.utf8)))) + "'"
    }
    return hashes.isEmpty ? "'none'" : hashes.joined(separator: " ")
  }

  /// RFC 4648, section 4.
  private static func base64(_ bytes: [UInt8]) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      bits &= 0xFF_FFFF
      for place in 0..<4 {
        text.append(
          place <= group.count ? letters[bits >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}

extension String {
  /// What stands between the tags of every element of a name.
  fileprivate func components(of element: String) -> [Substring] {
    split(separator: "<" + element, omittingEmptySubsequences: false).dropFirst().compactMap {
      part in
      guard let begin = part.firstIndex(of: ">"),
        let end = part.firstRange(of: "</" + element + ">")
      else { return nil }
      return part[part.index(after: begin)..<end.lowerBound]
    }
  }
}
