extension Rule {
  /// The rule's message with its place-holders filled in.
  ///
  /// One walk from left to right, so that a value that looks like a place-holder stays as it is.
  package func sentence(
    _ language: Language, value: String = "", facts fillers: [String]
  ) -> String {
    var text = ""
    var rest = message[language][...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = rest[rest.index(after: open)..<close]
      text += rest[..<open]
      if name == "value" {
        text += value
      } else if let index = Int(name), fillers.indices.contains(index) {
        text += fillers[index]
      }
      rest = rest[rest.index(after: close)...]
    }
    return text + rest
  }
}
