internal import Tables

/// Prints one table; one that is too wide for paper is printed twice, whole for the screen and in
/// parts for the printer.
struct HTMLTable {
  /// Digits that fit beside each other on A4 in the style sheet's type for print.
  private enum Paper {
    static let upright = 128
    static let sideways = 184
    /// Names wrap on paper beyond this.
    static let widestStub = 24
    /// A table of so many rows is not torn over two pages.
    static let rows = 30
  }

  /// More rows than the largest office has schools; of longer tables a page would be slow to open.
  private static let mostRows = 1_000

  private let table: DocumentTable
  private let id: String
  private let words: Words
  private let numerals: Numerals
  private let grid: HeaderGrid
  private let widths: TableWidths

  init(_ table: DocumentTable, id: String, words: Words, numerals: Numerals) {
    let table = Self.cut(table, words, numerals)
    self.table = table
    self.id = id
    self.words = words
    self.numerals = numerals
    grid = HeaderGrid(table)
    widths = TableWidths(table, widestStub: Paper.widestStub)
  }

  func print(into markup: inout Markup) {
    let isWide = widths.total > Paper.upright
    let keeps = table.rows.count <= Paper.rows
    let classes = "sheet" + (isWide ? " wide" : "") + (keeps ? " keep" : "")
    markup.raw("<div class=\"\(classes)\" id=\"\(id)\">\n")
    let parts = widths.parts(of: grid, within: Paper.sideways)
    let isCut = isWide && parts.count > 1
    markup.raw(isCut ? "<div class=\"scroll screen\"" : "<div class=\"scroll\"")
    markup.raw(" role=\"region\" tabindex=\"0\" aria-labelledby=\"\(id)c\">\n")
    printTable(table, caption: table.title, captionID: " id=\"\(id)c\"", into: &markup)
    markup.raw("</div>\n")
    if isCut {
      for (index, part) in parts.enumerated() {
        let count = numerals.text(words[.part, String(index + 1), String(parts.count)])
        markup.raw("<div class=\"paper\">\n")
        printTable(table.part(part), caption: table.title + " " + count, into: &markup)
        markup.raw("</div>\n")
      }
    }
    printNotes(into: &markup)
    markup.raw("</div>\n")
  }

  /// The first rows of a very long table with all its sums, and where the others are.
  private static func cut(
    _ table: DocumentTable, _ words: Words, _ numerals: Numerals
  ) -> DocumentTable {
    let details = table.rows.count { $0.role == .detail }
    guard details > mostRows else { return table }
    var room = mostRows
    let rows = table.rows.filter { row in
      guard row.role == .detail else { return true }
      room -= 1
      return room >= 0
    }
    let (shown, all) = (NumberText.grouped(mostRows), NumberText.grouped(details))
    return table.with(rows: rows, note: numerals.text(words[.moreRows, shown, all]))
  }

  private func printNotes(into markup: inout Markup) {
    for note in table.notes {
      markup.raw("<p class=\"note\">")
      markup.text(note)
      markup.raw("</p>\n")
    }
  }

  private func printTable(
    _ table: DocumentTable, caption: String, captionID: String = "", into markup: inout Markup
  ) {
    let printing = TablePrinting(table, numerals)
    markup.raw("<table>\n<caption\(captionID)><span>")
    markup.text(caption)
    markup.raw("</span></caption>\n")
    printing.printHead(into: &markup)
    printing.printRows(into: &markup)
    markup.raw("</table>\n")
  }
}

/// The rows of a table, and what each column's cells have in common.
private struct TablePrinting {
  private let table: DocumentTable
  private let grid: HeaderGrid
  /// The classes of each column's cells.
  private let classes: [[String]]
  private let longest: Int
  private let numerals: Numerals

  init(_ table: DocumentTable, _ numerals: Numerals) {
    self.numerals = numerals
    let grid = HeaderGrid(table)
    self.table = table
    self.grid = grid
    longest = table.longestBar
    let starts = (0..<min(2, grid.depth - 1)).map { level in
      Set(grid.cells(inRow: level).map { $0.column })
    }
    classes = table.columns.enumerated().map { index, column in
      var classes: [String] = []
      if let level = starts.firstIndex(where: { $0.contains(index) }) {
        classes.append(level == 0 ? "g" : "h")
      }
      if column.role != .detail { classes.append("s") }
      return classes
    }
  }

  // MARK: Headings

  func printHead(into markup: inout Markup) {
    markup.raw("<colgroup span=\"\(table.stubs.count)\"></colgroup>")
    for cell in grid.cells(inRow: 0) {
      markup.raw("<colgroup span=\"\(cell.columns)\"></colgroup>")
    }
    markup.raw("\n<thead>\n")
    for level in 0..<grid.depth {
      markup.raw("<tr>")
      if level == 0 { printStubs(into: &markup) }
      for cell in grid.cells(inRow: level) { print(cell, into: &markup) }
      markup.raw("</tr>\n")
    }
    markup.raw("</thead>\n")
  }

  private func printStubs(into markup: inout Markup) {
    for (stub, heading) in table.stubs.enumerated() {
      markup.raw("<th scope=\"col\"")
      if grid.depth > 1 { markup.raw(" rowspan=\"\(grid.depth)\"") }
      printStubClass(stub, into: &markup)
      markup.text(heading)
      markup.raw("</th>")
    }
  }

  /// The stubs before the naming one are numbers and codes; a phone leaves them out.
  private func printStubClass(_ stub: Int, into markup: inout Markup) {
    if stub < table.namingStub { markup.raw(" class=\"code\"") }
    if stub == table.namingStub { markup.raw(" class=\"name\"") }
    if table.textStubs.contains(stub) { markup.raw(" class=\"text\"") }
    markup.raw(">")
  }

  private func print(_ cell: HeaderGrid.Cell, into markup: inout Markup) {
    markup.raw(cell.columns > 1 ? "<th scope=\"colgroup\"" : "<th scope=\"col\"")
    if cell.columns > 1 { markup.raw(" colspan=\"\(cell.columns)\"") }
    if cell.rows > 1 { markup.raw(" rowspan=\"\(cell.rows)\"") }
    printClasses(classes[cell.column], into: &markup)
    markup.raw(">")
    markup.text(cell.text)
    markup.raw("</th>")
  }

  // MARK: Rows

  func printRows(into markup: inout Markup) {
    markup.raw("<tbody>\n")
    for row in table.rows {
      markup.raw("<tr data-row=\"")
      markup.text(row.key)
      markup.raw(row.role == .detail ? "\">" : "\" class=\"\(row.role.rawValue)\">")
      for (stub, label) in row.labels.enumerated() {
        markup.raw("<th scope=\"row\"")
        printStubClass(stub, into: &markup)
        markup.text(label)
        markup.raw("</th>")
      }
      for (column, value) in row.cells.enumerated() {
        print(value, column: column, of: row, into: &markup)
      }
      markup.raw("</tr>\n")
    }
    markup.raw("</tbody>\n")
  }

  private func print(
    _ value: Figure.Value, column: Int, of row: DocumentTable.Row, into markup: inout Markup
  ) {
    var classes = classes[column]
    switch value {
    case .count(0), .amount(hundredths: 0): classes.append("zero")
    case .change(let now, let before, _) where now == before: classes.append("zero")
    case .noData, .notComputed: classes.append("none")
    case .suppressed: classes.append("few")
    case .count, .amount, .share, .ratio, .mean, .change: break
    }
    let bar = bar(value, column: column, of: row)
    if bar != nil { classes.append("bar") }
    markup.raw("<td")
    printClasses(classes, into: &markup)
    markup.name(table.name(of: column, in: row))
    markup.raw(">")
    // A width of SVG is no style, which the page's policy forbids.
    if let bar { markup.raw("<svg aria-hidden=\"true\" width=\"\(bar)%\"></svg>") }
    markup.text(numerals.text(value))
    markup.raw("</td>")
  }

  /// The length of a figure's bar in hundredths of the longest.
  private func bar(_ value: Figure.Value, column: Int, of row: DocumentTable.Row) -> Int? {
    guard table.columns[column].hasBars, row.role == .detail, longest > 0,
      case .count(let count) = value, count >= 0
    else { return nil }
    return Int((Double(count) / Double(longest) * 100).rounded())
  }

  private func printClasses(_ classes: [String], into markup: inout Markup) {
    guard !classes.isEmpty else { return }
    markup.raw(" class=\"\(classes.joined(separator: " "))\"")
  }
}
