/// Cells in columns of equal width, as a terminal shows them.
package struct TerminalTable: Sendable {
  package let lines: [String]

  /// `numbers` are the columns that stand flush right.
  package init(_ rows: [[String]], numbers: Set<Int> = []) {
    let cells = rows.map { $0.map { Self.plain($0) } }
    var widths = [Int](repeating: 0, count: cells.map { $0.count }.max() ?? 0)
    for row in cells {
      for (column, cell) in row.enumerated() {
        widths[column] = max(widths[column], Self.width(of: cell))
      }
    }
    lines = cells.map { row in
      let padded = row.enumerated().map { column, cell in
        let space = String(repeating: " ", count: widths[column] - Self.width(of: cell))
        return numbers.contains(column) ? space + cell : cell + space
      }
      let line = padded.joined(separator: "  ")
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
  }

  /// How many columns of a terminal a text takes: marks above and below a letter take none.
  package static func width(of text: String) -> Int {
    text.unicodeScalars.count { scalar in
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .format: false
      default: true
      }
    }
  }

  /// Control characters, which could move the cursor, are shown as a dot.
  private static func plain(_ text: String) -> String {
    var plain = ""
    for scalar in text.unicodeScalars {
      plain.unicodeScalars.append(scalar.properties.generalCategory == .control ? "·" : scalar)
    }
    return plain
  }
}
