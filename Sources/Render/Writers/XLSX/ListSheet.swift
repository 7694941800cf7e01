/// The sheet of a long list: a heading, lines to be worked through, filters, and cells to choose from.
struct ListSheet {
  /// What a sheet of Excel holds.
  private static let mostRows = 1_048_576

  /// Of the full size, on paper; so many digits fit beside each other then.
  private static let percent = 70
  private static let paperWidth = 182

  private let list: DocumentList
  private let name: String
  private let masthead: PageHead
  private let footer: String

  init(_ list: DocumentList, name: String, masthead: PageHead, footer: String) {
    self.list = list
    self.name = name
    self.masthead = masthead
    self.footer = footer
  }

  func write(into book: inout Workbook, back: String, to overview: String) {
    var sheet = Sheet(name: name)
    sheet.columns = list.columns.map { Sheet.Column(width: $0.width) }
    sheet.footer = footer
    sheet.isLandscape = true
    sheet.fit = .cut(percent: Self.percent, before: cuts)
    sheet.repeatedColumns = list.frozen
    let lines = [
      (list.title, Look(size: 13, isBold: true, color: Palette.brand)),
      (masthead.office + " · " + masthead.subtitle, Look.quiet), ("← " + back, Look.link),
    ]
    for (text, look) in lines {
      sheet.rows.open(height: look.size > 12 ? 22 : nil)
      book.write(text, look, to: &sheet.rows)
      sheet.rows.close()
    }
    sheet.links.append(Sheet.Link(cell: CellName.cell(sheet.rows.row, 0), sheet: overview))
    sheet.rows.open(height: 34)
    for column in list.columns { book.write(column.heading, .headTop, to: &sheet.rows) }
    sheet.rows.close()
    let head = sheet.rows.row
    writeLines(to: &sheet, &book)
    let last = max(sheet.rows.row, head + 1)
    let width = 0...(list.columns.count - 1)
    sheet.frozenRows = head
    sheet.frozenColumns = list.frozen
    sheet.repeatedRows = head...head
    sheet.filter = CellName.range(head...last, width)
    sheet.codes = CellName.range((head + 1)...last, width)
    sheet.choices = list.columns.indices.filter { !list.columns[$0].choices.isEmpty }.map {
      Sheet.Choices(
        cells: CellName.range((head + 1)...last, $0...$0), words: list.columns[$0].choices)
    }
    book.sheets.append(sheet)
  }

  /// The columns with which a new page begins.
  private var cuts: [Int] {
    let repeated = list.columns.prefix(list.frozen).reduce(0) { $0 + $1.width }
    var cuts: [Int] = []
    var width = 0
    for (column, head) in list.columns.enumerated() {
      if width > 0, width + head.width > Self.paperWidth {
        cuts.append(column)
        width = repeated
      }
      width += head.width
    }
    return cuts
  }

  /// Every other group has a ground of its own, so that one is told from the next.
  private func writeLines(to sheet: inout Sheet, _ book: inout Workbook) {
    let grounds = [GroupLooks(nil, &book.looks), GroupLooks(Palette.subtotal, &book.looks)]
    for group in 0..<list.groups {
      let lines = list.lines(group)
      guard sheet.rows.row + lines.count <= Self.mostRows else { return }
      let looks = grounds[group % 2]
      for line in lines {
        sheet.rows.open()
        for cell in line {
          switch cell {
          case .text(let text) where text.isEmpty: sheet.rows.blank(looks.text)
          case .text(let text):
            sheet.rows.text(book.strings.index(of: text), looks.look(of: text))
          case .number(let value): sheet.rows.number(value, looks.number)
          }
        }
        sheet.rows.close()
      }
    }
  }
}

/// The looks of a group's cells, looked up once for all its lines.
private struct GroupLooks {
  let text: Int
  let number: Int
  /// Of a text that begins like a formula.
  private let quoted: Int

  init(_ fill: String?, _ book: inout LookBook) {
    var look = Look(hasLine: true)
    look.fill = fill
    number = book.index(of: look)
    look.number = .text
    text = book.index(of: look)
    look.isQuoted = true
    quoted = book.index(of: look)
  }

  func look(of cell: String) -> Int { cell.beginsLikeFormula ? quoted : text }
}
