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
    let columns = content.columns.indices.map { Column(content.columns[$0], isFirst: $0 == 0) }
    var next = 0
    for row in 0..<table.count {
      markup.raw(Self.rowOpening)
      for index in columns.indices {
        let code = Int(columns[index].codes[row])
        if next < content.marks.count, content.marks[next].row == row,
          content.marks[next].column == index
        {
          let opening = columns[index].opening(of: code)
          markup.raw(columns[index].bytes[opening])
          print(content.marks[next], into: &markup)
          markup.raw(columns[index].bytes[opening.upperBound..<columns[index].ends[code]])
          next += 1
        } else {
          markup.raw(columns[index].bytes[columns[index].range(of: code)])
        }
      }
      markup.raw(Self.rowClosing)
    }
  }

  private static let rowOpening = Array("<tr>".utf8)
  private static let rowClosing = Array("</tr>\n".utf8)

  /// The cells of a column, made once for each distinct value.
  private struct Column {
    let codes: Codes
    var bytes: [UInt8] = []
    var ends: [Int] = []
    /// The end of what stands before the `>` of each cell's tag.
    private var openings: [Int] = []

    init(_ column: RowsColumn, isFirst: Bool) {
      codes = column.codes
      var markup = Markup(.replaced)
      for cell in column.cells {
        switch cell {
        case .number where !isFirst: markup.raw("<td data-n=\"\"")
        default: markup.raw(isFirst ? "<th scope=\"row\" class=\"name\"" : "<td")
        }
        openings.append(markup.bytes.count)
        markup.byte(UInt8(ascii: ">"))
        switch cell {
        case .nothing: break
        case .number(let number, let scale): markup.raw(FixedPoint.text(number, scale: scale))
        case .text(let text): markup.text(text)
        }
        markup.raw(isFirst ? "</th>" : "</td>")
        ends.append(markup.bytes.count)
      }
      bytes = markup.bytes
    }

    func range(of code: Int) -> Range<Int> { (code == 0 ? 0 : ends[code - 1])..<ends[code] }

    func opening(of code: Int) -> Range<Int> { range(of: code).lowerBound..<openings[code] }
  }

  /// The severity as a class, and what was found in words.
  private func print(_ mark: RowMark, into markup: inout Markup) {
    markup.raw(" data-mark=\"\(mark.severity.rawValue)\" title=\"")
    for (index, finding) in mark.findings.enumerated() {
      if index > 0 { markup.raw("&#10;") }
      markup.text(table.reason(finding))
    }
    markup.byte(UInt8(ascii: "\""))
  }
}
