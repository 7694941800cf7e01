/// The parts of a workbook (ECMA-376 part 2 packaging, part 1 18.2), always in the same order.
struct Workbook {
  var strings = SharedStrings()
  var looks = LookBook()
  var sheets: [Sheet] = []
  let title: String
  /// The long lists to choose from, which stand on a hidden sheet of this name.
  private var longChoices: [[String]] = []
  private let choiceSheet: String
  /// For whose eyes it is.
  private let audience: String

  init(title: String, audience: String, choiceSheet: String) {
    self.title = title
    self.audience = audience
    self.choiceSheet = choiceSheet
  }

  /// What a cell is told to offer: the words themselves, or where they stand.
  ///
  /// Excel takes 255 characters of words with commas between them.
  mutating func choices(of words: [String]) -> String {
    let listed = words.joined(separator: ",")
    if listed.utf16.count <= 255, !words.contains(where: { $0.contains(",") }) {
      // A quote within a formula's text is doubled.
      let parts = listed.split(separator: "\"", omittingEmptySubsequences: false)
      return "\"" + parts.joined(separator: "\"\"") + "\""
    }
    let column = longChoices.firstIndex(of: words) ?? longChoices.count
    if column == longChoices.count { longChoices.append(words) }
    let range = CellName.range(1...words.count, column...column)
    return XLSXParts.quoted(choiceSheet) + "!" + XLSXParts.absolute(range)
  }

  /// A column of the hidden sheet for each long list.
  private mutating func addChoiceSheet() {
    guard !longChoices.isEmpty else { return }
    var sheet = Sheet(name: choiceSheet)
    sheet.isHidden = true
    let look = looks.index(of: Look(number: .text))
    for row in 0..<(longChoices.map { $0.count }.max() ?? 0) {
      sheet.rows.open()
      for words in longChoices {
        if words.indices.contains(row) {
          sheet.rows.text(strings.index(of: words[row]), look)
        } else {
          sheet.rows.blank(look)
        }
      }
      sheet.rows.close()
    }
    sheets.append(sheet)
  }

  /// Hands over every part, some in pieces; dates are left out, so that equal documents are equal files.
  mutating func write(
    _ part: (_ path: String, _ pieces: (_ emit: ([UInt8]) -> Void) -> Void) -> Void
  ) {
    addChoiceSheet()
    let small = [
      ("[Content_Types].xml", contentTypes),
      ("_rels/.rels", XLSXParts.rootRelations),
      ("docProps/app.xml", XLSXParts.application),
      ("docProps/core.xml", coreProperties),
      ("xl/workbook.xml", book),
      ("xl/_rels/workbook.xml.rels", relations),
    ]
    for (path, bytes) in small { part(path) { emit in emit(bytes) } }
    for (index, sheet) in sheets.enumerated() {
      part("xl/worksheets/sheet\(index + 1).xml") { sheet.write(isFirst: index == 0, $0) }
    }
    for drawing in drawings {
      for (path, bytes) in drawing.parts { part(path) { $0(bytes) } }
    }
    part("xl/sharedStrings.xml") { strings.write($0) }
    part("xl/styles.xml") { $0(looks.styles) }
  }

  /// The drawings of the sheets that have charts, numbered through the workbook.
  private var drawings: [DrawingParts] {
    var drawings: [DrawingParts] = []
    var charts = 0
    for (index, sheet) in sheets.enumerated() where !sheet.charts.isEmpty {
      drawings.append(
        DrawingParts(
          number: drawings.count + 1, sheet: index + 1, firstChart: charts + 1, sheet.charts))
      charts += sheet.charts.count
    }
    return drawings
  }

  private var contentTypes: [UInt8] {
    let sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
    let overrides = sheets.indices.map {
      "<Override PartName=\"/xl/worksheets/sheet\($0 + 1).xml\" ContentType=\"\(sheet)\"/>"
    }
    return Array(
      (XLSXParts.declaration + XLSXParts.contentTypesStart + overrides.joined()
        + drawings.map { $0.contentTypes }.joined() + "</Types>").utf8)
  }

  private var relations: [UInt8] {
    let targets = sheets.indices.map { ("worksheet", "worksheets/sheet\($0 + 1).xml") }
    let names = targets + [("sharedStrings", "sharedStrings.xml"), ("styles", "styles.xml")]
    return XLSXParts.relations(names.map { (XLSXParts.office + "/" + $0.0, $0.1) })
  }

  private var coreProperties: [UInt8] {
    var markup = Markup(.spelled)
    markup.raw(XLSXParts.declaration)
    markup.raw(
      "<cp:coreProperties xmlns:cp=\"\(XLSXParts.package)/metadata/core-properties\""
        + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>")
    markup.text(title)
    markup.raw("</dc:title><dc:creator>Krong</dc:creator><cp:category>")
    markup.text(audience)
    markup.raw("</cp:category></cp:coreProperties>")
    return markup.bytes
  }

  private var book: [UInt8] {
    var markup = Markup(.spelled)
    markup.raw(XLSXParts.declaration)
    markup.raw("<workbook xmlns=\"\(XLSXParts.main)\" xmlns:r=\"\(XLSXParts.office)\">")
    markup.raw("<bookViews><workbookView tabRatio=\"800\"/></bookViews><sheets>")
    for (index, sheet) in sheets.enumerated() {
      markup.raw("<sheet name=\"")
      markup.text(sheet.name)
      markup.raw("\" sheetId=\"\(index + 1)\"\(sheet.isHidden ? " state=\"hidden\"" : "")")
      markup.raw(" r:id=\"rId\(index + 1)\"/>")
    }
    markup.raw("</sheets>")
    writeNames(into: &markup)
    markup.raw("</workbook>")
    return markup.bytes
  }

  /// The names by which Excel remembers filters and what is repeated on every printed page.
  private func writeNames(into markup: inout Markup) {
    var names = Markup(.spelled)
    for (index, sheet) in sheets.enumerated() {
      let quoted = XLSXParts.quoted(sheet.name)
      if let filter = sheet.filter {
        names.raw("<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"\(index)\"")
        names.raw(" hidden=\"1\">")
        names.text(quoted + "!" + XLSXParts.absolute(filter))
        names.raw("</definedName>")
      }
      if let area = sheet.printArea {
        names.raw("<definedName name=\"_xlnm.Print_Area\" localSheetId=\"\(index)\">")
        names.text(quoted + "!" + XLSXParts.absolute(area))
        names.raw("</definedName>")
      }
      guard let rows = sheet.repeatedRows else { continue }
      names.raw("<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"\(index)\">")
      if sheet.repeatedColumns > 0 {
        names.text(quoted + "!$A:$\(CellName.column(sheet.repeatedColumns - 1)),")
      }
      names.text(quoted + "!$\(rows.lowerBound):$\(rows.upperBound)")
      names.raw("</definedName>")
    }
    guard !names.bytes.isEmpty else { return }
    markup.raw("<definedNames>")
    markup.raw(names.bytes)
    markup.raw("</definedNames>")
  }
}
