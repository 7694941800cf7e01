/// Whether a row is hidden, as Excel writes hidden rows when it saves a page.
enum HTMLVisibility {
  static func isHidden(_ tokens: HTMLTokenizer, _ bytes: Span<UInt8>) -> Bool {
    var attributes = HTMLAttributes(from: tokens.attributes.lowerBound, end: tokens.count)
    while attributes.next(bytes) {
      if attributes.name == .hidden { return true }
      guard attributes.name == .style else { continue }
      let value = bytes.extracting(attributes.value)
      let written = value.indices.map { value[$0].smallLetter }.filter { !$0.isHTMLSpace }
      if String(decoding: written, as: UTF8.self).contains("display:none") { return true }
    }
    return false
  }
}
