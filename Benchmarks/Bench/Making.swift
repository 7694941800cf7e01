internal import Containers
internal import Synth

/// Makes the same students in every container that is measured.
///
/// Files that exist already are kept: the same settings give the same bytes.
struct Making {
  let folder: String
  let students: Int

  func run() throws {
    let lines = try CSVLines(students: students)
    try write("students.csv") { try $0.append(lines.bytes) }
    try write("students-874.csv") { try $0.append(Transcoding.windows874(lines.bytes)) }
    try write("students.xlsx") { try $0.append(workbook(lines)) }
    try write("students-html.xls") { try MarkupTable.page.write(lines, to: $0) }
    try write("students-2003.xml") { try MarkupTable.spreadsheet.write(lines, to: $0) }
  }

  private func workbook(_ lines: CSVLines) -> [UInt8] {
    var sheet = WorkbookSheet()
    lines.forEach { _ = sheet.append(Row($0.map { String(decoding: $0, as: UTF8.self) })) }
    return sheet.finish()
  }

  private func write(_ name: String, _ body: (FileSink) throws -> Void) throws {
    let sink = try FileSink(path: "\(folder)/\(name)")
    try body(sink)
    try sink.finish()
  }
}

/// The lines of a list of students that has neither quotes nor damage.
struct CSVLines {
  private(set) var bytes: [UInt8] = []

  init(students: Int) throws {
    let settings = try SynthSettings(
      schools: max(1, students / 250), students: students, isClean: true)
    var layout = SingleLayout(settings)
    while let batch = layout.nextBatch() {
      for file in batch where file.path.hasSuffix("students.csv") { bytes += file.bytes }
    }
    precondition(!bytes.contains(UInt8(ascii: "\"")), "clean students have no quotes")
  }

  func forEach(_ body: (_ cells: [ArraySlice<UInt8>]) throws -> Void) rethrows {
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      try body(line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false))
    }
  }
}

/// A table in marks, as wordy as the programs write it.
struct MarkupTable {
  let head: String
  let rowOpen: String
  let cellOpen: String
  let cellClose: String
  let rowClose: String
  let foot: String

  static let page = MarkupTable(
    head: """
      <html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head>
      <body><table border="1">\n
      """,
    rowOpen: "<tr>\n",
    cellOpen: "  <td style=\"mso-number-format:'\\@';border:.5pt solid #000000\">",
    cellClose: "</td>\n", rowClose: "</tr>\n", foot: "</table></body></html>\n")

  static let spreadsheet = MarkupTable(
    head: """
      <?xml version="1.0" encoding="UTF-8"?>
      <?mso-application progid="Excel.Sheet"?>
      <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
       xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
      <Worksheet ss:Name="Sheet1"><Table>\n
      """,
    rowOpen: "<Row>\n", cellOpen: "<Cell ss:StyleID=\"s62\"><Data ss:Type=\"String\">",
    cellClose: "</Data></Cell>\n", rowClose: "</Row>\n",
    foot: "</Table></Worksheet></Workbook>\n")

  func write(_ lines: CSVLines, to sink: FileSink) throws {
    var bytes = Array(head.utf8)
    try lines.forEach { cells in
      bytes += rowOpen.utf8
      for cell in cells {
        bytes += cellOpen.utf8
        bytes += cell
        bytes += cellClose.utf8
      }
      bytes += rowClose.utf8
      guard bytes.count > 1 << 20 else { return }
      try sink.append(bytes)
      bytes.removeAll(keepingCapacity: true)
    }
    try sink.append(bytes + Array(foot.utf8))
  }
}
