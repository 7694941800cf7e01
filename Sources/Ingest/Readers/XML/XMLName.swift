/// The name of an element or attribute, packed so that two are compared as numbers.
///
/// Names longer than 16 bytes keep only their last 16; none that we look for is so long.
struct XMLName: Hashable {
  private var packed: UInt128 = 0

  init() {}

  init(_ name: StaticString) {
    precondition(name.utf8CodeUnitCount <= 16, "a name too long to be packed")
    name.description.utf8.forEach { append($0) }
  }

  /// A name that may be longer; its last 16 bytes are unlike those of any other that we look for.
  init(long name: StaticString) { name.description.utf8.forEach { append($0) } }

  /// The name that stands in bytes.
  init(_ bytes: Span<UInt8>) {
    for index in bytes.indices { append(bytes[index]) }
  }

  mutating func append(_ byte: UInt8) { packed = packed << 8 | UInt128(byte) }
}

extension XMLName {
  static let worksheet = XMLName("worksheet")
  static let sheetData = XMLName("sheetData")
  static let row = XMLName("row")
  static let cell = XMLName("c")
  static let value = XMLName("v")
  static let inlineString = XMLName("is")
  static let sharedStrings = XMLName("sst")
  static let sharedString = XMLName("si")
  static let run = XMLName("r")
  static let text = XMLName("t")
  static let reference = XMLName("r")
  static let style = XMLName("s")
  static let type = XMLName("t")
  static let hidden = XMLName("hidden")
  static let mergeCells = XMLName("mergeCells")
  static let mergeCell = XMLName("mergeCell")
  static let range = XMLName("ref")
  static let space = XMLName("xml:space")
}
