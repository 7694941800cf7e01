internal import Containers

/// What stands before the sheets of a workbook of Excel 97–2003: their list, styles and shared texts.
struct WorkbookGlobals: Sendable {
  /// A sheet of cells, and where its records stand.
  struct Sheet: Sendable {
    let sheet: CellSheet
    let stretch: Range<Int>
  }

  private(set) var sheets: [Sheet] = []
  private(set) var sharedStrings = SharedStrings()
  private(set) var countsFrom1904 = false
  /// The number format of each style, and those formats that the file writes out.
  private var styles: [Int] = []
  private var codes: [Int: String] = [:]
  /// Sheets of all kinds, in the order of the file.
  private var listed: [(sheet: CellSheet, start: Int, isOfCells: Bool)] = []

  private static let mostSheets = 4096

  init(_ stream: CompoundStream) throws {
    var records = RecordCursor(stream, 0..<stream.count)
    try Self.checkVersion(&records)
    while try records.nextOfSheet() { try read(&records) }
    try placeSheets(stream.count)
  }

  var formats: NumberFormats { NumberFormats(styles: styles, codes: codes) }

  /// The first record tells the version; Excel 5.0 and 95 wrote the same records otherwise.
  private static func checkVersion(_ records: inout RecordCursor) throws {
    guard try records.next() else { throw RecordFault("it is empty") }
    let isOld = [0x0009, 0x0209, 0x0409].contains(records.rawKind)
    guard records.kind == .start || isOld, records.body.count >= 4 else {
      throw RecordFault("it does not begin as a workbook does")
    }
    let version = try records.number16()
    guard !isOld, version >= 0x0600 else { throw ContainerError(.unsupported, old) }
    guard version == 0x0600, try records.number16() == 5 else {
      throw RecordFault("it does not begin as a workbook does")
    }
  }

  private static let old =
    "The workbook is of the kind that Excel 95 and earlier wrote. Open it in Excel and save it as "
    + ".xlsx."

  private mutating func read(_ records: inout RecordCursor) throws {
    switch records.kind {
    case .password: throw ContainerError.encryptedWorkbook
    case .dateMode: countsFrom1904 = try records.number16() == 1
    case .format:
      let number = try records.number16()
      var code: [UInt8] = []
      try records.appendText(lengthBytes: 2, to: &code)
      codes[number] = String(decoding: code, as: UTF8.self)
    case .style:
      // The number of the font comes first.
      _ = try records.number16()
      styles.append(try records.number16())
    case .sheet: try readSheet(&records)
    case .sharedStrings: sharedStrings = try SharedStrings(&records)
    default: break
    }
  }

  private mutating func readSheet(_ records: inout RecordCursor) throws {
    guard listed.count < Self.mostSheets else {
      throw RecordFault("it lists more than \(Self.mostSheets) sheets")
    }
    let start = try records.number32()
    let isHidden = try records.number8() & 3 != 0
    let isOfCells = try records.number8() == 0
    var name: [UInt8] = []
    try records.appendText(lengthBytes: 1, to: &name)
    let sheet = CellSheet(name: String(decoding: name, as: UTF8.self), isHidden: isHidden)
    listed.append((sheet, start, isOfCells))
  }

  /// A sheet reaches to the next one at most, so that no record is read for two of them.
  private mutating func placeSheets(_ count: Int) throws {
    let starts = listed.map { $0.start }.sorted() + [count]
    for (sheet, start, isOfCells) in listed where isOfCells {
      guard let end = starts.first(where: { $0 > start }), start < count else {
        throw ContainerError.damaged("The sheet '\(sheet.name)' stands behind the end of the file.")
      }
      guard listed.count(where: { $0.start == start }) == 1 else {
        throw ContainerError.damaged(
          "The sheet '\(sheet.name)' does not say where it alone stands.")
      }
      sheets.append(Sheet(sheet: sheet, stretch: start..<end))
    }
  }
}

extension SharedStrings {
  /// Reads the table of texts; a table that holds fewer than it says ends where it ends.
  init(_ records: inout RecordCursor) throws {
    self.init()
    // How often the texts are used; then how many they are.
    _ = try records.number32()
    let count = try records.number32()
    var text: [UInt8] = []
    while self.count < count, try !records.isAtEnd() {
      text.removeAll(keepingCapacity: true)
      try records.appendText(lengthBytes: 2, to: &text)
      try append(text)
    }
  }
}
