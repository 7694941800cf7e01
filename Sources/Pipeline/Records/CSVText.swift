/// Comma-separated text as other programs read it: UTF-8, LF, quotes where needed (RFC 4180).
struct CSVText {
  private(set) var bytes: [UInt8] = []

  init() {}

  init(header: String) {
    bytes += header.utf8
    bytes.append(10)
  }

  mutating func append(_ fields: [String]) {
    for (index, field) in fields.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      append(Self.defused(field))
    }
    bytes.append(10)
  }

  private mutating func append(_ field: String) {
    guard field.utf8.contains(where: { $0 == 0x2C || $0 == 0x22 || $0 == 10 || $0 == 13 }) else {
      bytes += field.utf8
      return
    }
    bytes.append(0x22)
    for byte in field.utf8 {
      if byte == 0x22 { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(0x22)
  }

  /// A value that a spreadsheet would run as a formula is opened with an apostrophe.
  ///
  /// Source: OWASP, CSV injection. A lone minus is what DMC writes for "nothing", and stays; so does
  /// a negative number.
  private static func defused(_ field: String) -> String {
    guard let first = field.utf8.first, field.utf8.count > 1 else { return field }
    if first == 0x2D, Double(field) != nil { return field }
    return [0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D].contains(first) ? "'" + field : field
  }
}
