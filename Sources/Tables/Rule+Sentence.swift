extension Rule {
  /// The rule's message with its place-holders filled in.
  package func sentence(
    _ language: Language, value: String = "", facts fillers: [String]
  ) -> String {
    filled(message[language], language, value: value, facts: fillers)
  }

  /// The same in two parts: what is there and what was expected, and what to do.
  package func parts(
    _ language: Language, value: String = "", facts fillers: [String]
  ) -> (complaint: String, remedy: String) {
    let (message, remedy) = (message[language].utf8, remedy[language])
    var complaint = String(decoding: message.dropLast(remedy.utf8.count), as: UTF8.self)
    while let last = complaint.last, last == " " || last == ";" { complaint.removeLast() }
    return (
      filled(complaint, language, value: value, facts: fillers),
      filled(remedy, language, value: value, facts: fillers)
    )
  }

  /// One walk from left to right, so that a value that looks like a place-holder stays as it is.
  private func filled(
    _ message: String, _ language: Language, value: String, facts fillers: [String]
  ) -> String {
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
