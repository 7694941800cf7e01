/// A JSON value whose keys keep their order, so that equal values give equal bytes (RFC 8259).
package enum JSON: Sendable {
  case null
  case flag(Bool)
  case number(Int)
  case decimal(Double)
  case text(String)
  case list([JSON])
  case object([(String, JSON)])

  /// The value or null.
  package static func text(_ text: String?) -> JSON { text.map { .text($0) } ?? .null }

  /// Two spaces a level, a line end at the end.
  package var document: String {
    var text = ""
    write(to: &text, indent: "")
    return text + "\n"
  }

  private func write(to text: inout String, indent: String) {
    switch self {
    case .null: text += "null"
    case .flag(let flag): text += flag ? "true" : "false"
    case .number(let number): text += String(number)
    case .decimal(let number): text += number.isFinite ? String(number) : "null"
    case .text(let string): Self.quote(string, to: &text)
    case .list(let items):
      Self.write(items.map { ("", $0) }, "[", "]", to: &text, indent)
    case .object(let entries):
      Self.write(entries.map { (Self.key($0.0), $0.1) }, "{", "}", to: &text, indent)
    }
  }

  private static func write(
    _ items: [(String, JSON)], _ open: String, _ close: String, to text: inout String,
    _ indent: String
  ) {
    guard !items.isEmpty else {
      text += open + close
      return
    }
    text += open
    for (index, (key, value)) in items.enumerated() {
      text += (index == 0 ? "\n" : ",\n") + indent + "  " + key
      value.write(to: &text, indent: indent + "  ")
    }
    text += "\n" + indent + close
  }

  private static func key(_ key: String) -> String {
    var text = ""
    quote(key, to: &text)
    return text + ": "
  }

  private static func quote(_ string: String, to text: inout String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
