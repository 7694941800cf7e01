/// What the start tag of a cell says: its place, its type and its style.
struct CellHead {
  /// From 0; nil when the cell does not say where it stands.
  var column: Int?
  /// The row it says it stands in.
  var row: Int?
  var type: CellType = .number
  var style = 0

  static let mostColumns = 16_384
  static let mostRows = 1_048_576

  init() {}

  /// Reads only a reference such as `AB12`.
  init(reference: Span<UInt8>) throws { try readReference(reference) }

  /// Reads the attributes of the tag that was just taken.
  init(_ tokens: XMLTokenizer, _ bytes: Span<UInt8>) throws {
    if let range = try tokens.attribute(.reference, bytes) {
      try readReference(bytes.extracting(range))
    }
    if let range = try tokens.attribute(.style, bytes) {
      style = try Self.number(bytes.extracting(range), most: 1 << 20, of: "a style")
    }
    if let range = try tokens.attribute(.type, bytes) {
      guard let type = CellType(bytes.extracting(range)) else {
        throw XMLFault("a cell is of a type that is not known")
      }
      self.type = type
    }
  }

  /// Reads a reference such as `AB12`.
  private mutating func readReference(_ bytes: Span<UInt8>) throws {
    var (place, column) = (0, 0)
    while place < bytes.count, place < 4, UInt8(ascii: "A")...UInt8(ascii: "Z") ~= bytes[place] {
      column = column * 26 + Int(bytes[place] - UInt8(ascii: "A")) + 1
      place += 1
    }
    guard 1...Self.mostColumns ~= column else {
      throw XMLFault("a cell stands in no column from A to XFD")
    }
    self.column = column - 1
    row = try Self.number(
      bytes.extracting(place..<bytes.count), most: Self.mostRows, of: "a cell's row")
  }

  /// A whole number without a sign.
  static func number(_ bytes: Span<UInt8>, most: Int, of what: String) throws -> Int {
    var number = 0
    for index in bytes.indices {
      guard bytes[index].isDigit else { throw XMLFault("\(what) is no number") }
      number = number * 10 + Int(bytes[index] & 15)
      guard number <= most else { throw XMLFault("\(what) is more than \(most)") }
    }
    guard !bytes.isEmpty else { throw XMLFault("\(what) is no number") }
    return number
  }
}
