internal import Containers

/// What a file is, told from its first bytes; its name is never asked.
///
/// Source of the signatures: PKWARE APPNOTE 4.3.7, MS-CFB 2.2, and the formats' own first bytes.
enum ContainerKind: String, Sendable {
  case zip
  case ole = "ole2"
  case text
  case html
  case xml
  case json
  case pdf

  /// Nil when the first bytes are of no kind that is known.
  init?(head: [UInt8]) {
    if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) || head.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
      self = .zip
    } else if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      self = .ole
    } else if head.starts(with: Array("%PDF".utf8)) {
      self = .pdf
    } else if let markup = Self.markup(Self.narrow(head)) {
      self = markup
    } else if Self.isJSON(Self.narrow(head)) {
      self = .json
    } else if TextEncoding(head: head) != nil {
      self = .text
    } else {
      return nil
    }
  }

  /// Text of two bytes a character in one, as far as it is ASCII; other text as it is.
  private static func narrow(_ head: [UInt8]) -> [UInt8] {
    guard head.count > 1 else { return head }
    let isBig = head.starts(with: [0xFE, 0xFF]) || (head[0] == 0 && head[1] != 0)
    let isLittle = head.starts(with: [0xFF, 0xFE]) || (head[0] != 0 && head[1] == 0)
    guard isBig || isLittle else { return head }
    let start = head[0] >= 0xFE ? 2 : 0
    return stride(from: start, to: head.count - 1, by: 2).map { place in
      head[place + (isBig ? 0 : 1)] == 0 ? head[place + (isBig ? 1 : 0)] : 0xFF
    }
  }

  /// An object or an array, as no row of a table begins.
  private static func isJSON(_ head: [UInt8]) -> Bool {
    let text = head.drop { blanks.contains($0) }
    guard let first = text.first, first == UInt8(ascii: "{") || first == UInt8(ascii: "[") else {
      return false
    }
    let rest = text.dropFirst().drop { blanks.contains($0) }
    return rest.first.map { "\"{[]}".utf8.contains($0) } ?? false || rest.starts(with: "null".utf8)
  }

  /// White space and the bytes of a byte-order mark.
  private static let blanks: [UInt8] = [0xEF, 0xBB, 0xBF, 0x20, 0x09, 0x0A, 0x0D]

  /// A page or an XML file: `<` is the first thing in it.
  private static func markup(_ head: [UInt8]) -> ContainerKind? {
    let text = head.drop { blanks.contains($0) }
    guard text.first == UInt8(ascii: "<") else { return nil }
    let start = String(decoding: text.prefix(512), as: UTF8.self).lowercased()
    if start.contains("<html") { return .html }
    return start.hasPrefix("<?") || start.hasPrefix("<workbook") || start.contains(":workbook ")
      ? .xml : .html
  }
}
