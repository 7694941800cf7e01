package import Containers

/// A JSON file that holds arrays of objects, as the public statistics do: each array is a sheet.
///
/// Row 1 are the keys in the order of their first appearance, each further row is an object. Nested
/// values are handed over as JSON. The file is read once for the keys and then from the array that is
/// asked for; the memory does not follow its size.
package struct JSONBook: CellBook {
  package static let container = "json"

  /// The arrays at the outermost level and up to two objects down, named by their keys.
  package let sheets: [CellSheet]
  private let tables: [JSONOutline.Table]
  private let source: ByteSource
  private let textEncoding: TextEncoding

  package var encoding: String? { textEncoding.rawValue }

  /// Throws `ContainerError` when the file is damaged or holds no table.
  package init(_ source: ByteSource) throws {
    self.source = source
    textEncoding = try Self.encoding(of: source)
    tables = try JSONOutline(TextStream(source, encoding: textEncoding)).tables
    guard !tables.isEmpty else {
      throw ContainerError(.unsupported, "The file is JSON, but holds no array of objects.")
    }
    sheets = tables.map { CellSheet(name: $0.name) }
  }

  package func read(sheet: Int, into sink: inout some CellSink) throws {
    let table = tables[sheet]
    guard !table.keys.isEmpty else { return }
    try sink.beginRow(1, isHidden: false)
    for (column, key) in table.keys.enumerated() where !key.isEmpty {
      try sink.cell(column: column, kind: .text, text: key.span)
    }
    guard try sink.endRow() else { return }
    var events = try JSONEvents(TextStream(source, encoding: textEncoding), at: table.start)
    var row = JSONRow(keys: table.keys)
    var number = 1
    _ = try events.event()
    while true {
      let event = try events.event()
      guard event == .beginObject || event == .null else { return }
      number += 1
      try sink.beginRow(number, isHidden: false)
      if event == .beginObject {
        try row.read(&events)
        try row.deliver(into: &sink)
      }
      guard try sink.endRow() else { return }
    }
  }

  /// By its byte-order mark; without one it is UTF-8 (RFC 8259, 8.1), unless a zero stands beside the
  /// first character, which is always ASCII (RFC 4627, 3).
  private static func encoding(of source: ByteSource) throws -> TextEncoding {
    let head = try source.read(0..<4)
    if head.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
    if head.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
    if head.count > 1, head[1] == 0 { return .utf16LittleEndianWithoutMark }
    if head.first == 0 { return .utf16BigEndianWithoutMark }
    return head.starts(with: [0xEF, 0xBB, 0xBF]) ? .utf8WithMark : .utf8
  }
}
