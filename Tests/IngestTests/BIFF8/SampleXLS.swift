import Containers
import Ingest
import TestKit

/// Makes small workbooks of Excel 97–2003 out of their records, and shows what is read of them.
struct SampleXLS: Sendable {
  struct Sheet: Sendable {
    var name = "นักเรียน"
    var state = 0
    var type = 0
    /// What stands between the first and the last record of the sheet.
    var records: [BIFFRecord]
    /// The first and the last record.
    var isClosed = true
    var version = 0x0600
  }

  var sheets: [Sheet]
  /// What stands before the list of sheets, and what behind it.
  var head: [BIFFRecord] = []
  var texts: [BIFFRecord] = []
  var version = 0x0600
  var streamName = "Workbook"
  var file = CompoundBytes("Workbook", [])

  init(_ records: [BIFFRecord]) { sheets = [Sheet(records: records)] }

  init(sheets: [Sheet]) { self.sheets = sheets }

  var stream: [UInt8] {
    let start = BIFFRecord.start(5, version: version)
    let before = ([start] + head).flatMap { $0.bytes }
    let behind = (texts + [.end]).flatMap { $0.bytes }
    let bodies = sheets.map { sheet in
      let records = [.start(0x10, version: sheet.version)] + sheet.records
      return (sheet.isClosed ? records + [.end] : records).flatMap { $0.bytes }
    }
    let names = sheets.map { BIFFRecord.text($0.name, lengthBytes: 1) }
    var place = before.count + names.reduce(0) { $0 + 10 + $1.count } + behind.count
    var list: [UInt8] = []
    for (index, sheet) in sheets.enumerated() {
      let body = BIFFRecord.four(place) + [UInt8(sheet.state), UInt8(sheet.type)] + names[index]
      list += BIFFRecord(0x85, body).bytes
      place += bodies[index].count
    }
    return before + list + behind + bodies.flatMap { $0 }
  }

  var bytes: [UInt8] {
    var file = file
    file.streams[0] = .init(streamName, stream)
    return file.bytes
  }

  /// The rows of all sheets, such as `3: B=text D=5`.
  func read() throws -> [String] { try Self.read(bytes) }

  static func read(_ bytes: [UInt8]) throws -> [String] {
    let workbook = try XLSWorkbook(ByteSource(bytes))
    var lines = RowLines(workbook.sharedStrings)
    for sheet in workbook.sheets.indices { try workbook.read(sheet: sheet, into: &lines) }
    return lines.lines
  }
}
