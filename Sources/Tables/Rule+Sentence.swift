extension Rule {
  /// The rule's message with its place-holders filled in.
  ///
  /// One walk from left to right, so that a value that looks like a place-holder stays as it is.
  package func sentence(
    _ language: Language, value: String = "", facts fillers: [String]
  ) -> String {
    let message = message[language]
    // Braces are single bytes; letters need not be told apart to find them.
    var rest = message.utf8[...]
    var text = ""
    while let open = rest.firstIndex(of: UInt8(ascii: "{")),
      let close = rest[open...].firstIndex(of: UInt8(ascii: "}"))
    {
      text += message[rest.startIndex..<open]
      let name = message[message.utf8.index(after: open)..<close]
      if name == "value" {
        text += value
      } else if let index = Int(name), fillers.indices.contains(index) {
        text += phrases[fillers[index]]?[language] ?? fillers[index]
      }
      rest = rest[message.utf8.index(after: close)...]
    }
    return text + message[rest.startIndex...]
  }
}
