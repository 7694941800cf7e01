internal import Tables

/// Prints the rows of a dataset for the screen; on paper, for which they are too wide, a sentence says where they are.
struct HTMLRows {
  private let table: RowsTable
  private let content: RowsContent
  private let id: String
  private let words: Words

  init(_ table: RowsTable, number: Int, words: Words) {
    self.table = table
    content = table.fill()
    id = "r\(number)"
    self.words = words
  }

  func print(into markup: inout Markup) {
    markup.raw("<div class=\"sheet\">\n<div class=\"scroll screen\" role=\"region\" tabindex=\"0\"")
    markup.raw(
      " aria-labelledby=\"\(id)c\">\n<table class=\"rows\">\n<caption id=\"\(id)c\"><span>")
    markup.text(table.title)
    markup.raw("</span></caption>\n<thead>\n<tr>")
    for (index, column) in content.columns.enumerated() {
      markup.raw(index == 0 ? "<th scope=\"col\" class=\"name\">" : "<th scope=\"col\">")
      markup.text(column.heading)
      markup.raw("</th>")
    }
    markup.raw("</tr>\n</thead>\n<tbody>\n")
    printRows(into: &markup)
    markup.raw("</tbody>\n</table>\n</div>\n<p class=\"paper note\">")
    markup.text(words[.rowsOnPaper, String(table.count), String(content.columns.count)])
    markup.raw("</p>\n")
    for note in table.notes {
      markup.raw("<p class=\"note\">")
      markup.text(note)
      markup.raw("</p>\n")
    }
    markup.raw("</div>\n")
  }

  private func printRows(into markup: inout Markup) {
    let values = content.columns.map { $0.cells.map(Self.escaped) }
    var next = 0
    for row in 0..<table.count {
      markup.raw("<tr>")
      for (index, column) in content.columns.enumerated() {
        let code = Int(column.codes[row])
        markup.raw(index == 0 ? Self.head : column.cells[code].isNumber ? Self.number : Self.cell)
        if next < content.marks.count, content.marks[next].row == row,
          content.marks[next].column == index
        {
          print(content.marks[next], into: &markup)
          next += 1
        }
        markup.byte(UInt8(ascii: ">"))
        markup.raw(values[index][code])
        markup.raw(index == 0 ? Self.headEnd : Self.cellEnd)
      }
      markup.raw("</tr>\n")
    }
  }

  private static let head = Array("<th scope=\"row\" class=\"name\"".utf8)
  private static let headEnd = Array("</th>".utf8)
  private static let number = Array("<td data-n=\"\"".utf8)
  private static let cell = Array("<td".utf8)
  private static let cellEnd = Array("</td>".utf8)

  /// The severity as a class, and what was found in words.
  private func print(_ mark: RowMark, into markup: inout Markup) {
    markup.raw(" data-mark=\"\(mark.severity.rawValue)\" title=\"")
    for (index, finding) in mark.findings.enumerated() {
      if index > 0 { markup.raw("&#10;") }
      markup.text(table.reason(finding))
    }
    markup.byte(UInt8(ascii: "\""))
  }

  private static func escaped(_ cell: RowCell) -> [UInt8] {
    switch cell {
    case .nothing: return []
    case .number(let number, let scale): return Array(FixedPoint.text(number, scale: scale).utf8)
    case .text(let text):
      var markup = Markup(.replaced)
      markup.text(text)
      return markup.bytes
    }
  }
}

extension RowCell {
  fileprivate var isNumber: Bool {
    if case .number = self { true } else { false }
  }
}
