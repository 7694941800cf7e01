/// One sheet of a workbook: its rows as bytes, and what stands around them.
struct Sheet {
  struct Column {
    /// In digits of the usual type.
    let width: Int
    /// Can be folded away, to leave the sums.
    var isDetail = false
  }

  struct Link {
    let cell: String
    /// The sheet that opens.
    let sheet: String
    /// The cell of that sheet.
    var target = "A1"
  }

  /// Cells that are filled with one of some words.
  struct Choices {
    let cells: String
    /// The words, or where they stand, as a formula.
    let formula: String
  }

  enum Fit {
    /// As many pages high as it takes, one wide.
    case width
    /// In percent, and cut before these columns.
    case cut(percent: Int, before: [Int])
  }

  let name: String
  var rows = SheetRows()
  /// The rows below those.
  var body: SheetBody?
  var columns: [Column] = []
  var frozenRows = 0
  var frozenColumns = 0
  var merges: [String] = []
  var links: [Link] = []
  var choices: [Choices] = []
  /// The header cells and the rows that a filter may hide.
  var filter: String?
  /// Ranges whose numbers carry bars of one scale.
  var bars: String?
  /// Where codes stand that look like numbers and are texts.
  var codes: String?
  var repeatedRows: ClosedRange<Int>?
  var repeatedColumns = 0
  var isLandscape = false
  var fit = Fit.width
  var footer = ""
  /// The rows with which a new page begins.
  var pageStarts: [Int] = []
  /// What is printed, where that is not all.
  var printArea: String?
  var charts: [PlacedChart] = []
  var isHidden = false

  init(name: String) { self.name = name }
}

extension Sheet {
  /// Hands over the sheet's part of the workbook (ECMA-376 part 1, 18.3.1.99), rows included.
  func write(isFirst: Bool, _ emit: ([UInt8]) -> Void) {
    emit(Array(opening(isFirst: isFirst).utf8))
    emit(rows.bytes)
    body?.write(rows.row + 1, emit)
    emit(closing)
  }

  private var closing: [UInt8] {
    var markup = Markup(.spelled)
    markup.raw("</sheetData>")
    if let filter { markup.raw("<autoFilter ref=\"\(filter)\"/>") }
    markup.raw(mergeCells + barRules)
    writeChoices(into: &markup)
    writeLinks(into: &markup)
    markup.raw(printSetup)
    markup.raw("<headerFooter><oddFooter>")
    markup.text(footer)
    markup.raw("</oddFooter></headerFooter>")
    markup.raw(breaks)
    if let codes {
      markup.raw("<ignoredErrors><ignoredError sqref=\"\(codes)\" numberStoredAsText=\"1\"/>")
      markup.raw("</ignoredErrors>")
    }
    if !charts.isEmpty { markup.raw("<drawing r:id=\"rId1\"/>") }
    markup.raw("</worksheet>")
    return markup.bytes
  }

  private func opening(isFirst: Bool) -> String {
    let fits = if case .width = fit { "<pageSetUpPr fitToPage=\"1\"/>" } else { "" }
    let hasGroups = columns.contains { $0.isDetail }
    return XLSXParts.declaration + "<worksheet xmlns=\"\(XLSXParts.main)\""
      + (charts.isEmpty ? ">" : " xmlns:r=\"\(XLSXParts.office)\">")
      + "<sheetPr><outlinePr summaryBelow=\"1\" summaryRight=\"1\"/>\(fits)</sheetPr>"
      + "<sheetViews><sheetView showGridLines=\"0\"\(isFirst ? " tabSelected=\"1\"" : "")"
      + " workbookViewId=\"0\">\(pane)</sheetView></sheetViews>"
      + "<sheetFormatPr defaultRowHeight=\"17\" customHeight=\"1\""
      + (hasGroups ? " outlineLevelCol=\"1\"/>" : "/>") + cols + "<sheetData>"
  }

  private var pane: String {
    guard frozenRows > 0 || frozenColumns > 0 else { return "" }
    let place =
      frozenColumns == 0 ? "bottomLeft" : frozenRows == 0 ? "topRight" : "bottomRight"
    return "<pane"
      + (frozenColumns > 0 ? " xSplit=\"\(frozenColumns)\"" : "")
      + (frozenRows > 0 ? " ySplit=\"\(frozenRows)\"" : "")
      + " topLeftCell=\"\(CellName.cell(frozenRows + 1, frozenColumns))\" activePane=\"\(place)\""
      + " state=\"frozen\"/><selection pane=\"\(place)\"/>"
  }

  private var cols: String {
    let entries = columns.enumerated().map { index, column in
      "<col min=\"\(index + 1)\" max=\"\(index + 1)\" width=\"\(column.width)\" customWidth=\"1\""
        + (column.isDetail ? " outlineLevel=\"1\"/>" : "/>")
    }
    return entries.isEmpty ? "" : "<cols>\(entries.joined())</cols>"
  }

  private var mergeCells: String {
    guard !merges.isEmpty else { return "" }
    let cells = merges.map { "<mergeCell ref=\"\($0)\"/>" }.joined()
    return "<mergeCells count=\"\(merges.count)\">\(cells)</mergeCells>"
  }

  private var barRules: String {
    guard let bars else { return "" }
    return "<conditionalFormatting sqref=\"\(bars)\"><cfRule type=\"dataBar\" priority=\"1\">"
      + "<dataBar><cfvo type=\"num\" val=\"0\"/><cfvo type=\"max\"/>"
      + "<color rgb=\"FF\(Palette.bar)\"/></dataBar></cfRule></conditionalFormatting>"
  }

  /// Lists to choose from (18.3.1.32); other words can be typed in, after a warning.
  private func writeChoices(into markup: inout Markup) {
    guard !choices.isEmpty else { return }
    markup.raw("<dataValidations count=\"\(choices.count)\">")
    for choice in choices {
      markup.raw("<dataValidation type=\"list\" errorStyle=\"warning\" allowBlank=\"1\"")
      markup.raw(" showErrorMessage=\"1\" sqref=\"\(choice.cells)\"><formula1>")
      markup.text(choice.formula)
      markup.raw("</formula1></dataValidation>")
    }
    markup.raw("</dataValidations>")
  }

  private func writeLinks(into markup: inout Markup) {
    guard !links.isEmpty else { return }
    markup.raw("<hyperlinks>")
    for link in links {
      markup.raw("<hyperlink ref=\"\(link.cell)\" location=\"")
      markup.text(XLSXParts.quoted(link.sheet) + "!" + link.target)
      markup.raw("\"/>")
    }
    markup.raw("</hyperlinks>")
  }

  private var printSetup: String {
    let scale =
      switch fit {
      case .width: " fitToWidth=\"1\" fitToHeight=\"0\""
      case .cut(let percent, _): " scale=\"\(percent)\""
      }
    // Paper 9 is A4; margins are in inches.
    return "<pageMargins left=\"0.45\" right=\"0.45\" top=\"0.55\" bottom=\"0.65\" header=\"0.3\""
      + " footer=\"0.3\"/><pageSetup paperSize=\"9\"\(scale)"
      + " orientation=\"\(isLandscape ? "landscape" : "portrait")\"/>"
  }

  private var breaks: String {
    let rows = Self.breaks("rowBreaks", after: pageStarts.map { $0 - 1 }, reach: 16383)
    guard case .cut(_, let columns) = fit else { return rows }
    return rows + Self.breaks("colBreaks", after: columns, reach: 1_048_575)
  }

  private static func breaks(_ name: String, after places: [Int], reach: Int) -> String {
    guard !places.isEmpty else { return "" }
    let breaks = places.map { "<brk id=\"\($0)\" max=\"\(reach)\" man=\"1\"/>" }.joined()
    return
      "<\(name) count=\"\(places.count)\" manualBreakCount=\"\(places.count)\">\(breaks)</\(name)>"
  }
}
