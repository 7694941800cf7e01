import Containers
import Ingest
import TestKit
import Testing

/// A sheet made by chance, with the rows and cells that libxml2 sees in it.
private struct RandomSheet {
  private var numbers: SeededGenerator
  private(set) var xml = ""

  private static let texts = [
    "ก", "โรงเรียน บ้าน", "a&amp;b", "&#3585;&lt;", "1", "<![CDATA[<x>]]>", "a<!-- c -->b",
  ]

  init(seed: UInt64) {
    numbers = SeededGenerator(seed)
    var row = 0
    for _ in 0..<Int.random(in: 0..<30, using: &numbers) {
      row += Int.random(in: 1...3, using: &numbers)
      appendRow(row)
    }
  }

  private mutating func pick(_ texts: String...) -> String {
    texts[Int.random(in: 0..<texts.count, using: &numbers)]
  }

  private mutating func appendRow(_ row: Int) {
    xml += pick("", "\n", " <!-- <row> --> ") + "<row" + pick("", " spans='1:3'")
    xml += pick(" r=\"\(row)\"", " r='\(row)' ", "\n r = \"\(row)\"") + pick(">", " >")
    var column = -1
    for _ in 0..<Int.random(in: 0..<8, using: &numbers) {
      column += Int.random(in: 1...20, using: &numbers)
      let reference = RowLines.letters(column) + String(row)
      xml += pick("", "", " ", "<other a='/>'><c/></other>")
      xml += "<c " + pick("", "cm='1' ") + pick("r=\"\(reference)\"", "r='\(reference)'") + body()
    }
    xml += "</row>"
  }

  private mutating func body() -> String {
    let text = Self.texts[Int.random(in: 0..<Self.texts.count, using: &numbers)]
    // Quarters are exact, and so written in one way only.
    let number = Double(Int.random(in: -9999...99999, using: &numbers)) / 4
    let plain = number == number.rounded() ? "\(Int(number))" : "\(number)"
    return pick(
      "/>", " ></c>", "><v>\(plain)</v></c>", " s=\"0\"><v>\(plain)</v></c>", "><f>A1</f></c>",
      " t=\"str\"><f>A1&amp;\"\"</f><v>\(text)</v></c>", " t=\"str\"><v>\(text)</v></c>",
      " t=\"inlineStr\"><is><t>\(text)</t></is></c>",
      " t=\"inlineStr\"><is><r><rPr/><t>\(text)</t></r><r><t>\(text)</t></r></is></c>")
  }
}

/// The rows that a tree of libxml2 holds, in the words of `RowLines`.
private func lines(_ tree: XMLTree) -> [String] {
  (tree.first("sheetData")?.all("row") ?? []).map { row in
    let number = row.attributes["r"] ?? ""
    let cells = row.all("c").compactMap { cell -> String? in
      let inline = cell.first("is").map { string in
        (string.all("t") + string.all("r").flatMap { $0.all("t") }).map { $0.text }.joined()
      }
      guard let text = inline ?? cell.first("v")?.text, !text.isEmpty else { return nil }
      return " \((cell.attributes["r"] ?? "").filter { $0.isLetter })=\(text)"
    }
    return "\(number):" + cells.joined()
  }
}

@Test(arguments: 0..<300 as Range<UInt64>)
func readsTheSameCellsAsLibxml2(seed: UInt64) throws {
  let sheet = SampleWorkbook.sheet(RandomSheet(seed: seed).xml)
  let tree = try XMLTree(Array(sheet.utf8), part: "sheet")
  #expect(try SampleWorkbook(sheet: sheet).read() == lines(tree))
}

/// A workbook with everything that is read: strings, styles, dates, formulas.
private func variedWorkbook() -> SampleWorkbook {
  var workbook = SampleWorkbook(
    rows: """
      <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>
      <row r="3"><c r="A3" s="1"><v>42005.25</v></c><c r="C3"><v>1.1E12</v></c><c><v>24.5</v></c>\
      <c r="E3" t="b"><v>1</v></c><c r="F3" t="e"><v>#N/A</v></c></row>
      <row><c t="inlineStr"><is><r><t>ก&amp;</t></r></is></c><c t="str"><f>A1</f><v>x_x0041_</v></c>\
      </row>
      """)
  workbook.strings = "<si><t>รหัสโรงเรียน</t></si><si><r><t>ก</t></r><r><t> ข</t></r></si>"
  workbook.styles = """
    <numFmts><numFmt numFmtId="164" formatCode="d/m/yyyy"/></numFmts>\
    <cellXfs><xf/><xf numFmtId="164"/></cellXfs>
    """
  return workbook
}

/// Changes a few places of a part's XML in ways that matter to its reader.
private func change(_ bytes: inout [UInt8], _ numbers: inout SeededGenerator) {
  let marks = Array("<>/&;\"'=!-?[]rcvst019AZ_x: ".utf8) + [0, 0x80, 0xE0, 0xFF]
  for _ in 0..<Int.random(in: 1...3, using: &numbers) {
    let place = Int.random(in: 0..<bytes.count, using: &numbers)
    switch Int.random(in: 0..<4, using: &numbers) {
    case 0: bytes.removeSubrange(place..<min(bytes.count - 1, place + 9))
    case 1: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 20)], at: place)
    default: bytes[place] = marks[Int.random(in: 0..<marks.count, using: &numbers)]
    }
    if bytes.isEmpty { bytes = [0] }
  }
}

/// What is read, or nil when it is refused; any other end fails the test.
private func outcome(_ bytes: [UInt8]) -> [String]? {
  do {
    return try SampleWorkbook.read(bytes)
  } catch {
    #expect(error is ContainerError)
    return nil
  }
}

@Test(arguments: 0..<10 as Range<UInt64>)
func readsOrRefusesWhateverIsChangedInAPart(seed: UInt64) throws {
  var numbers = SeededGenerator(seed)
  let parts = variedWorkbook().parts
  for _ in 0..<250 {
    let changed = Int.random(in: 0..<parts.count, using: &numbers)
    var zip = ZipWriter()
    for (index, part) in parts.enumerated() {
      var bytes = Array(part.text.utf8)
      if index == changed { change(&bytes, &numbers) }
      zip.add(path: part.path, bytes: bytes)
    }
    _ = outcome(zip.finish())
  }
}

@Test(arguments: 0..<10 as Range<UInt64>)
func readsOrRefusesWhateverIsChangedInTheFile(seed: UInt64) {
  var numbers = SeededGenerator(seed)
  let sample = variedWorkbook().bytes
  for _ in 0..<250 {
    var bytes = sample
    for _ in 0..<Int.random(in: 1...3, using: &numbers) {
      let place = Int.random(in: 0..<bytes.count, using: &numbers)
      bytes[place] = UInt8.random(in: 0...255, using: &numbers)
    }
    _ = outcome(bytes)
  }
}

/// A second blank after the name of a cell or string keeps it from being read as a plain one.
private func withoutPlainForms(_ bytes: [UInt8]) -> [UInt8] {
  var changed: [UInt8] = []
  for (place, byte) in bytes.enumerated() {
    if byte == UInt8(ascii: ">"), bytes[..<place].suffix(3).elementsEqual("<si".utf8) {
      changed.append(UInt8(ascii: " "))
    }
    if byte == UInt8(ascii: " "), bytes[..<place].suffix(2).elementsEqual("<c".utf8) {
      changed.append(UInt8(ascii: " "))
    }
    changed.append(byte)
  }
  return changed
}

@Test(arguments: 0..<10 as Range<UInt64>)
func readsPlainCellsAsTheExactReadingDoes(seed: UInt64) throws {
  var numbers = SeededGenerator(seed)
  let parts = variedWorkbook().parts
  for _ in 0..<250 {
    var plain = ZipWriter()
    var exact = ZipWriter()
    for part in parts {
      var bytes = Array(part.text.utf8)
      let holdsCells = part.path.contains("sheet1") || part.path.contains("sharedStrings")
      if holdsCells { change(&bytes, &numbers) }
      plain.add(path: part.path, bytes: bytes)
      exact.add(path: part.path, bytes: holdsCells ? withoutPlainForms(bytes) : bytes)
    }
    let (one, other) = (outcome(plain.finish()), outcome(exact.finish()))
    #expect(one == other)
  }
}
