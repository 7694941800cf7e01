internal import Containers

/// A nested value as JSON again, without blanks.
enum JSONText {
  private static let longest = 4 << 20

  /// Appends a value whose first event was just taken.
  static func append(
    _ first: JSONEvents.Event, _ events: inout JSONEvents, to text: inout [UInt8]
  ) throws {
    let (outside, start) = (events.depth - 1, text.count)
    var event = first
    var needsComma = false
    while true {
      let closes = event == .endObject || event == .endArray
      if needsComma, !closes { text.append(UInt8(ascii: ",")) }
      append(event, events.text, to: &text)
      needsComma = event != .beginObject && event != .beginArray && event != .key
      guard text.count - start <= longest else {
        throw ContainerError(.tooLarge, "A nested value has more than \(longest) bytes.")
      }
      if events.depth == outside { return }
      event = try events.event()
    }
  }

  private static func append(
    _ event: JSONEvents.Event, _ value: [UInt8], to text: inout [UInt8]
  ) {
    switch event {
    case .beginObject: text.append(UInt8(ascii: "{"))
    case .endObject: text.append(UInt8(ascii: "}"))
    case .beginArray: text.append(UInt8(ascii: "["))
    case .endArray: text.append(UInt8(ascii: "]"))
    case .key:
      appendString(value, to: &text)
      text.append(UInt8(ascii: ":"))
    case .string: appendString(value, to: &text)
    case .number: text.append(contentsOf: value)
    case .yes: text.append(contentsOf: "true".utf8)
    case .no: text.append(contentsOf: "false".utf8)
    case .null: text.append(contentsOf: "null".utf8)
    case .end: break
    }
  }

  private static func appendString(_ value: [UInt8], to text: inout [UInt8]) {
    let escapes: [UInt8: String] = [
      0x22: "\\\"", 0x5C: "\\\\", 0x08: "\\b", 0x0C: "\\f", 0x0A: "\\n", 0x0D: "\\r", 0x09: "\\t",
    ]
    text.append(UInt8(ascii: "\""))
    for byte in value {
      if let escape = escapes[byte] {
        text.append(contentsOf: escape.utf8)
      } else if byte < 0x20 {
        text.append(contentsOf: "\\u00\(byte < 0x10 ? "0" : "1")".utf8)
        text.append(contentsOf: String(byte & 15, radix: 16).utf8)
      } else {
        text.append(byte)
      }
    }
    text.append(UInt8(ascii: "\""))
  }
}
